/** Files too large for memory are read in pieces, and nothing is lost where pieces meet. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { URI } from 'vscode-uri';
import { type CorpusText, recognised } from '../../server/src/corpus/reading/corpusText.ts';
import { nodeFiles } from '../../server/src/files/files.node.ts';
import { placeRecords, snapshotFile } from '../../server/src/indexing/corpusReading.ts';

/** A line of some 3 kB, so that pieces of megabytes end within one. */
function snapshotLine(number: number): string {
	const id = `${2001 + Math.floor(number / 90_000)}.${String(10_000 + (number % 90_000))}`;
	const abstract = 'Müller und 中文 über Größen. '.repeat(100);
	return `{"id":"${id}","authors":"Ann Müller","title":"Paper ${number} — über","abstract":"${abstract}","categories":"cs.CL"}`;
}

async function contentOf(t: TestContext, text: string): Promise<CorpusText> {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const path = join(folder, 'snapshot.json');
	writeFileSync(path, text);
	const look = await snapshotFile(nodeFiles, URI.file(path).toString(), { state: undefined, waited: 0 });
	assert.equal(look.kind, 'read');
	return look.kind === 'read' ? look.content : assert.fail();
}

function readingOf(content: CorpusText) {
	const { records, reading } = placeRecords(content, () => undefined);
	return { records: [...records], problems: reading().problems };
}

test('a large snapshot read in pieces says what it says as a whole, each record at its place', async (t) => {
	const lines = Array.from({ length: 6000 }, (_, number) => snapshotLine(number));
	lines[2000] = lines[2000]?.slice(0, 60) ?? '';
	lines[5000] = '{"neither": "id nor title"}';
	const text = lines.join('\r\n');
	const content = await contentOf(t, text);
	assert.equal(content.kind, 'streamed');
	const [inPieces, whole] = [readingOf(content), readingOf(recognised('snapshot.json', text))];
	assert.equal(inPieces.records.length, 5999);
	assert.deepEqual(
		inPieces.problems.map(({ code }) => code),
		['unreadable-entry', 'unreadable-entry'],
	);
	assert.deepEqual(inPieces, whole);
});

test('a line that fills a file is a problem at its place, and the papers around it stand', async (t) => {
	const text = `${snapshotLine(1)}\n{"id":"2001.20001","title":"${'x'.repeat(20_000_000)}"}\n${snapshotLine(2)}\n`;
	const { records, problems } = readingOf(await contentOf(t, text));
	assert.deepEqual(
		records.map(({ item, range }) => [item.title?.slice(0, 7), range.start.line]),
		[
			['Paper 1', 0],
			[undefined, 1],
			['Paper 2', 2],
		],
	);
	assert.deepEqual([...new Set(problems.map(({ range }) => range.start.line))], [1]);
});

test('a file that is too large for its format is refused without being read', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const path = join(folder, 'library.bib');
	writeFileSync(path, '@article{a, title = {A}}\n');
	truncateSync(path, 2_000_000_000);
	const look = await snapshotFile(nodeFiles, URI.file(path).toString(), { state: undefined, waited: 0 });
	assert.match(
		look.kind === 'read' && look.content.kind === 'unreadable' ? look.content.reason : '',
		/2,000 MB, and at most/,
	);
});
