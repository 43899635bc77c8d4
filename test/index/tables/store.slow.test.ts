/** What stands on disk: kept over a restart, seen whole from other connections, rebuilt when it is not ours. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import type { IndexFailure } from '../../../server/src/index/database/indexFailure.ts';
import { openTables } from '../../../server/src/index/database/openDatabase.ts';
import { IndexedCorpus } from '../../../server/src/index/indexedCorpus.ts';
import { richText } from '../../../server/src/util/textKinds.ts';
import { everythingSeen, file, openIndex, paper, runToEnd, write } from './indexFixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-notes-store-'));
after(() => rmSync(folder, { recursive: true }));

let databases = 0;
const newPath = () => join(folder, `${databases++}.db`);

const papers = Array.from({ length: 40 }, (_, index) => paper(index, { title: `Paper ${index % 30}` }));
const NAMES = papers.flatMap(({ key }) => key ?? []);

function readerOf(path: string, onFailure?: (failure: IndexFailure) => void): IndexedCorpus {
	const opened = openTables(new DatabaseSync(path));
	if ('failure' in opened) {
		throw new Error(opened.failure.message);
	}
	const search = () => ({ ids: [], total: 0 });
	return new IndexedCorpus(opened.sql, { search, snapshots: true, ...(onFailure && { onFailure }) });
}

test('a closed index opens as it was', () => {
	const path = newPath();
	const index = openIndex(new DatabaseSync(path));
	write(index, 'file:///a.bib', papers);
	const before = everythingSeen({ ...index, searched: new Map() }, NAMES);
	index.db.close();
	const again = openIndex(new DatabaseSync(path));
	assert.deepEqual(everythingSeen(again, NAMES), before);
	assert.deepEqual(again.writer.fileState('file:///a.bib'), { size: 0, mtime: 0, hash: '' });
	again.db.close();
});

test('a reader sees whole batches, and a task one state', async () => {
	const path = newPath();
	const index = openIndex(new DatabaseSync(path), { batch: 10, pageSize: 5 });
	const reader = readerOf(path);
	const writing = index.writer.replaceFile(file('file:///a.bib'), papers, () => ({ problems: [] }));
	assert.equal(reader.paperCount, 0);
	for (let step = writing.next(); !step.done; step = writing.next()) {
		assert.equal(reader.paperCount, 0, 'the task began before');
	}
	await undefined;
	assert.equal(reader.paperCount, 30);
	assert.ok(NAMES.every((name) => reader.resolve(name).length === 1));
	index.db.close();
});

test('each batch is consistent in itself', () => {
	const path = newPath();
	const index = openIndex(new DatabaseSync(path), { batch: 7, pageSize: 5 });
	const reader = readerOf(path);
	for (const records of [
		papers,
		papers.map((record) => ({ ...record, item: { ...record.item, volume: richText('2') } })),
	]) {
		const writing = index.writer.replaceFile(file('file:///a.bib'), records, () => ({ problems: [] }));
		for (let step = writing.next(); !step.done; step = writing.next()) {
			reader.refresh();
			const found = NAMES.map((name) => reader.resolve(name));
			assert.equal(new Set(found.flat().map(({ id }) => id)).size, reader.paperCount);
			assert.ok(
				found.every((refs) => refs.length <= 1),
				'old and new record of a key are never both there',
			);
			assert.deepEqual(reader.problemsIn('file:///a.bib'), []);
		}
	}
	index.db.close();
});

test('a file that was not finished is known as such', () => {
	const index = openIndex(undefined, { batch: 5, pageSize: 5 });
	const writing = index.writer.replaceFile(file('file:///a.bib'), papers, () => ({ problems: [] }));
	while (index.corpus.paperCount === 0) {
		assert.equal(writing.next().done, false);
	}
	assert.equal(index.writer.fileState('file:///a.bib'), undefined);
	assert.deepEqual(index.writer.uris(), ['file:///a.bib']);
});

test('the index knows whether certain files, as they are, are all it was made from', () => {
	const index = openIndex(undefined, { batch: 5, pageSize: 5 });
	const holds = (files: object) => index.corpus.holdsJust(new Map(Object.entries(files)));
	const state = { size: 0, mtime: 0 };
	assert.ok(holds({}));
	const writing = index.writer.replaceFile(file('a.bib'), papers, () => ({ problems: [] }));
	while (index.corpus.paperCount === 0) {
		writing.next();
	}
	assert.ok(!holds({ 'a.bib': state }), 'it is not finished');
	write(index, 'a.bib', papers);
	write(index, 'b.bib', []);
	assert.ok(!holds({ 'a.bib': state, 'b.bib': state }), 'the end of a first indexing is missing');
	runToEnd(index.writer.completeFirst());
	assert.ok(holds({ 'a.bib': state, 'b.bib': state }));
	assert.ok(!holds({ 'a.bib': state }));
	assert.ok(!holds({ 'a.bib': state, 'c.bib': state }));
	assert.ok(!holds({ 'a.bib': state, 'b.bib': state, 'c.bib': state }));
	assert.ok(!holds({ 'a.bib': state, 'b.bib': { ...state, size: 1 } }));
	assert.ok(!holds({ 'a.bib': state, 'b.bib': { ...state, mtime: 1 } }));
});

test('of two who write one file, the later gives way', () => {
	const path = newPath();
	const [one, other] = [openIndex(new DatabaseSync(path)), openIndex(new DatabaseSync(path))];
	const slow = one.writer.replaceFile(
		file('file:///a.bib'),
		slowly(() => write(other, 'file:///a.bib', papers)),
		() => ({ problems: [] }),
	);
	assert.deepEqual(lastOf(slow), { outcome: 'overtaken' });
	assert.equal(other.corpus.paperCount, 30);
	one.db.close();
	other.db.close();
});

function* slowly(interrupt: () => void) {
	yield paper(1, {});
	interrupt();
	yield paper(2, {});
}

function lastOf<T>(generator: Generator<unknown, T>): T {
	for (;;) {
		const step = generator.next();
		if (step.done) {
			return step.value;
		}
	}
}

test('a file read again for nothing is no news', () => {
	const index = openIndex();
	write(index, 'file:///a.bib', papers);
	const { version } = index.corpus;
	write(index, 'file:///a.bib', papers);
	assert.equal(index.corpus.version, version);
	write(index, 'file:///a.bib', papers.slice(1));
	assert.ok(index.corpus.version > version);
});

function failureOf(path: string): string | undefined {
	const db = new DatabaseSync(path);
	const opened = openTables(db);
	db.close();
	return 'failure' in opened ? opened.failure.kind : undefined;
}

test('what is no index of ours is said to be foreign, and what is no database damaged', () => {
	const foreign = newPath();
	const db = new DatabaseSync(foreign);
	db.exec('CREATE TABLE notes (text)');
	db.close();
	assert.equal(failureOf(foreign), 'foreign');

	const other = newPath();
	assert.equal(failureOf(other), undefined);
	const versioned = new DatabaseSync(other);
	versioned.exec('PRAGMA user_version = 1');
	versioned.close();
	assert.equal(failureOf(other), 'foreign');

	const text = newPath();
	writeFileSync(text, 'Not a database at all. '.repeat(100));
	assert.equal(failureOf(text), 'damaged');
});

test('an index damaged at any place is noticed or reads on, and never throws', () => {
	const path = newPath();
	const index = openIndex(new DatabaseSync(path));
	write(index, 'file:///a.bib', papers);
	index.db.close();
	const whole = readFileSync(path);
	let noticed = 0;
	for (let at = 0; at < whole.length; at += 2048) {
		const damaged = newPath();
		const bytes = Buffer.from(whole);
		bytes.fill(0xa5, at, at + 512);
		writeFileSync(damaged, bytes);
		noticed += useIn(damaged) ? 1 : 0;
		rmSync(damaged);
	}
	assert.ok(noticed > 0);
});

/** Whether the damage was noticed. */
function useIn(path: string): boolean {
	const db = new DatabaseSync(path);
	const opened = openTables(db);
	if ('failure' in opened) {
		db.close();
		return true;
	}
	let failed = false;
	const onFailure = () => {
		failed = true;
	};
	const corpus = new IndexedCorpus(opened.sql, { search: () => ({ ids: [], total: 0 }), onFailure });
	everythingSeen({ corpus, searched: new Map() }, NAMES);
	db.close();
	return failed;
}
