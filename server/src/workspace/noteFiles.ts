/** The notes of the workspace on disk: read once at start and again as they change, to know who cites what. */

import { decodeText } from '../corpus/encoding.ts';
import { matcherOf } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';
import type { Workspace } from './workspace.ts';

export const NOTE_GLOB = '**/*.{md,markdown,qmd,rmd,mdx}';

/** A note of this size is a dump, not something a person writes; in bytes. */
const LARGEST_NOTE = 8_000_000;

/** Reads all notes below `folder`. Gives way between files, so that answers are not held up. */
export function readNotes(workspace: Workspace, files: Files, folder: string): Promise<void> {
	return new NoteFiles(workspace, files).look(folder);
}

/** The notes on disk, looked at again and again where nobody tells of changes: what has not changed is not read again. */
export class NoteFiles {
	readonly #workspace: Workspace;
	readonly #files: Files;
	readonly #seen = new Map<string, FileStat>();

	constructor(workspace: Workspace, files: Files) {
		this.#workspace = workspace;
		this.#files = files;
	}

	/** Reads the notes below `folder`, or only those below the folder `within` it, and forgets those that have gone. */
	async look(folder: string, within = folder): Promise<void> {
		const { exclude } = this.#workspace.settings(folder);
		const { takes, skips } = matcherOf({ uri: folder, include: [NOTE_GLOB], exclude });
		const gone = new Set([...this.#workspace.noteUris()].filter((uri) => takes(uri) && isBelow(uri, within)));
		for await (const stat of this.#files.walk(within, skips)) {
			if (takes(stat.uri)) {
				gone.delete(stat.uri);
				await this.#read(stat);
			}
		}
		for (const uri of gone) {
			this.#seen.delete(uri);
			this.#workspace.apply({ kind: 'noteGone', uri });
		}
	}

	async #read(stat: FileStat): Promise<void> {
		const seen = this.#seen.get(stat.uri);
		if (seen?.size !== stat.size || seen.mtime !== stat.mtime) {
			this.#seen.set(stat.uri, stat);
			await readNoteFile(this.#workspace, this.#files, stat);
		}
	}
}

/** Forgets the notes that lie in none of the folders: one of them has been closed. Open notes stay. */
export function forgetNotesOutside(workspace: Workspace, folders: readonly string[]): void {
	const outside = [...workspace.noteUris()].filter((uri) => !folders.some((folder) => isBelow(uri, folder)));
	for (const uri of outside) {
		workspace.apply({ kind: 'noteGone', uri });
	}
}

function isBelow(uri: string, folder: string): boolean {
	return uri === folder || uri.startsWith(`${folder}/`);
}

/** Reads one note again, or forgets it when it is gone. */
export async function readNoteAgain(workspace: Workspace, files: Files, uri: string): Promise<void> {
	const stat = await files.stat(uri);
	if (stat) {
		await readNoteFile(workspace, files, stat);
	} else {
		workspace.apply({ kind: 'noteGone', uri });
	}
}

/** What cannot be read as a text cites nothing; the editor says so when someone opens it. */
async function readNoteFile(workspace: Workspace, files: Files, { uri, size }: FileStat): Promise<void> {
	const decoded = size > LARGEST_NOTE ? undefined : decodeText(await files.read(uri).catch(() => new Uint8Array()));
	workspace.apply(decoded ? { kind: 'noteRead', uri, text: decoded.text } : { kind: 'noteGone', uri });
}
