/** What several parts need to know stands in one of them. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, sourcesBelow } from '../support/sources.ts';

interface Home {
	readonly what: string;
	/** Found in the code of its home, and nowhere else. */
	readonly sign: RegExp;
	readonly home: string;
	/** Where it may stand besides, for another reason. */
	readonly also?: string;
}

const HOMES: readonly Home[] = [
	{ what: 'what a DOI looks like', sign: /10\\\.(?:\\d|\[0-9\])\{/, home: 'server/src/util/doi.ts' },
	{ what: 'the DOIs of arXiv', sign: /48550\\?\/arxiv\\\./i, home: 'server/src/corpus/identifiers/arxivId.ts' },
	{
		what: 'the months',
		sign: /\bjan(?:uary)?\b.{1,9}\bfeb/i,
		home: 'server/src/corpus/formats/dates/months.ts',
		// What people read, in their language.
		also: 'server/src/messages/card.ts',
	},
	{
		what: 'suffixes of names',
		sign: /[js]r\]?\\?\.?\\?\??\|/i,
		home: 'server/src/corpus/formats/people/nameSuffix.ts',
	},
	{
		what: 'numbers in seven bits a byte',
		sign: /[|=&] ?\(?(?:MORE|CONTINUATION)\b|0x7f\) <</,
		home: 'server/src/index/database/varints.ts',
	},
	{
		what: 'the signs of a packed line',
		sign: /'·'|0x7c\b/,
		home: 'server/src/index/search/lineSigns.ts',
	},
	{
		what: 'what a key looks like in a citation',
		sign: /:\.#\$/,
		home: 'server/src/syntax/key.ts',
		// Which keys papers are called by: the corpus knows no citations.
		also: 'server/src/corpus/keys.ts',
	},
	{
		what: 'what says of a string which kind of text it is',
		sign: /\bas (?:Latex|Markup|Rich|Plain|Markdown)(?:Source|Text)\b/,
		home: 'server/src/util/textKinds.ts',
	},
	{
		what: 'what makes foreign text fit for one line',
		sign: /Default_Ignorable|202[ae]|\\u200[be]|\$\u2060/i,
		home: 'server/src/messages/foreignText.ts',
		// What is not searched for.
		also: 'server/src/index/search/plainQuery.ts',
	},
	{
		what: 'how notices are shown, which could draw links',
		sign: /vscode\.window\.show(?:Information|Warning|Error)Message|setStatusBarMessage/,
		home: 'client/src/notices.ts',
		// Where nothing else is loaded yet.
		also: 'client/src/extension.ts',
	},
	{ what: 'the languages of notes', sign: /'vimwiki'|'rmd'/, home: 'server/src/protocol.ts' },
];

test('what several parts need to know has one home', () => {
	const texts = ['server/src', 'client/src']
		.flatMap(sourcesBelow)
		.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
	for (const { what, sign, home, also } of HOMES) {
		const found = texts.filter(({ text }) => sign.test(text)).map(({ file }) => file);
		assert.deepEqual(
			found.filter((file) => file !== also),
			[home],
			what,
		);
	}
});
