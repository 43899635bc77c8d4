/** The index survives crashes and disk failures or is rebuilt. Notes and corpus files are never changed. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { before, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { eventually } from '../support/eventually.ts';
import { absentBesideLinux } from '../support/posix.ts';
import { SEED, seededRandom } from '../support/random.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

/** Enough for several batches of the writer in each of four files. */
const COUNT = 4000;

let corpus: readonly string[] = [];

before(() => {
	const papers = [...generatedPapers(COUNT, 7)].map((one) =>
		toBibtex({ ...one, abstract: one.abstract.slice(0, 200) }),
	);
	corpus = [0, 1, 2, 3].map((part) => papers.filter((_, index) => index % 4 === part).join('\n'));
});

function generated(t: TestContext): ServerCase {
	const files = serverCase(t, { 'ws/note.md': 'See @paper[nobody2020].' });
	corpus.forEach((text, index) => {
		files.put(`ws/part${index}.bib`, text);
	});
	return files;
}

function small(t: TestContext): ServerCase {
	const papers = Array.from({ length: 60 }, (_, index) => entry(`p${index}n2020`, `Paper number ${index}`));
	return serverCase(t, { 'ws/library.bib': papers.join(''), 'ws/note.md': 'See @paper[p1n2020].' });
}

/** The file of an index; the keys that are remembered are in another. */
function isIndex(name: string): boolean {
	return /^papers-.*\.sqlite$/.test(name);
}

function start(files: ServerCase, storage = 'storage'): Promise<StdioEditor> {
	return files.start({ on: 'ws', initializationOptions: { storagePath: files.path(storage) } });
}

/** Everything that a client can see of the corpus. */
async function seen(editor: StdioEditor) {
	const { papers, files } = await indexed(editor);
	const found = await editor.request<{ items: { key: string }[]; total: number }>('paperNotes/search', {
		query: 'paper',
		limit: 1000,
	});
	const keys = found.items.map(({ key }) => key).sort();
	const some = await Promise.all(keys.slice(0, 50).map((key) => paper(editor, key)));
	return { papers, files, total: found.total, keys, some };
}

function contentOf(folder: string): string {
	const hash = createHash('sha256');
	for (const name of readdirSync(folder).sort()) {
		hash
			.update(name)
			.update(readFileSync(`${folder}/${name}`))
			.update(String(statSync(`${folder}/${name}`).mtimeMs));
	}
	return hash.digest('hex');
}

test('a server killed at any moment of a first index leaves one that the next completes', {
	timeout: 180_000,
}, async (t) => {
	const files = generated(t);
	const before = contentOf(files.path('ws'));
	const whole = await start(files, 'fresh');
	const expected = await seen(whole);
	await whole.close();
	const random = seededRandom(SEED);
	for (let kills = 0; kills < 5; kills++) {
		const editor = await start(files);
		await pause(random() * 400);
		await editor.kill();
	}
	const editor = await start(files);
	assert.deepEqual(await seen(editor), expected, `SEED=${SEED}`);
	assert.deepEqual(editor.heard.words, [], `SEED=${SEED}`);
	assert.equal(contentOf(files.path('ws')), before);
});

/** The one database in the storage folder. */
function database(files: ServerCase): string {
	const name = readdirSync(files.path('storage')).find(isIndex);
	return files.path(`storage/${name}`);
}

async function built(t: TestContext) {
	const files = small(t);
	const editor = await start(files);
	const expected = await seen(editor);
	await editor.close();
	return { files, expected, path: database(files) };
}

const DAMAGES: readonly [title: string, damage: (path: string) => void, word: RegExp][] = [
	['a text file', (path) => writeFileSync(path, 'This is no database.\n'.repeat(500)), /damaged and is being rebuilt/],
	['cut in half', (path) => truncateSync(path, statSync(path).size / 2), /damaged and is being rebuilt/],
	['overwritten with zeros after its head', zeros, /damaged and is being rebuilt/],
	['the database of another program', foreign, /is rebuilt: the index is of version/],
	['of an older version', (path) => change(path, 'PRAGMA user_version = 1'), /is rebuilt: the index is of version 1 /],
	['without one of its tables', (path) => change(path, 'DROP TABLE names'), /damaged and is being rebuilt/],
];

function zeros(path: string): void {
	const bytes = readFileSync(path);
	writeFileSync(path, bytes.fill(0, 4096));
}

function foreign(path: string): void {
	rmSync(path);
	change(path, 'CREATE TABLE cookies (value TEXT)');
}

function change(path: string, sql: string): void {
	const db = new DatabaseSync(path);
	db.exec(sql);
	db.close();
}

test('a damaged or foreign index is built anew, and that is said', { timeout: 180_000 }, async (t) => {
	const { files, expected, path } = await built(t);
	copyFileSync(path, files.path('whole'));
	for (const [title, damage, word] of DAMAGES) {
		await t.test(title, async () => {
			copyFileSync(files.path('whole'), path);
			damage(path);
			const editor = await start(files);
			assert.deepEqual(await seenWhole(editor, expected.papers), expected);
			assert.match(editor.heard.words.join('\n'), word);
			await editor.close();
		});
	}
});

/** Damage may be noticed only by a request. Then the index is rebuilt after the answer. */
async function seenWhole(editor: StdioEditor, papers: number) {
	await indexed(editor);
	await seen(editor);
	await eventually({
		read: () => status(editor),
		accept: (now) => !now.indexing && now.papers === papers,
		what: 'all papers',
	});
	return seen(editor);
}

test('an index with random bytes in it never keeps the server from starting', { timeout: 180_000 }, async (t) => {
	const { files, expected, path } = await built(t);
	copyFileSync(path, `${path}.whole`);
	const random = seededRandom(SEED);
	for (let round = 0; round < 5; round++) {
		const bytes = readFileSync(`${path}.whole`);
		for (let count = 0; count < 4 ** (round + 1); count++) {
			bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
		}
		writeFileSync(path, bytes);
		const editor = await start(files);
		const { papers } = await indexed(editor);
		assert.ok(papers <= expected.papers, `SEED=${SEED} round ${round}: ${papers} papers`);
		await editor.request('paperNotes/rebuildIndex', {});
		assert.deepEqual(await seenWhole(editor, expected.papers), expected, `SEED=${SEED} round ${round}`);
		await editor.close();
	}
});

test('where there is no storage folder yet it is made', async (t) => {
	const files = small(t);
	await indexed(await start(files, 'deep/down/storage'));
	assert.equal(readdirSync(files.path('deep/down/storage')).filter(isIndex).length, 1);
});

test('where a file stands in place of the storage folder, the index is in memory, and that is said', async (t) => {
	const files = small(t);
	files.put('storage', 'a file');
	const editor = await start(files);
	assert.equal((await indexed(editor)).papers, 60);
	assert.match(editor.heard.words.join('\n'), /kept in memory/);
	assert.equal(readFileSync(files.path('storage'), 'utf8'), 'a file');
});

/** A separate file system, or the reason why there cannot be one. */
function mounted(files: ServerCase, options: string): string | undefined {
	const path = files.path('storage');
	const absent = absentBesideLinux('file systems in memory');
	if (absent) {
		return absent;
	}
	mkdirSync(path, { recursive: true });
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
	} catch (error) {
		return `no file system can be mounted here: ${error instanceof Error ? error.message.split('\n')[1] : error}`;
	}
	files.atEnd(() => execFileSync('umount', ['-l', path]));
	return undefined;
}

test('on a full disk the index goes on in memory, says so, and is kept again once there is room', async (t) => {
	const files = generated(t);
	const reason = mounted(files, 'size=500k');
	if (reason !== undefined) {
		t.skip(reason);
		return;
	}
	const editor = await start(files);
	await eventually({
		read: () => status(editor),
		accept: (now) => !now.indexing && now.papers === COUNT,
		what: 'all papers',
		timeoutMs: 30_000,
	});
	assert.match(editor.heard.words.join('\n'), /kept in memory/);
	await editor.close();
	execFileSync('mount', ['-o', 'remount,size=100m', files.path('storage')]);
	const next = await start(files);
	assert.equal((await indexed(next)).papers, COUNT);
	assert.deepEqual(next.heard.words, []);
});

test('where the storage folder may not be written, the index is in memory, and that is said', async (t) => {
	const files = small(t);
	const reason = mounted(files, 'size=10m');
	if (reason !== undefined) {
		t.skip(reason);
		return;
	}
	await (await start(files)).close();
	execFileSync('mount', ['-o', 'remount,ro', files.path('storage')]);
	const editor = await start(files);
	assert.equal((await indexed(editor)).papers, 60);
	assert.match(editor.heard.words.join('\n'), /kept in memory/);
});

test('two servers that build one index at once agree, and either sees what changes', {
	timeout: 180_000,
}, async (t) => {
	const files = generated(t);
	const editors = await Promise.all([start(files), start(files)]);
	const [one, other] = await Promise.all(editors.map(seen));
	assert.equal(one?.papers, COUNT);
	assert.deepEqual(one, other);
	for (const editor of editors) {
		assert.deepEqual(editor.heard.words, []);
		await editor.write('new.bib', entry('new2020', 'New'));
	}
	for (const editor of editors) {
		await known(editor, 'new2020');
	}
	assert.equal(readdirSync(files.path('storage')).filter(isIndex).length, 1);
});

test('without a word on storage the index is in the cache folder', {
	skip: absentBesideLinux('a variable for the cache folder'),
}, async (t) => {
	const files = small(t);
	const options = { on: 'ws', initializationOptions: { storagePath: undefined } };
	await indexed(await files.start({ ...options, env: { XDG_CACHE_HOME: files.path('cache') } }));
	assert.equal(readdirSync(files.path('cache/paper-notes')).filter(isIndex).length, 1);
	await indexed(await files.start({ ...options, env: { XDG_CACHE_HOME: 'relative', HOME: files.path('home') } }));
	assert.equal(readdirSync(files.path('home/.cache/paper-notes')).filter(isIndex).length, 1);
});
