/**
 * The notes of the workspace on disk, with the project files beside them: read once at start and again as they change,
 * to know who cites what, and which bibliographies are meant.
 */

import { matcherOf } from '../files/corpusRoots.ts';
import { type FileStat, type Files, NotAFile } from '../files/files.ts';
import { isProjectFile, PROJECT_GLOB } from '../files/projectFiles.ts';
import { decodeText } from '../util/encoding.ts';
import { isBelow } from '../util/isBelow.ts';
import type { Workspace } from './workspace.ts';

/** Of notes and project files. Clients watch in the case that is written, and R's editors write `.Rmd`. */
export const NOTE_GLOBS = ['**/*.{md,markdown,qmd,rmd,Rmd,mdx}', PROJECT_GLOB];

/** Whether a file of this name is a note. */
export function isNoteName(uri: string): boolean {
	return /\.(md|markdown|qmd|rmd|mdx)$/i.test(uri);
}

/** A note of this size is a dump, not something a person writes; in bytes. */
const MAX_NOTE_BYTES = 8_000_000;

/** From where notes are read, and where to. */
export interface NoteReading {
	readonly workspace: Workspace;
	readonly files: Files;
	/** Told of a file that cannot be read for now, or a folder that cannot be listed: what is known of it stays. */
	readonly onUnread: (uri: string) => void;
}

/** Reads all notes below `folder`. Gives way between files, so that answers are not held up. */
export function readNotes(reading: NoteReading, folder: string): Promise<void> {
	return new NoteFiles(reading).look(folder);
}

/** The notes on disk, looked at again and again where nobody tells of changes: what has not changed is not read again. */
export class NoteFiles {
	readonly #reading: NoteReading;
	readonly #seen = new Map<string, FileStat>();

	constructor(reading: NoteReading) {
		this.#reading = reading;
	}

	/** Reads the notes below `folder`, or only those below the folder `within` it, and forgets those that have gone. */
	async look(folder: string, within = folder): Promise<void> {
		const { workspace, files, onUnread } = this.#reading;
		const { exclude } = workspace.settings(folder);
		const { takes, skips } = matcherOf({ uri: folder, include: NOTE_GLOBS, exclude }, files);
		const known = [...workspace.noteUris(), ...workspace.projectUris()];
		const gone = new Set(known.filter((uri) => takes(uri) && isBelow(uri, within)));
		const unlisted: string[] = [];
		for await (const stat of files.walk(within, skips, (uri) => unlisted.push(uri))) {
			if (takes(stat.uri)) {
				gone.delete(stat.uri);
				await this.#read(stat);
			}
		}
		for (const uri of [...gone].filter((one) => !unlisted.some((parent) => isBelow(one, parent)))) {
			this.#seen.delete(uri);
			forget(workspace, uri);
		}
		unlisted.forEach(onUnread);
	}

	async #read(stat: FileStat): Promise<void> {
		const seen = this.#seen.get(stat.uri);
		if (seen?.size !== stat.size || seen.mtime !== stat.mtime) {
			this.#seen.set(stat.uri, stat);
			if (!(await readNoteFile(this.#reading, stat))) {
				this.#seen.delete(stat.uri);
			}
		}
	}
}

/** Forgets the notes that lie in none of the folders: one of them has been closed. Open notes stay. */
export function forgetNotesOutside(workspace: Workspace, folders: readonly string[]): void {
	const known = [...workspace.noteUris(), ...workspace.projectUris()];
	for (const uri of known.filter((note) => !folders.some((folder) => isBelow(note, folder)))) {
		forget(workspace, uri);
	}
}

function forget(workspace: Workspace, uri: string): void {
	workspace.apply({ kind: isProjectFile(uri) ? 'projectGone' : 'noteGone', uri });
}

/** Reads one note again, or forgets it when it is gone. */
export async function readNoteAgain(reading: NoteReading, uri: string): Promise<void> {
	const stat = await reading.files.stat(uri);
	if (stat?.uri !== uri) {
		forget(reading.workspace, uri);
	}
	if (stat) {
		await readNoteFile(reading, stat);
	}
}

/**
 * What cannot be read as a text cites nothing; the editor says so when someone opens it. False for a file that cannot be
 * read for now: what is known of it stays.
 */
async function readNoteFile({ workspace, files, onUnread }: NoteReading, { uri, size }: FileStat): Promise<boolean> {
	const bytes = size > MAX_NOTE_BYTES ? undefined : await files.read(uri).catch(toError);
	if (bytes instanceof Error && !(bytes instanceof NotAFile)) {
		onUnread(uri);
		return false;
	}
	const decoded = bytes instanceof Uint8Array ? decodeText(bytes) : undefined;
	if (decoded) {
		workspace.apply({ kind: isProjectFile(uri) ? 'projectRead' : 'noteRead', uri, text: decoded.text });
	} else {
		forget(workspace, uri);
	}
	return true;
}

function toError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
