/** The notes of the workspace on disk: read once at start and again as they change, to know who cites what. */

import { decodeText } from '../corpus/encoding.ts';
import { matcherOf } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';
import type { Workspace } from './workspace.ts';

export const NOTE_GLOB = '**/*.{md,markdown,qmd,rmd,mdx}';

/** A note of this size is a dump, not something a person writes; in bytes. */
const LARGEST_NOTE = 8_000_000;

/** Reads all notes below `folder`. Gives way between files, so that answers are not held up. */
export async function readNotes(workspace: Workspace, files: Files, folder: string): Promise<void> {
	const { takes, skips } = matcherOf({
		uri: folder,
		include: [NOTE_GLOB],
		exclude: workspace.settings(folder).exclude,
	});
	const gone = new Set([...workspace.noteUris()].filter(takes));
	for await (const stat of files.walk(folder, skips)) {
		if (takes(stat.uri)) {
			gone.delete(stat.uri);
			await readNoteFile(workspace, files, stat);
		}
	}
	for (const uri of gone) {
		workspace.apply({ kind: 'noteGone', uri });
	}
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

async function readNoteFile(workspace: Workspace, files: Files, { uri, size }: FileStat): Promise<void> {
	if (size > LARGEST_NOTE) {
		return;
	}
	try {
		const decoded = decodeText(await files.read(uri));
		if (decoded) {
			workspace.apply({ kind: 'noteRead', uri, text: decoded.text });
		}
	} catch {
		// A note that cannot be read cites nothing; the editor says so when someone opens it.
	}
}
