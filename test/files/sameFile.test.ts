/** Several spellings of one file's name mean one file, under the name it has on disk. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { findBibliographies } from '../../server/src/files/bibliographies.ts';
import { type CorpusRoot, corpusRoots, matcherOf, matcherOfAll } from '../../server/src/files/corpusRoots.ts';
import { type Disk, nameOnDisk, thisDisk } from '../../server/src/files/diskNames.node.ts';
import type { Files } from '../../server/src/files/files.ts';
import { openWriter } from '../../server/src/index/openIndex.ts';
import { Indexer } from '../../server/src/indexing/indexer.ts';
import { canonicalUri, Documents } from '../../server/src/lsp/documents.ts';
import { NoteFiles, readNoteAgain } from '../../server/src/workspace/noteFiles.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { filesIgnoringCase } from '../support/filesIgnoringCase.ts';
import { entry } from '../support/serverCase.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const FOLDER = 'file:///c%3A/Users/Ann/ws';
const HOME = 'C:\\Users\\Ann';
/** `Bücher` with letters composed and decomposed. */
const [NFC, NFD] = ['B%C3%BCcher', 'Bu%CC%88cher'];

/** A disk with these paths. `links` maps links to their targets. */
function diskWith(ignoresCase: boolean, paths: readonly string[], links: Readonly<Record<string, string>> = {}): Disk {
	const isSame = (one: string, other: string): boolean =>
		ignoresCase ? one.normalize().toLowerCase() === other.normalize().toLowerCase() : one === other;
	const all = [...paths, ...Object.keys(links)].flatMap((path) => {
		const names = path.split('/');
		return names.map((_, index) => names.slice(0, index + 1).join('/') || '/');
	});
	const own = (path: string): string | undefined => {
		const link = Object.keys(links).find((one) => isSame(`${path}/`.slice(0, one.length + 1), `${one}/`));
		return link ? own(links[link] + path.slice(link.length)) : all.find((one) => isSame(one, path));
	};
	return {
		ignoresCase,
		realPath: own,
		namesIn: (folder) =>
			all.filter((one) => isSame(one.slice(0, one.lastIndexOf('/')), folder)).map((one) => one.replace(/^.*\//, '')),
	};
}

test('where the disk ignores case, each name is as the disk has it', () => {
	const disk = diskWith(true, ['/Users/Ann/Refs.json', '/Data/Bücher/A.bib'], { '/Users/Ann/Link': '/Data' });
	for (const [path, own] of [
		['/users/ANN/refs.JSON', '/Users/Ann/Refs.json'],
		['/users/ann', '/Users/Ann'],
		['/USERS/ann/New.bib', '/Users/Ann/New.bib'],
		['/USERS/x/New.bib', '/Users/x/New.bib'],
		['/users/ann/link/bücher/a.bib', '/Users/Ann/Link/Bücher/A.bib'],
		['/users/ann/link', '/Users/Ann/Link'],
		['/data/Bu\u0308cher/a.bib', '/Data/Bücher/A.bib'],
		['/', '/'],
	] as const) {
		assert.equal(nameOnDisk(path, disk), own);
		assert.equal(nameOnDisk(own, disk), own);
	}
});

test('where it heeds case, names differ in it, and letters may be composed in either way', () => {
	const disk = diskWith(false, [
		'/ws/Refs.json',
		'/ws/refs.json',
		'/ws/Bu\u0308cher/a.bib',
		'/ws/Bu\u0308cher/o\u0308.bib',
		'/ws/é.bib',
		'/ws/e\u0301.bib',
	]);
	for (const [path, own] of [
		['/ws/refs.json', '/ws/refs.json'],
		['/ws/REFS.json', '/ws/REFS.json'],
		['/ws/Bücher/a.bib', '/ws/Bu\u0308cher/a.bib'],
		['/ws/Bücher/\u00f6.bib', '/ws/Bu\u0308cher/o\u0308.bib'],
		['/ws/Bücher/new.bib', '/ws/Bu\u0308cher/new.bib'],
		['/ws/bücher/a.bib', '/ws/bücher/a.bib'],
		['/ws/é.bib', '/ws/é.bib'],
		['/ws/e\u0301.bib', '/ws/e\u0301.bib'],
	] as const) {
		assert.equal(nameOnDisk(path, disk), own);
	}
});

test('of many files that are gone the folder is listed once, and again when it has changed', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const [composed, apart] = [join(folder, '\u00e9.bib'), join(folder, 'e\u0301.bib')];
	const [before, later] = [new Date(2020, 0), new Date(2021, 0)];
	const disk: Disk = { ...thisDisk, realPath: () => undefined };
	const found = (time: Date): string => {
		utimesSync(folder, time, time);
		return nameOnDisk(composed, disk);
	};
	assert.equal(found(before), composed);
	writeFileSync(apart, '');
	assert.equal(found(before), composed, 'nobody looks');
	assert.equal(found(later), apart);
});

function takes(pattern: string, uri: string, ignoresCase: boolean): boolean {
	const roots = corpusRoots({ folder: FOLDER, corpus: [pattern], exclude: [] }, HOME);
	return matcherOfAll(roots, { ignoresCase }).takes(uri);
}

test('a file belongs to what the settings name in any spelling', () => {
	assert.deepEqual(
		[true, false].map((ignoresCase) => takes('~/refs.json', 'file:///c%3A/users/ann/Refs.json', ignoresCase)),
		[true, false],
	);
	assert.ok(takes('~\\lib', 'file:///c%3A/Users/Ann/Lib/a.bib', true));
	for (const [written, onDisk] of [
		['Bücher/**', NFD],
		['Bu\u0308cher/**', NFC],
	] as const) {
		assert.ok(takes(written, `${FOLDER}/${onDisk}/a.bib`, false), onDisk);
	}
	const root: CorpusRoot = { uri: `${FOLDER}/${NFD}`, include: [], exclude: ['é/**'] };
	const { takes: isTaken } = matcherOf(root, {});
	assert.deepEqual([isTaken(`${FOLDER}/${NFC}/a.bib`), isTaken(`${FOLDER}/${NFC}/e%CC%81/a.bib`)], [true, false]);
});

async function bibliography(path: string, files: Files, isExcluded = (_: string) => false): Promise<readonly string[]> {
	const { uris, faults } = await findBibliographies([{ uri: `${FOLDER}/note.md`, paths: [path] }], {
		folders: [FOLDER],
		projects: [],
		home: HOME,
		ignoresCase: files.ignoresCase,
		isOfSettings: () => false,
		isExcluded,
		files,
	});
	return faults.size > 0 ? [] : uris;
}

test('a bibliography that a note names in another case is found, and goes by its own name', async () => {
	const files = filesIgnoringCase(new Map([[`${FOLDER}/Refs.json`, '[]']]));
	for (const path of ['refs.json', 'c:\\users\\ann\\WS\\REFS.json', '~/ws/refs.json']) {
		assert.deepEqual(await bibliography(path, files), [`${FOLDER}/Refs.json`], path);
	}
	assert.deepEqual(await bibliography('c:\\users\\ann\\ws2\\refs.json', files), []);
	const stat = async (): Promise<undefined> => assert.fail('out of reach');
	await bibliography('c:\\users\\ann\\refs.json', { ...files, stat });
	assert.deepEqual(await bibliography('c:\\users\\ann\\ws\\x.json', { ...files, ignoresCase: false }), []);
});

function indexerOf(files: Files) {
	const opened = openWriter(new DatabaseSync(':memory:'));
	assert.ok('opened' in opened);
	const writer = opened.opened;
	let completed = Promise.withResolvers<void>();
	const nothing = (): void => {};
	const indexer = new Indexer({
		files,
		writer,
		onProvisional: nothing,
		onCommit: nothing,
		onProgress: nothing,
		onRead: nothing,
		onComplete: () => completed.resolve(),
		onFailure: (message) => completed.reject(new Error(message)),
	});
	const after = async (order: () => void): Promise<readonly string[]> => {
		completed = Promise.withResolvers();
		order();
		await completed.promise;
		return writer.uris();
	};
	return { indexer, after };
}

test('a corpus file that is renamed in case alone is one file, told of or not', async () => {
	const texts = new Map([[`${FOLDER}/refs.bib`, entry('one2020', 'One')]]);
	const { indexer, after } = indexerOf(filesIgnoringCase(texts));
	const roots = corpusRoots({ folder: FOLDER, corpus: ['*.bib', 'c:\\users\\ann\\ws\\refs.bib'], exclude: [] }, HOME);
	const rename = (from: string, to: string): void => {
		texts.set(`${FOLDER}/${to}`, texts.get(`${FOLDER}/${from}`) ?? '');
		texts.delete(`${FOLDER}/${from}`);
	};
	assert.deepEqual(await after(() => indexer.scan(roots)), [`${FOLDER}/refs.bib`]);
	rename('refs.bib', 'Refs.bib');
	const told = [`${FOLDER}/refs.bib`, `${FOLDER}/Refs.bib`];
	assert.deepEqual(await after(() => indexer.filesChanged(told)), [`${FOLDER}/Refs.bib`]);
	rename('Refs.bib', 'REFS.bib');
	assert.deepEqual(await after(() => indexer.scan(roots)), [`${FOLDER}/REFS.bib`]);
});

test('a note that is renamed in case alone is one note', async () => {
	const texts = new Map([[`${FOLDER}/note.md`, 'a']]);
	const files = filesIgnoringCase(texts);
	const workspace = new Workspace(corpusOf([]));
	const reading = { workspace, files, onUnread: () => assert.fail() };
	const notes = new NoteFiles(reading);
	await notes.look(FOLDER);
	texts.clear();
	texts.set(`${FOLDER}/Note.md`, 'a');
	for (const uri of [`${FOLDER}/note.md`, `${FOLDER}/Note.md`]) {
		await notes.look(FOLDER, uri);
	}
	assert.deepEqual([...workspace.noteUris()], [`${FOLDER}/Note.md`]);
	texts.clear();
	texts.set(`${FOLDER}/NOTE.md`, 'a');
	await readNoteAgain(reading, `${FOLDER}/Note.md`);
	assert.deepEqual([...workspace.noteUris()], [`${FOLDER}/NOTE.md`]);
});

test('a document is open under all spellings, and closed under all, whatever becomes of its file', () => {
	const texts = new Map([[`${FOLDER}/Note.md`, 'a']]);
	const files = filesIgnoringCase(texts);
	const documents = new Documents(files);
	const spelling = 'file:///C:/users/ann/ws/note.md';
	const document = documents.open(spelling, 'markdown', 1, 'a');
	assert.equal(document.uri, `${FOLDER}/Note.md`);
	assert.equal(canonicalUri(spelling, files), document.uri);
	texts.clear();
	for (const uri of [spelling, `${FOLDER}/Note.md`]) {
		assert.equal(documents.get(uri), document, uri);
	}
	const again = documents.open(`${FOLDER}/Note.md`, 'markdown', 1, 'b');
	assert.equal(documents.get(spelling), again);
	documents.close(spelling);
	assert.deepEqual([...documents.uris(), documents.get(spelling)], [undefined]);
});
