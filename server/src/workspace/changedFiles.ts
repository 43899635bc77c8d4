/** Sorts created, changed and deleted files and folders into corpus files and notes. */

import { type CorpusRoot, matcherOfAll, type RootMatcher } from '../files/corpusRoots.ts';
import type { Files } from '../files/files.ts';
import { isBelow } from '../util/isBelow.ts';
import { noteRoot } from './noteFiles.ts';
import type { Workspace } from './workspace.ts';

/** Uris. A folder that contains or contained both kinds is in both lists. */
export interface ChangedFiles {
	/** Corpus files, and folders that contain some. */
	readonly corpus: readonly string[];
	/** Notes and project files, and folders that contain some. */
	readonly notes: readonly string[];
}

interface Surroundings {
	readonly workspace: Workspace;
	readonly files: Files;
	/** Uris of the workspace folders. */
	readonly folders: readonly string[];
	/** The current corpus roots. */
	readonly roots: readonly CorpusRoot[];
}

/** The changed `uris` that are corpus files or notes, or folders with such files. */
export async function changedFiles(uris: readonly string[], around: Surroundings): Promise<ChangedFiles> {
	const { workspace, files, folders, roots } = around;
	const ofNotes = folders.map((folder) => noteRoot(workspace, folder));
	const corpus = matcherOfAll(roots, files);
	const notes = matcherOfAll(ofNotes, files);
	const both = matcherOfAll([...roots, ...ofNotes], files);
	const changed: { readonly corpus: string[]; readonly notes: string[] } = { corpus: [], notes: [] };
	for (const uri of uris.flatMap((one) => [one, ...(files.linksTo?.(one) ?? [])])) {
		const isCorpus = corpus.takes(uri);
		const isNote = notes.takes(uri);
		const isFolder = !isCorpus && !isNote && (await isFolderOf(around, uri, both));
		changed.corpus.push(...(isCorpus || isFolder ? [uri] : []));
		changed.notes.push(...(isNote || isFolder ? [uri] : []));
	}
	return changed;
}

/** Whether there are, or were, corpus files or notes below `uri`. Most files that come and go are neither. */
async function isFolderOf({ workspace, files }: Surroundings, uri: string, both: RootMatcher): Promise<boolean> {
	const known = [
		...workspace.noteUris(),
		...workspace.projectUris(),
		...workspace.corpus.files().map((file) => file.uri),
	];
	if (known.some((file) => file !== uri && isBelow(file, uri))) {
		return true;
	}
	for await (const stat of files.walk(uri, both.skips)) {
		if (both.takes(stat.uri)) {
			return true;
		}
	}
	return false;
}
