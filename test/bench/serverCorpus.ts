/** What the server is measured on: a workspace folder with a corpus and notes, and what a writer remembers of its papers. */

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibtexCorpus } from './bibtexCorpus.ts';
import type { SearchedPaper } from './searchCorpus.ts';

export interface ServerCorpus {
	readonly title: string;
	/** How many papers the files hold. */
	readonly papers: number;
	/** Holds all there is of it; among it the workspace folder and, beside it, the server's storage. */
	readonly root: string;
	readonly folder: string;
	readonly storage: string;
	/** The corpus files, and how many bytes they have in all. */
	readonly files: readonly string[];
	readonly bytes: number;
	/** Papers to search for, spread over the files from the first to the last. */
	readonly known: readonly SearchedPaper[];
	/** So that the next server begins from nothing. */
	forgetIndex(): void;
	remove(): void;
}

/** The ACL Anthology, every fifth record since 2016: 9,227 records in 16 MB. */
export const REAL_CORPUS = join(import.meta.dirname, '../../../shared/corpora/acl-2016-on.bib');

export function realCorpus(): ServerCorpus {
	const place = newPlace();
	const file = join(place.folder, 'papers.bib');
	copyFileSync(REAL_CORPUS, file);
	const known = bibtexCorpus(file);
	return {
		...place,
		title: 'ACL Anthology, every fifth record since 2016',
		papers: known.length,
		files: [file],
		bytes: statSync(file).size,
		known,
	};
}

/** A folder for a workspace, and one beside it for the server's storage. */
export function newPlace(): Pick<ServerCorpus, 'root' | 'folder' | 'storage' | 'forgetIndex' | 'remove'> {
	const root = mkdtempSync(join(tmpdir(), 'paper-notes-bench-'));
	const [folder, storage] = [join(root, 'workspace'), join(root, 'storage')];
	mkdirSync(folder);
	const removing = (path: string) => (): void => rmSync(path, { recursive: true, force: true });
	return { root, folder, storage, forgetIndex: removing(storage), remove: removing(root) };
}

/** The notes of the workspace, by file name. */
export const NOTES = { writing: 'writing.md', known: 'known.md', mixed: 'mixed.md' } as const;

/** Citations in a note whose diagnostics are measured. */
export const CITATIONS = 500;

/** A note to write in, with a few citations, and two with 500: all known, and every tenth unknown. */
export function writeNotes({ folder, known }: ServerCorpus): void {
	const stride = Math.max(1, Math.floor(known.length / CITATIONS));
	const keys = Array.from({ length: CITATIONS }, (_, index) => known[(index * stride) % known.length]?.key ?? '');
	const mixed = keys.map((key, index) => (index % 10 === 0 ? mistyped(key) : key));
	writeFileSync(join(folder, NOTES.writing), `${citing(keys.slice(0, 20))}\n\n`);
	writeFileSync(join(folder, NOTES.known), citing(keys));
	writeFileSync(join(folder, NOTES.mixed), citing(mixed));
}

function citing(keys: readonly string[]): string {
	return keys.map((key) => `What others found before @paper[${key}] holds here as well.\n`).join('');
}

/** The third letter is left out. */
function mistyped(key: string): string {
	return key.slice(0, 2) + key.slice(3);
}
