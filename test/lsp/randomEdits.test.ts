/** After any edits, on disk and in the editor, a server answers like one that has just started. */

import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { SEED, seededRandom } from '../support/random.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

/** Few keys, so that duplicates and joined papers are frequent. */
const KEYS = ['a2020', 'b2020', 'c2020', 'd2020', 'e2020'];
const TITLES = ['One', 'Two', 'Three and More'];
/** Defined in some files, used in others. */
const MACROS = ['town', 'city'];
const FILES = ['a.bib', 'b.bib', 'lib/c.bib', 'lib/d.bib'];
const NOTES = ['one.md', 'lib/two.md'];

type Random = () => number;

function pick<T>(items: readonly [T, ...T[]] | readonly T[], random: Random): T {
	const item = items[Math.floor(random() * items.length)];
	assert.ok(item !== undefined);
	return item;
}

function library(random: Random): string {
	const macro = random() < 0.4 ? `@string{${pick(MACROS, random)} = {Town ${Math.floor(random() * 3)}} # town}\n` : '';
	const entries = Array.from({ length: Math.floor(random() * 4) }, () => {
		const doi = random() < 0.3 ? `  doi = {10.1000/${pick(['x', 'y'], random)}},\n` : '';
		const address = random() < 0.4 ? `  address = ${pick(MACROS, random)},\n` : '';
		const text = entry(pick(KEYS, random), pick(TITLES, random), doi + address);
		return random() < 0.1 ? text.slice(0, -4) : text;
	});
	return macro + entries.join('');
}

function note(random: Random): string {
	return Array.from({ length: 3 }, () => `See @paper[${pick(KEYS, random)}].`).join('\n\n');
}

/** One change, made by another program and reported to the server, or made in the editor. */
async function change(files: ServerCase, editor: StdioEditor, open: Set<string>, random: Random): Promise<void> {
	const name = pick([...FILES, ...NOTES], random);
	const text = name.endsWith('.md') ? note(random) : library(random);
	const draw = random();
	if (open.has(name)) {
		await (draw < 0.6 ? type(editor, name, text) : close(editor, open, name));
	} else if (draw < 0.5) {
		await editor.write(name, text);
	} else if (draw < 0.6) {
		rmSync(files.path(name), { force: true });
		await editor.changed(name);
	} else if (draw < 0.7) {
		await moveFolder(files, editor);
	} else if (draw < 0.9) {
		files.put(name, text);
		await editor.changed(name);
		await openText(editor, open, name, text);
		await type(editor, name, text);
	}
}

async function openText(editor: StdioEditor, open: Set<string>, name: string, text: string): Promise<void> {
	open.add(name);
	const languageId = name.endsWith('.md') ? 'markdown' : 'bibtex';
	const textDocument = { uri: editor.uri(name), languageId, version: 1, text };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
}

async function type(editor: StdioEditor, name: string, text: string): Promise<void> {
	const params = { textDocument: { uri: editor.uri(name), version: 2 }, contentChanges: [{ text }] };
	await editor.connection.sendNotification('textDocument/didChange', params);
}

async function close(editor: StdioEditor, open: Set<string>, name: string): Promise<void> {
	open.delete(name);
	await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri(name) } });
}

/** Moves a folder away and, half the time, back. */
async function moveFolder(files: ServerCase, editor: StdioEditor): Promise<void> {
	for (const [from, to] of [
		['lib', '../away'],
		['../away', 'lib'],
	] as const) {
		try {
			renameSync(files.path(`ws/${from}`), files.path(`ws/${to}`));
			await editor.changed('lib');
			return;
		} catch {
			// It is where it was moved to before.
		}
	}
}

async function seen(editor: StdioEditor) {
	const { papers, notes, files } = await indexed(editor);
	const byKey = await Promise.all(KEYS.map((key) => paper(editor, key)));
	const found = await Promise.all(
		TITLES.map((query) => editor.request<{ items: { key: string }[]; total: number }>('paperNotes/search', { query })),
	);
	const sorted = byKey.map(
		(one) => one && { ...one, citedBy: [...one.citedBy].sort((a, b) => order(a).localeCompare(order(b))) },
	);
	return {
		papers,
		notes,
		files,
		papersByKey: sorted,
		found: found.map(({ items, total }) => ({ total, keys: items.map(({ key }) => key).sort() })),
	};
}

function order(place: object): string {
	return JSON.stringify(place);
}

const ROUNDS = 3;
const EDITS = 25;

test('random edits leave what a fresh server reads', { timeout: 60_000 }, async (t) => {
	const random = seededRandom(SEED);
	const files = serverCase(t);
	const inWorkspace: ServerCase = {
		...files,
		path: (name) => files.path(name.startsWith('ws/') ? name : `ws/${name}`),
		put: (name, text) => files.put(`ws/${name}`, text),
	};
	for (const name of FILES) {
		inWorkspace.put(name, library(random));
	}
	const editor = await files.start({ on: 'ws', initializationOptions: { storagePath: files.path('storage') } });
	const open = new Set<string>();
	for (let round = 0; round < ROUNDS; round++) {
		for (let edits = 0; edits < EDITS; edits++) {
			await change(inWorkspace, editor, open, random);
		}
		for (const name of [...open]) {
			await close(editor, open, name);
		}
		// A request sent now is answered after all changes above have been collected.
		await editor.write('last.bib', entry(`last${round}n2020`, `Last ${round}`));
		const fresh = await files.start({ on: 'ws' });
		const expected = await seen(fresh);
		await fresh.close();
		await settled(editor, `last${round}n2020`);
		assert.deepEqual(await seen(editor), expected, `SEED=${SEED}, round ${round}`);
	}
});

async function settled(editor: StdioEditor, key: string): Promise<void> {
	await known(editor, key);
	await indexed(editor);
}
