/** A workspace whose files change at random, with one storage folder for all its servers. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { indexed } from '../support/scenarios.ts';
import { entry, type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FILES = 4;
const ENTRIES = 40;
const WORDS =
	'embedding embeddings encoder encoding attention attentive graph graphs verifiable environment transformer'.split(
		' ',
	);

/** The file that may be refused, and with it every request to read it, as a failing disk or another program would. */
export const REFUSED = 'part0.bib';
const REFUSE = `
const fs = require('node:fs');
const code = () => fs.readFileSync(require('node:path').join(__dirname, 'refused'), 'utf8');
const open = fs.promises.open;
fs.promises.open = async (path, ...more) => {
	if (String(path).endsWith('/${REFUSED}') && code() !== '') {
		throw Object.assign(new Error(code() + ': the file is refused'), { code: code() });
	}
	return open(path, ...more);
};`;

export interface FaultyWorkspace {
	/** From 0 to 1; determined by the seed. */
	readonly random: () => number;
	/** The folder of the index. */
	readonly storage: string;
	/** The database in it. */
	readonly database: () => string;
	/** Lets the file `REFUSED` fail with this error code whenever it is read; undefined ends that. */
	readonly refuse: (code: string | undefined) => void;
	/** Starts a server that keeps its index in the storage folder, or in memory. */
	start(storage?: 'kept' | 'memory'): Promise<StdioEditor>;
	/** Has the files indexed, and ends the server. */
	indexAndClose(): Promise<void>;
	/** Changes one file; nobody is told. */
	edit(): string;
	/** Changes one file and tells a server. */
	editThrough(editor: StdioEditor): Promise<void>;
	/** A hash of all notes and libraries: no server may change any. */
	content(): string;
	atEnd(act: () => void): void;
}

export interface Ending {
	after(act: () => void | Promise<void>): void;
}

export function faultyWorkspace(t: Ending, random: () => number): FaultyWorkspace {
	const files = serverCase(t, {
		refused: '',
		'refuse.cjs': REFUSE,
		'ws/note.md': 'See @paper[p0n1; p1n2; nobody2020].',
	});
	const storage = files.path('storage');
	for (let file = 0; file < FILES; file++) {
		files.put(nameOf(file), library(file, random));
	}
	const edit = (): string => {
		const file = Math.floor(random() * FILES);
		writeFileSync(files.path(nameOf(file)), library(file, random));
		return `part${file}.bib`;
	};
	const start = (kind: 'kept' | 'memory' = 'kept'): Promise<StdioEditor> =>
		files.start({
			on: 'ws',
			env: { NODE_OPTIONS: `--require "${files.path('refuse.cjs')}"` },
			initializationOptions: { storagePath: kind === 'kept' ? storage : null },
		});
	return {
		random,
		storage,
		start,
		edit,
		database: () => join(storage, readdirSync(storage).find((name) => /^papers-.*\.sqlite$/.test(name)) ?? 'no index'),
		refuse: (code) => files.put('refused', code ?? ''),
		async indexAndClose() {
			const editor = await start();
			await indexed(editor);
			await editor.close();
		},
		async editThrough(editor) {
			const name = edit();
			await editor.changed(name);
			// The server collects changes for a moment before it acts on them.
			await pause(100);
		},
		content: () => contentOf(files, 'ws'),
		atEnd: (act) => files.atEnd(act),
	};
}

function nameOf(file: number): string {
	return `ws/part${file}.bib`;
}

/** Entries whose keys and titles other files have as well, now and then. */
function library(file: number, random: () => number): string {
	const word = (): string => WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? '';
	const count = Math.floor(ENTRIES * (0.5 + random() / 2));
	return Array.from({ length: count }, (_, number) => {
		const owner = random() < 0.1 ? (file + 1) % FILES : file;
		return entry(`p${owner}n${number}`, `${word()} ${word()} of ${word()} number ${number}`);
	}).join('');
}

function contentOf(files: ServerCase, folder: string): string {
	const hash = createHash('sha256');
	for (const name of readdirSync(files.path(folder)).sort()) {
		hash.update(name).update(readFileSync(files.path(`${folder}/${name}`)));
	}
	return hash.digest('hex');
}
