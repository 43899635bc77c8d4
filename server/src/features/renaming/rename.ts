/**
 * Renames the key of a cited paper: whether that is possible, and which files it affects. `renameEdits.ts` computes the
 * edits of each file from its current text.
 */

import type { Paper, PaperId, Source } from '../../corpus/corpus.ts';
import type { KeyRename } from '../../corpus/formats/keyEdit.ts';
import { ownKey } from '../../corpus/keys.ts';
import { keyFormat } from '../../corpus/renaming/keyFormats.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import { readNote } from '../../notes/note.ts';
import { isSameKey } from '../../syntax/key.ts';
import { baseName } from '../../util/baseName.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { isPresent } from '../presentNotes.ts';
import { nameableAt } from './renameTarget.ts';

/** The files that a rename affects. */
export interface RenamePlan {
	readonly rename: KeyRename;
	/** Notes that cite the paper, by this key or by another of its names, or are about it. */
	readonly notes: readonly string[];
	/** Corpus files with a record that has the old key, each with its format. */
	readonly records: ReadonlyMap<string, string>;
	/** Other corpus files that may refer to such a record. */
	readonly referring: ReadonlyMap<string, string>;
	/** The note that lists the paper in its front matter, if it does. */
	readonly listing: string | undefined;
}

/** The files to change when the paper cited at `offset` is renamed to `newName`; undefined if there is no paper. */
export function renamePlan(
	workspace: WorkspaceView,
	place: { readonly uri: string; readonly offset: number },
	newName: string,
): RenamePlan | Refusal | undefined {
	const view = workspace.in(place.uri);
	const found = nameableAt(view, place.uri, place.offset);
	if (!found) {
		return undefined;
	}
	if (found.kind === 'namesakeLink') {
		return { refusal: renamingMessages.namesakeLink(found.note.text.slice(found.span.start, found.span.end)) };
	}
	const name = found.kind === 'record' ? found.key : found.item?.reference;
	if (name === undefined) {
		return { refusal: renamingMessages.namesNoPaper };
	}
	if (!isPresent(place.uri)) {
		return { refusal: renamingMessages.readOnlyNote };
	}
	return renamePlanOf(view, name, newName);
}

/** The files to change when the paper with the key `name` is renamed to `newName`. */
export function renamePlanOf(view: WorkspaceView, name: string, newName: string): RenamePlan | Refusal {
	const key = name.normalize('NFC');
	const to = newName.trim().normalize('NFC');
	const [paper, ...others] = view.resolve(key).map(({ id }) => view.corpus.paper(id));
	if (!view.complete) {
		return { refusal: renamingMessages.stillReading };
	}
	if (!paper || others.length > 0) {
		return { refusal: paper ? renamingMessages.ambiguous(key) : renamingMessages.unknown(key) };
	}
	const files = new Set(view.filesNaming(key));
	const records = paper.sources.filter((source) => files.has(source.uri) && hasKey(source, key));
	const refusal = keyRefusal(paper, key, records) ?? nameRefusal(view, { paper: paper.id, key, to, files });
	return refusal === undefined ? planned(view, { paper, files, records }, { from: key, to }) : { refusal };
}

interface Renamed {
	readonly paper: Paper;
	/** The files from which the key has its meaning in the note. Other libraries keep their key. */
	readonly files: ReadonlySet<string>;
	/** The paper's records in these files. */
	readonly records: Paper['sources'];
}

function planned(view: WorkspaceView, { paper, files, records }: Renamed, rename: KeyRename): RenamePlan {
	const about = view.notesAbout(rename.from);
	const citing = new Set([...view.citing(paper.id).map(({ uri }) => uri), ...about].filter(isPresent));
	// A note that has the key from another file as well keeps it.
	const losesKey = (uri: string): boolean => files.isSupersetOf(new Set(view.in(uri).filesNaming(rename.from)));
	const notes = [...citing].filter(losesKey);
	const listing = notes.find((uri) => files.has(uri));
	const renamed = new Map(records.filter(({ uri }) => uri !== listing).map(({ uri, format }) => [uri, format]));
	return { rename, notes, records: renamed, referring: referringFiles(view, renamed, rename), listing };
}

/** A file with an entry of its own under the key refers to that. */
function referringFiles(
	view: WorkspaceView,
	records: ReadonlyMap<string, string>,
	{ from }: KeyRename,
): ReadonlyMap<string, string> {
	const mayRefer = records.values().some((format) => keyFormat(format)?.refersAcrossFiles);
	const holding = new Set(view.corpus.holders(from).map(({ uri }) => uri));
	return new Map(
		(mayRefer ? view.corpus.files() : [])
			.filter(({ uri, format }) => !holding.has(uri) && keyFormat(format)?.refersAcrossFiles)
			.map(({ uri, format = '' }) => [uri, format]),
	);
}

/** Why the key of the paper cannot be changed. */
function keyRefusal(paper: Paper, key: string, records: Paper['sources']): string | undefined {
	const unsupported = records.find(({ format }) => !keyFormat(format));
	if (unsupported) {
		return renamingMessages.unsupportedFormat(key, baseName(unsupported.uri), unsupported.format);
	}
	if (records.length > 0) {
		return undefined;
	}
	const isKeyed = paper.sources.some((source) => ownKey(source) !== undefined);
	return isKeyed || key !== paper.key
		? renamingMessages.alias(key, paper.key)
		: renamingMessages.generated(key, baseName(paper.sources[0]?.uri ?? ''));
}

interface Naming {
	readonly paper: PaperId;
	readonly key: string;
	readonly to: string;
	/** The files in which the key is renamed. */
	readonly files: ReadonlySet<string>;
}

/** Why `to` is not a valid key, or not available for this paper. */
function nameRefusal(view: WorkspaceView, naming: Naming): string | undefined {
	const { paper, key, to } = naming;
	const [item, ...more] = readNote(`@paper[${to}]`, { syntaxes: ['paper'] }).citations.flatMap(({ items }) => items);
	if (!item || item.problem || more.length > 0 || item.reference !== to) {
		return item?.problem?.message ?? renamingMessages.notAKey(to);
	}
	const named = to === key ? [] : view.resolve(to);
	const other = named.find(({ id }) => id !== paper);
	if (other && !isFreeHere(view, naming)) {
		return renamingMessages.taken(to, other.key);
	}
	return named.some(({ id }) => id === paper) ? renamingMessages.ownName(to) : undefined;
}

/**
 * Whether only other libraries have papers under the name, and no note cites them by it that would mean this paper from
 * then on.
 */
function isFreeHere(view: WorkspaceView, { to, files }: Naming): boolean {
	const holders = view.corpus.holders(to);
	const notes = holders.flatMap(({ id }) => view.citing(id)).map(({ uri }) => view.in(uri));
	const mayMean = ({ library }: WorkspaceView): boolean =>
		library === undefined || [...files].some((file) => library.has(file));
	return (
		holders.every(({ uri }) => [...files].every((file) => view.areApart(file, uri))) &&
		!notes.some((note) => mayMean(note))
	);
}

function hasKey(source: Source, key: string): boolean {
	return source.key !== undefined && isSameKey(source.key, key);
}
