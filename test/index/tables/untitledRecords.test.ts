/** Records without a title: that is a problem only while no record with the same key completes them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemDraft } from '../../../server/src/corpus/paper.ts';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';
import { openIndex, paper, runToEnd, type TestIndex, write } from './indexFixture.ts';

const [ENTRIES, ABSTRACTS, MORE] = ['file:///entries.bib', 'file:///more/abstracts.bib', 'file:///z.bib'] as const;

const whole = paper(1, { title: 'Moss on roofs' });
const part = untitled(1, { abstract: 'Moss grows on roofs.' });
const lone = untitled(2, { abstract: 'No entry has this key.' });

function untitled(number: number, item: Pick<ItemDraft, 'abstract' | 'keyword'>): PlacedRecord {
	const record = paper(number, {});
	return withRichText<PlacedRecord>({ ...record, item: { type: 'article', ...item } });
}

function writeLacking(index: TestIndex, uri: string, records: readonly PlacedRecord[]): void {
	const problems = records.map(({ range: record, keyRange: range = record }) => ({
		code: 'missing-field' as const,
		message: 'No title.',
		range,
	}));
	write(index, uri, records, problems);
}

/** The lines of the problems of each file: in its list, and how many are counted. */
function problemsOf({ corpus }: TestIndex): string[] {
	const [sum] = corpus.problemSums();
	return corpus.files().map(({ uri, problems }) => {
		const lines = corpus.problemsIn(uri).map(({ range }) => range.start.line);
		const summed = sum?.files.find((file) => file.uri === uri)?.count ?? 0;
		assert.deepEqual([problems, summed], [lines.length, lines.length], uri);
		return `${uri.slice(uri.lastIndexOf('/') + 1)}: ${lines.join(' ')}`.trim();
	});
}

for (const order of ['entries first', 'abstracts first']) {
	test(`an entry that only completes another one lacks nothing: ${order}`, () => {
		const index = openIndex();
		const steps = [() => write(index, ENTRIES, [whole]), () => writeLacking(index, ABSTRACTS, [part, lone])];
		for (const step of order === 'entries first' ? steps : steps.toReversed()) {
			step();
		}
		assert.deepEqual(problemsOf(index), ['entries.bib:', 'abstracts.bib: 6']);
		assert.deepEqual(
			index.corpus.problemSums().flatMap(({ examples }) => examples.map(({ range }) => range.start.line)),
			[6],
		);
		runToEnd(index.writer.removeFile(ENTRIES));
		assert.deepEqual(problemsOf(index), ['abstracts.bib: 3 6']);
	});
}

test('two entries that have no title complete nothing', () => {
	const index = openIndex();
	writeLacking(index, ABSTRACTS, [part]);
	writeLacking(index, MORE, [untitled(1, { keyword: 'moss' })]);
	assert.deepEqual(problemsOf(index), ['abstracts.bib: 3', 'z.bib: 3']);
	write(index, ENTRIES, [whole]);
	assert.deepEqual(problemsOf(index), ['entries.bib:', 'abstracts.bib:', 'z.bib:']);
	runToEnd(index.writer.removeFile(ABSTRACTS));
	write(index, ENTRIES, []);
	assert.deepEqual(problemsOf(index), ['entries.bib:', 'z.bib: 3']);
});
