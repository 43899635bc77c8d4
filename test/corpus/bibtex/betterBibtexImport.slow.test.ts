import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { reasonToDiffer } from './keptDifferences.ts';
import { absent, sharedFiles, sharedText } from './sharedCorpora.ts';
import { compareFields, type FieldResult, keyOf, type ZoteroItem } from './zoteroFields.ts';

const FOLDER = 'better-bibtex-import';
const LEAST_SHARE = 0.98;

interface Comparison extends FieldResult {
	readonly key: string;
}

function isItem(item: ZoteroItem): boolean {
	return item.itemType !== 'note' && item.itemType !== 'attachment';
}

function letters(text: string | undefined): string {
	return (text ?? '')
		.replace(/<[^>]*>/g, '')
		.replace(/[^A-Za-z0-9]/g, '')
		.toLowerCase();
}

/** Takes the paper that `item` is out of `papers`: by key, and among equal keys or without one by title. */
function takePaper(papers: PaperRecord[], item: ZoteroItem): PaperRecord | undefined {
	const key = keyOf(item);
	const title = letters(item.title);
	const sameKey = papers.findIndex((paper) => paper.key === key && letters(paper.item.title) === title);
	const anyKey = papers.findIndex((paper) => paper.key === key);
	const sameTitle = papers.findIndex((paper) => title !== '' && letters(paper.item.title) === title);
	const index = [sameKey, anyKey, sameTitle].find((found) => found >= 0);
	return index === undefined ? undefined : papers.splice(index, 1)[0];
}

/** Each field of each item of a file; an item that we do not find at all counts as a title that differs. */
function comparisons(bib: string, json: string): Comparison[] {
	const papers = readAll(bibtex, bib).papers;
	const { items }: { readonly items: readonly ZoteroItem[] } = JSON.parse(json);
	return items.filter(isItem).flatMap((item): Comparison[] => {
		const paper = takePaper(papers, item);
		const key = keyOf(item);
		const missing: Comparison = {
			key,
			field: 'title',
			expected: item.title ?? '',
			actual: '(no such paper)',
			equal: false,
		};
		return paper === undefined ? [missing] : compareFields(item, paper).map((result) => ({ ...result, key }));
	});
}

function percent(part: number, whole: number): string {
	return `${((100 * part) / whole).toFixed(2)} % of ${whole}`;
}

test('BibTeX of bug reports reads as Better BibTeX reads it', {
	skip: sharedFiles(FOLDER).length === 0 && absent(FOLDER),
}, () => {
	const results = sharedFiles(FOLDER)
		.filter((name) => name.endsWith('.bib'))
		.flatMap((name) => {
			const json = sharedText(`${FOLDER}/${name.replace(/bib$/, 'json')}`);
			return json === undefined ? [] : comparisons(sharedText(`${FOLDER}/${name}`) ?? '', json);
		});
	const equal = results.filter((result) => result.equal).length;
	const different = results.filter((result) => !result.equal);
	const unexplained = different.filter((result) => reasonToDiffer(result.key, result) === undefined);
	for (const field of new Set(results.map((result) => result.field))) {
		const ofField = results.filter((result) => result.field === field);
		console.log(`${field}: ${percent(ofField.filter((result) => result.equal).length, ofField.length)}`);
	}
	console.log(
		`fields equal: ${percent(equal, results.length)}; ${different.length - unexplained.length} differ on purpose`,
	);
	assert.ok(equal / results.length >= LEAST_SHARE);
	assert.deepEqual(unexplained, []);
});
