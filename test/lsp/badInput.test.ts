/** Bad files in the corpus: each gets a clear message, and everything else keeps working. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.ts';
import { absentOnWindows } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const GOOD = entry('good2020', 'A Good Paper');

async function checkWord(editor: StdioEditor, name: string, word: RegExp): Promise<void> {
	const file = await fileStatus(editor, name);
	assert.match(file?.note ?? 'no note', word);
	assert.equal(file?.problems, 1);
	const report = await editor.request<{ items: { message: string; code: string }[] }>('textDocument/diagnostic', {
		textDocument: { uri: editor.uri(name) },
	});
	assert.deepEqual(
		report.items.map(({ code }) => code),
		['unreadable-file'],
	);
	assert.match(report.items[0]?.message ?? '', word);
}

const PIPES = absentOnWindows('named pipes');
const LINKS = absentOnWindows('links that anyone may make');

type Make = (path: string, t: TestContext) => unknown;

const UNREADABLE: readonly [title: string, make: Make, word: RegExp, absent?: string | false][] = [
	['a binary file', (path) => writeFileSync(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8])), /binary/],
	['an empty file', (path) => writeFileSync(path, ''), /empty/],
	['a file of 700 MB', sparse, /700 MB, and at most 500/],
	["a folder under a file's name", (path) => mkdirSync(path), /a folder, not a file/],
	['a link to nothing', (path) => symlinkSync('/nowhere/at/all.bib', path), /a link that leads nowhere/, LINKS],
	['a pipe', (path) => execFileSync('mkfifo', [path]), /a pipe, not a file/, PIPES],
	['a link to a pipe', linkToPipe, /a pipe/, PIPES],
	[
		'a link to a device',
		(path) => symlinkSync('/dev/zero', path),
		/leads out of the open folder, to "\/dev\/zero"/,
		LINKS,
	],
	['a socket', socket, /a socket, not a file/, absentOnWindows('sockets among files')],
	[
		'a text of no known format',
		(path) => writeFileSync(path, 'Dear \u202Ediary,\u0007 nothing'),
		/"Dear diary, nothing"/,
	],
];

function sparse(path: string): void {
	writeFileSync(path, '');
	truncateSync(path, 700_000_000);
}

function linkToPipe(path: string): void {
	execFileSync('mkfifo', [`${path}.pipe`]);
	symlinkSync(`${path}.pipe`, path);
}

async function socket(path: string, t: TestContext): Promise<void> {
	const server = createServer();
	t.after(() => server.close());
	await new Promise<void>((resolve) => server.listen(path, resolve));
}

test('what cannot be read is a problem at its place, and the rest is read', { timeout: 30_000 }, async (t) => {
	const files = serverCase(t, { 'good.bib': GOOD });
	for (const [index, [, make, , absent]] of UNREADABLE.entries()) {
		await (absent || make(files.path(`bad${index}.bib`), t));
	}
	const editor = await files.start();
	await indexed(editor);
	for (const [index, [title, , word, absent = false]] of UNREADABLE.entries()) {
		await t.test(title, { skip: absent }, () => checkWord(editor, `bad${index}.bib`, word));
	}
	assert.ok(await paper(editor, 'good2020'));
});

test('without a folder, notes and searches are answered all the same', async (t) => {
	const files = serverCase(t, { 'note.md': 'See @paper[x2020].' });
	const editor = await files.start({ folderless: true });
	assert.deepEqual((await indexed(editor)).files, []);
	await editor.open('note.md');
	assert.equal((await editor.problems('note.md')).length, 1);
	const rows = await editor.completions('note.md', '@paper[x|');
	assert.deepEqual(
		rows.map(({ label, lineAfter }) => [/No papers are indexed/.test(label), lineAfter]),
		[[true, 'See @paper[x2020].']],
	);
});

test('without a folder, a corpus that the settings name outright is read', async (t) => {
	const files = serverCase(t, { 'library.bib': GOOD });
	const editor = await files.start({ folderless: true, settings: { corpus: [files.path('library.bib'), '**/*.bib'] } });
	assert.ok(await known(editor, 'good2020'));
});

test('an empty folder is an empty corpus', async (t) => {
	const editor = await serverCase(t).start();
	const { papers, files } = await indexed(editor);
	assert.deepEqual({ papers, files }, { papers: 0, files: [] });
});

test('a path of the settings that leads nowhere stands in the report, until there is something', async (t) => {
	const files = serverCase(t, { 'good.bib': GOOD });
	const corpus = ['**/*.bib', 'missing/library.bib', '/nowhere/papers', '~/no-such-folder-here/*.bib'];
	const editor = await files.start({ settings: { corpus } });
	const { files: reported } = await indexed(editor);
	for (const pattern of corpus.slice(1)) {
		assert.ok(
			reported.some(({ note, problems }) => note?.includes(`"${pattern}"`) && problems === 1),
			`${pattern} is not in ${JSON.stringify(reported)}`,
		);
	}
	assert.ok(await paper(editor, 'good2020'));
	await editor.write('missing/library.bib', entry('late2020', 'Late'));
	await known(editor, 'late2020');
	assert.equal((await fileStatus(editor, 'missing/library.bib'))?.note, undefined);
});

test('encodings are told apart, and a guess is said', async (t) => {
	const text = (key: string) => entry(key, 'Über “Žluťoučký” café');
	const utf16 = Buffer.from(`\uFEFF${text('little2020')}`, 'utf16le');
	const windows = Buffer.from(entry('windows2020', '\u0093\u00DCber\u0094 caf\u00E9 \u0080'), 'latin1');
	const files = serverCase(t, {
		'bom.bib': `\uFEFF${text('bom2020')}`,
		'little.bib': utf16,
		'big.bib': Buffer.from(`\uFEFF${text('big2020')}`, 'utf16le').swap16(),
		'windows.bib': windows,
	});
	const editor = await files.start();
	await indexed(editor);
	for (const key of ['bom2020', 'little2020', 'big2020']) {
		assert.equal((await paper(editor, key))?.paper['title'], 'Über “Žluťoučký” café', key);
	}
	assert.equal((await paper(editor, 'windows2020'))?.paper['title'], '“Über” café €');
	await checkWord(editor, 'windows.bib', /windows-1252/);
});

test('of a file cut off within a letter, the entries before the cut stand with their accents', async (t) => {
	const whole = Buffer.from(entry('first2020', 'Première') + entry('second2020', 'Deuxième'));
	const cut = whole.subarray(0, whole.lastIndexOf(Buffer.from('è')) + 1);
	const editor = await serverCase(t, { 'cut.bib': cut }).start();
	await indexed(editor);
	assert.equal((await paper(editor, 'first2020'))?.paper['title'], 'Première');
	assert.match((await fileStatus(editor, 'cut.bib'))?.note ?? '', /cut off/);
	assert.ok(((await fileStatus(editor, 'cut.bib'))?.problems ?? 0) >= 2);
});

test('a file that is emptied and then rewritten loses no paper in between', async (t) => {
	const text = Array.from({ length: 30 }, (_, index) => entry(`p${index}n2020`, `Paper ${index}`)).join('');
	const files = serverCase(t, { 'library.bib': text });
	const editor = await files.start();
	await indexed(editor);
	const seen = watchPapers(editor, 30);
	for (let round = 0; round < 2; round++) {
		for (const share of [0, 0.3, 0.6, 1]) {
			await editor.write('library.bib', text.slice(0, text.length * share));
			await pause(200);
		}
	}
	rmSync(files.path('library.bib'));
	await editor.changed('library.bib');
	await pause(200);
	await editor.write('library.bib', text + entry('new2020', 'New'));
	await known(editor, 'new2020');
	assert.deepEqual(await seen.end(), []);
});

/** Samples the number of papers continuously. `end` returns the samples below `least`. */
function watchPapers(editor: StdioEditor, least: number) {
	const fewer: number[] = [];
	let ended = false;
	const watching = (async () => {
		while (!ended) {
			const { papers } = await status(editor);
			if (papers < least) {
				fewer.push(papers);
			}
			await pause(5);
		}
	})();
	return {
		async end(): Promise<number[]> {
			ended = true;
			await watching;
			return fewer;
		},
	};
}

test('a file that is written without end holds up no other, and is read in the end as it was left', async (t) => {
	const files = serverCase(t, { 'good.bib': GOOD, 'busy.bib': entry('busy0n2020', 'Busy') });
	const editor = await files.start();
	await indexed(editor);
	let text = '';
	let rounds = 0;
	const writing = setInterval(() => {
		text += entry(`busy${++rounds}n2020`, `Busy ${rounds}`);
		files.put('busy.bib', text);
		void editor.changed('busy.bib');
	}, 30);
	t.after(() => clearInterval(writing));
	await known(editor, 'busy1n2020');
	await editor.write('other.bib', entry('other2020', 'Other'));
	await known(editor, 'other2020');
	clearInterval(writing);
	await known(editor, `busy${rounds}n2020`);
	assert.equal((await indexed(editor)).papers, rounds + 2);
});

test('links that lead in circles, upwards, to each other or elsewhere end the walk', {
	timeout: 20_000,
	skip: LINKS,
}, async (t) => {
	const files = serverCase(t, {
		'ws/papers/deep/good.bib': GOOD,
		'elsewhere/linked.bib': entry('linked2020', 'Linked'),
	});
	symlinkSync('..', files.path('ws/papers/deep/up'));
	symlinkSync('/', files.path('ws/papers/root'));
	symlinkSync(files.path('ws/papers/self'), files.path('ws/papers/self'));
	symlinkSync(files.path('elsewhere/linked.bib'), files.path('ws/papers/link.bib'));
	const crowd = Array.from({ length: 10 }, (_, index) => `ws/papers/crowd${index}`);
	for (const from of crowd) {
		mkdirSync(files.path(from));
		crowd.forEach((to, index) => {
			symlinkSync(files.path(to), `${files.path(from)}/to${index}`);
		});
	}
	const editor = await files.start({ on: 'ws' });
	const { files: reported } = await indexed(editor);
	assert.deepEqual(
		reported
			.filter(({ papers }) => papers > 0)
			.map(({ uri }) => uri.split('/papers/')[1])
			.sort(),
		['deep/good.bib'],
	);
});

test('a file replaced by another in one step is read again', async (t) => {
	const files = serverCase(t, { 'library.bib': GOOD, 'next.txt': entry('next2020', 'Next') });
	const editor = await files.start();
	await indexed(editor);
	renameSync(files.path('next.txt'), files.path('library.bib'));
	await editor.changed('library.bib');
	await known(editor, 'next2020');
	assert.equal(await paper(editor, 'good2020'), null);
});

test('while bad files are looked at, requests do not wait for them', { skip: PIPES }, async (t) => {
	const files: ServerCase = serverCase(t, { 'good.bib': GOOD, 'note.md': 'See @paper[good].' });
	execFileSync('mkfifo', [files.path('pipe.bib')]);
	writeFileSync(files.path('wide.bib'), Buffer.alloc(20_000_000, '@article{x, title = {'));
	const editor = await files.start();
	await editor.open('note.md');
	let slowest = 0;
	const started = performance.now();
	await eventually({
		read: async () => {
			const began = performance.now();
			await editor.completions('note.md', '@paper[good|');
			const { indexing } = await status(editor);
			slowest = Math.max(slowest, performance.now() - began);
			return indexing;
		},
		accept: (indexing) => !indexing,
		what: 'the index to be complete',
		timeoutMs: 120_000,
	});
	const all = performance.now() - started;
	assert.ok(slowest < all / 3, `${slowest} ms of ${all} ms`);
	assert.match(
		(
			await editor.request<{ items: { message: string }[] }>('textDocument/diagnostic', {
				textDocument: { uri: editor.uri('wide.bib') },
			})
		).items
			.map(({ message }) => message)
			.join('\n'),
		/longer than 50,000 characters/,
	);
	assert.ok(await paper(editor, 'good2020'));
});
