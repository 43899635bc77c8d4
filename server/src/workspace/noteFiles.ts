/**
 * The notes and project files of the workspace on disk. They are read once at start and again when they change, to know
 * which notes cite what and which bibliographies they name.
 */

import { type CorpusRoot, matcherOf } from '../files/corpusRoots.ts';
import { type FileStat, type Files, NotAFile } from '../files/files.ts';
import { DECISIONS_NAME, isProjectFile, PROJECT_GLOB } from '../files/projectFiles.ts';
import { takenFiles } from '../files/rootFiles.ts';
import { isNotebookName } from '../notes/noteFile.ts';
import { decodeText } from '../util/encoding.ts';
import { isBelow } from '../util/isBelow.ts';
import type { Workspace } from './workspace.ts';

/** Globs of notes and project files. Clients match globs by case, and R's editors write `.Rmd`. */
export const NOTE_GLOBS = [
	'**/*.{md,markdown,qmd,rmd,Rmd,RMD,rmarkdown,Rmarkdown,mdx,ipynb}',
	PROJECT_GLOB,
	DECISIONS_NAME,
];

/** Jupyter's copies of the notebooks that someone has saved. */
const CHECKPOINTS = '**/.ipynb_checkpoints/**';

/** Where the notes of a workspace folder are. */
export function noteRoot(workspace: Workspace, folder: string): CorpusRoot {
	return { uri: folder, include: NOTE_GLOBS, exclude: [...workspace.settings(folder).exclude, CHECKPOINTS] };
}

/** Whether a file with this name is a note. */
export function isNoteName(uri: string): boolean {
	return /\.(md|markdown|qmd|rmd|rmarkdown|mdx|ipynb)$/i.test(uri);
}

/** A larger file is a data dump, not something a person writes. */
const MAX_NOTE_BYTES = 8_000_000;

/** A notebook holds the images that its code has made. Above this, editors are slow to open it. */
const MAX_NOTEBOOK_BYTES = 100_000_000;

/** Where notes are read from, and where to. */
export interface NoteReading {
	readonly workspace: Workspace;
	readonly files: Files;
	/**
	 * Called for a file that cannot be read at the moment, or a folder that cannot be listed. What is known of it is kept.
	 */
	readonly onUnread: (uri: string) => void;
}

/** Reads all notes below `folder`. Yields between files, so that requests are not delayed. */
export function readNotes(reading: NoteReading, folder: string): Promise<void> {
	return new NoteFiles(reading).look(folder);
}

/** Read together. Parsing them takes a few milliseconds, for which requests have to wait. */
const FILES_A_TIME = 8;

/** The notes on disk, scanned repeatedly if nothing reports changes. Unchanged files are not read again. */
export class NoteFiles {
	readonly #reading: NoteReading;
	readonly #seen = new Map<string, FileStat>();
	/** Files that are to be read. */
	readonly #waiting: FileStat[] = [];

	constructor(reading: NoteReading) {
		this.#reading = reading;
	}

	/** Reads the notes below `folder`, or only those below its subfolder `within`, and forgets deleted ones. */
	async look(folder: string, within = folder): Promise<void> {
		const { workspace, files, onUnread } = this.#reading;
		const matcher = matcherOf(noteRoot(workspace, folder), files);
		const known = [...workspace.noteUris(), ...workspace.projectUris()];
		const gone = new Set(known.filter((uri) => matcher.takes(uri) && isBelow(uri, within)));
		const unlisted: string[] = [];
		for await (const stat of takenFiles(files, within, matcher, (uri) => unlisted.push(uri))) {
			gone.delete(stat.uri);
			await this.#readSoon(stat);
		}
		await this.#readWaiting();
		for (const uri of [...gone].filter((one) => !unlisted.some((parent) => isBelow(one, parent)))) {
			this.#seen.delete(uri);
			forget(workspace, uri);
		}
		unlisted.forEach(onUnread);
	}

	async #readSoon(stat: FileStat): Promise<void> {
		const seen = this.#seen.get(stat.uri);
		if (seen?.size !== stat.size || seen.mtime !== stat.mtime) {
			this.#waiting.push(stat);
		}
		const bytes = this.#waiting.reduce((sum, { size }) => sum + size, 0);
		if (this.#waiting.length === FILES_A_TIME || bytes > MAX_NOTE_BYTES) {
			await this.#readWaiting();
		}
	}

	/** Reads the files together, so that the disk is not waited for after each, and takes them in the order of the walk. */
	async #readWaiting(): Promise<void> {
		const stats = this.#waiting.splice(0);
		const contents = await Promise.all(stats.map((stat) => contentOf(this.#reading.files, stat)));
		for (const [index, stat] of stats.entries()) {
			this.#seen.set(stat.uri, stat);
			if (!takeContent(this.#reading, stat.uri, contents[index])) {
				this.#seen.delete(stat.uri);
			}
		}
	}
}

/** Forgets the notes outside all `folders`, for when a folder was closed. Open notes are kept. */
export function forgetNotesOutside(workspace: Workspace, folders: readonly string[]): void {
	const known = [...workspace.noteUris(), ...workspace.projectUris()];
	for (const uri of known.filter((note) => !folders.some((folder) => isBelow(note, folder)))) {
		forget(workspace, uri);
	}
}

function forget(workspace: Workspace, uri: string): void {
	workspace.apply({ kind: isProjectFile(uri) ? 'projectGone' : 'noteGone', uri });
}

/** Reads one note again, or forgets it if it is deleted. */
export async function readNoteAgain(reading: NoteReading, uri: string): Promise<void> {
	const stat = await reading.files.stat(uri);
	if (stat?.uri !== uri) {
		forget(reading.workspace, uri);
	}
	if (stat) {
		takeContent(reading, stat.uri, await contentOf(reading.files, stat));
	}
}

/** The bytes of a file; the error if it cannot be read; undefined if it is too large for a note. */
async function contentOf(files: Files, { uri, size }: FileStat): Promise<Uint8Array | Error | undefined> {
	return size > (isNotebookName(uri) ? MAX_NOTEBOOK_BYTES : MAX_NOTE_BYTES)
		? undefined
		: files.read(uri).catch(toError);
}

/**
 * Takes a note as it was read. A file that is not valid text counts as a note without citations, and the editor reports
 * it when someone opens it. Returns false if the file cannot be read at the moment: what is known of it is kept.
 */
function takeContent(
	{ workspace, onUnread }: NoteReading,
	uri: string,
	bytes: Uint8Array | Error | undefined,
): boolean {
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
