/** All that people read stands in `server/src/messages`: what looks like it elsewhere is found, but for a few kinds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Literal, literalsIn, literalsOf } from '../support/literals.ts';
import { sourcesBelow } from '../support/sources.ts';

/** Two words, or one beside what a template takes in: `Copied …`. */
const WORDS = /(?:\p{L}{2,}|…)[,:;.]? (?:\p{L}{2,}|…)/u;

/** What is left of a text without HTML's tags and VS Code's icons must have a word. */
const MARKUP = /<[^<>]*>|\$\([\w~-]+\)/g;

/** Kinds of text that nobody reads in the window. */
const EXCEPTIONS: readonly { readonly why: string; readonly holds: (literal: Literal) => boolean }[] = [
	{
		why: 'an impossible state, for a stack trace',
		holds: ({ before }) => /new \w*(?:Error|DamagedIndex) \($/.test(before),
	},
	{ why: 'a line of the log', holds: ({ before }) => /(?:\bconsole \. \w+|#inTurn) \($/.test(before) },
	{ why: 'a list of words', holds: ({ after }) => after.startsWith('. split (') },
	{
		why: 'SQL',
		holds: ({ text }) => /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|FROM|WHERE|ORDER BY|AND)\b/.test(text),
	},
	{
		why: 'a regular expression, style or script',
		holds: ({ text }) => /\(\?|[{;]\n|\{ [\w-]+: |^default-src /.test(text),
	},
	{
		why: 'why a format cannot hold a field, for readers of the table',
		holds: ({ before }) => /\breason :$/.test(before.trim()),
	},
	{ why: 'a query', holds: ({ text, before }) => /\byear:/.test(text) || before.includes('extensions.search') },
	{ why: 'how names are shortened, in files and everywhere', holds: ({ text }) => /^…? ?et al\.$/.test(text) },
];

/** Files with words that other programs read and write, or that queries hold: not shown as they are. */
const VOCABULARIES = [
	/^server\/src\/notes\/locator\.ts$/,
	/^server\/src\/corpus\/text\//,
	/^server\/src\/features\/typesetting\/typstCitations\.ts$/,
	/^server\/src\/corpus\/keys\.ts$/,
	/^server\/src\/corpus\/formats\/xml\/xmlRichText\.ts$/,
	/^server\/src\/corpus\/formats\/csv\/csvColumns\.ts$/,
	/^server\/src\/corpus\/formats\/hayagriva\/hayagrivaType\.ts$/,
	/^server\/src\/corpus\/formats\/ris\/ris(?:Entries|Types)\.ts$/,
	/^server\/src\/corpus\/writers\/entryTypeOf\.ts$/,
	/^server\/src\/corpus\/formats\/bibtex\/(?:entryTypes|inheritance|journalMacros|macros|requiredFields)\.ts$/,
];

const files = ['server/src', 'client/src'].flatMap(sourcesBelow);

function strings(file: string): readonly Literal[] {
	return literalsOf(file).filter(
		({ text }) => WORDS.test(text.replace(MARKUP, ' ')) && /\p{L}{2}/u.test(text.replace(MARKUP, ' ')),
	);
}

test('what people read stands in server/src/messages alone', () => {
	const outside = files.filter(
		(file) => !file.startsWith('server/src/messages/') && !VOCABULARIES.some((vocabulary) => vocabulary.test(file)),
	);
	const stray = outside.flatMap((file) =>
		strings(file)
			.filter((literal) => !EXCEPTIONS.some(({ holds }) => holds(literal)))
			.map(({ line, text }) => `${file}:${line}: ${text}`),
	);
	assert.deepEqual(stray, []);
});

test('the search for them finds them: the messages are full of them', () => {
	const found = files.filter((file) => file.startsWith('server/src/messages/')).flatMap(strings);
	assert.ok(found.length > 150, `only ${found.length} texts were found`);
	const code = `throw new Error(\`a b \${x}\`); const y = x / 2 + \`One \${f({ a: \`in ner\` })} two\`; const z = /'a b'/;`;
	assert.deepEqual(
		literalsIn(code).map(({ text, before }) => [text, before.split(' ').at(-1)]),
		[
			['a b …', '('],
			['One … two', '+'],
			['in ner', ':'],
		],
	);
});
