import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { plainText } from '../../../server/src/corpus/text/richText.ts';
import { absent, sharedFiles, sharedText } from '../bibtex/sharedCorpora.ts';

const FOLDER = 'better-bibtex-import';
const NAMES = ['acl-2016-on.bib', ...sharedFiles(FOLDER).map((name) => `${FOLDER}/${name}`)].filter((name) =>
	name.endsWith('.bib'),
);

const LEAKS =
	/\\[A-Za-z]{2,}|\\['"`^~]|\{\S+\}|<\/?(?:i|b|sub|sup|span|p|em|jats:\w+)\b[^<>]*>|&(?:amp|lt|gt|quot|#\d+);/;

/** Words of three letters and more that stand outside commands and mathematics. */
function wordsOf(source: string): string[] {
	const prose = source.replace(/\$[^$]*\$|\S*\\[A-Za-z] \S*|\S*\\\S*/g, ' ').replace(/[{}]/g, '');
	return prose.match(/(?<![\w<&/#;\\-])[A-Za-z]{4,}(?![\w\\;>=/-])/g) ?? [];
}

test('no rendering of a title or an abstract leaks markup or loses a word', {
	skip: sharedText(NAMES[0] ?? '') === undefined && absent('*'),
}, () => {
	const counts = { texts: 0, leaks: 0, words: 0, lost: 0 };
	for (const name of NAMES) {
		const source = sharedText(name) ?? '';
		for (const { item, span } of readAll(bibtex, source).papers) {
			const entry = source.slice(span.start, span.end);
			const shown = [item.title, item.abstract].map((text) => plainText(text ?? ''));
			const visible = new Set(shown.join(' ').match(/[A-Za-z]+/g));
			const words = wordsOf(/^\s*title\s*=\s*[{"](.*)[}"],?\s*$/im.exec(entry)?.[1] ?? '');
			counts.texts += 2;
			counts.leaks += shown.filter((text) => LEAKS.test(text)).length;
			counts.words += words.length;
			counts.lost += words.filter((word) => !visible.has(word)).length;
		}
	}
	console.log(`texts ${counts.texts}, leaking ${counts.leaks}; words of titles ${counts.words}, lost ${counts.lost}`);
	// Crystallographers write {001}, which is no leak.
	assert.ok(counts.leaks <= 10);
	assert.equal(counts.lost, 0);
});
