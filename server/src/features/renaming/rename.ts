/**
 * Renames the key of a cited paper: whether that is possible, and which files it affects. `renameEdits.ts` computes the
 * edits of each file from its current text.
 */

import type { Paper, PaperId } from '../../corpus/corpus.ts';
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
	/** Notes that cite the paper, by this key or by another of its names. */
	readonly notes: readonly string[];
	/** Corpus files with a record that has the old key, each with its format. */
	readonly records: ReadonlyMap<string, string>;
	/** Other corpus files that may refer to such a record. */
	readonly referring: ReadonlyMap<string, string>;
}

/** The files to change when the paper cited at `offset` is renamed to `newName`; undefined if there is no paper. */
export function renamePlan(
	view: WorkspaceView,
	place: { readonly uri: string; readonly offset: number },
	newName: string,
): RenamePlan | Refusal | undefined {
	const found = nameableAt(view, place.uri, place.offset);
	if (!found) {
		return undefined;
	}
	if (found.kind === 'namesakeLink') {
		return { refusal: renamingMessages.namesakeLink(found.note.text.slice(found.span.start, found.span.end)) };
	}
	if (!found.item) {
		return { refusal: renamingMessages.namesNoPaper };
	}
	if (!isPresent(place.uri)) {
		return { refusal: renamingMessages.readOnlyNote };
	}
	return renamePlanOf(view, found.item.reference, newName);
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
	const refusal = keyRefusal(paper, key) ?? nameRefusal(view, { paper: paper.id, key, to });
	return refusal === undefined ? planned(view, paper, { from: key, to }) : { refusal };
}

function planned(view: WorkspaceView, paper: Paper, rename: KeyRename): RenamePlan {
	const notes = view.citing(paper.id).flatMap(({ uri }) => (isPresent(uri) ? uri : []));
	const records = new Map(recordsWith(paper, rename.from).map(({ uri, format }) => [uri, format]));
	const mayRefer = records.values().some((format) => keyFormat(format)?.refersAcrossFiles);
	const files = mayRefer ? view.corpus.files() : [];
	const referring = new Map(
		files
			.filter(({ uri, format }) => !records.has(uri) && keyFormat(format)?.refersAcrossFiles)
			.map(({ uri, format = '' }) => [uri, format]),
	);
	return { rename, notes: [...new Set(notes)], records, referring };
}

/** Why the key of the paper cannot be changed. */
function keyRefusal(paper: Paper, key: string): string | undefined {
	const records = recordsWith(paper, key);
	const unsupported = records.find(({ format }) => !keyFormat(format));
	if (unsupported) {
		return renamingMessages.unsupportedFormat(key, baseName(unsupported.uri), unsupported.format);
	}
	if (records.length > 0) {
		return undefined;
	}
	const hasKey = paper.sources.some((source) => ownKey(source) !== undefined);
	return hasKey || key !== paper.key
		? renamingMessages.alias(key, paper.key)
		: renamingMessages.generated(key, baseName(paper.sources[0]?.uri ?? ''));
}

interface Naming {
	readonly paper: PaperId;
	readonly key: string;
	readonly to: string;
}

/** Why `to` is not a valid key, or not available for this paper. */
function nameRefusal(view: WorkspaceView, { paper, key, to }: Naming): string | undefined {
	const [item, ...more] = readNote(`@paper[${to}]`, { syntaxes: ['paper'] }).citations.flatMap(({ items }) => items);
	if (!item || item.problem || more.length > 0 || item.reference !== to) {
		return item?.problem?.message ?? renamingMessages.notAKey(to);
	}
	const named = to === key ? [] : view.resolve(to);
	const other = named.find(({ id }) => id !== paper);
	if (other) {
		return renamingMessages.taken(to, other.key);
	}
	return named.length > 0 ? renamingMessages.ownName(to) : undefined;
}

function recordsWith(paper: Paper, key: string): Paper['sources'] {
	return paper.sources.filter((source) => source.key !== undefined && isSameKey(source.key, key));
}
