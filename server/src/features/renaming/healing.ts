/** Gives the notes that cite a paper by an old key the new one: the same edits as a rename, in the notes alone. */

import { renamingMessages } from '../../messages/renaming.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import type { Fact } from '../../workspace/decisions.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { decisionEdits } from '../deciding/decisionEdits.ts';
import { newKeysFrom, presentMeaning } from '../fixes/renamedFixes.ts';
import { isPresent } from '../presentNotes.ts';
import { newKeyEdits } from './renameEdits.ts';
import { atOnce, type RenameStep } from './renameSteps.ts';

export interface Healing {
	/** The note in which someone asks for it. */
	readonly uri: string;
	/** The old key. */
	readonly from: string;
	/** The syntaxes that count as citations in a note. */
	readonly syntaxesOf: (uri: string) => readonly CitationSyntax[];
	/** The file of decisions to write the rename into; undefined if there is none to be had. */
	readonly decisions: string | undefined;
}

/** One step for each note, and one for the decisions; none if the key is no longer known to be renamed. */
export function healingSteps(
	view: WorkspaceView,
	{ uri, from, syntaxesOf, decisions }: Healing,
): readonly RenameStep[] {
	const here = view.in(uri);
	const changed = [...newKeysFrom(here, from).keys()];
	const paperOf = (one: WorkspaceView, key: string) => one.formerly(key)?.paper.id;
	const notes = [...new Set(changed.flatMap((key) => view.notesCiting(key)))].filter(isPresent);
	const inNotes = notes.map((note): RenameStep => {
		const keys = newKeysFrom(view.in(note), from);
		const isMeant = changed.every((key) => paperOf(view.in(note), key) === paperOf(here, key));
		return {
			uri: note,
			annotation: renamingMessages.inNotes,
			editsOf: (file) => atOnce(isMeant ? newKeyEdits(file, syntaxesOf(note), keys) : []),
		};
	});
	return [
		...inNotes,
		...decisionSteps(
			decisions,
			changed.flatMap((key) => factsOf(here, key)),
		),
	];
}

/** What is true of the key from then on: it was renamed, or it means the paper that has it now. */
function factsOf(view: WorkspaceView, key: string): readonly Fact[] {
	const former = view.formerly(key);
	return former?.kind === 'renamed'
		? [{ kind: 'renamed', from: key, to: former.paper.key }]
		: presentMeaning(view, key);
}

/** The step that writes down what a person says; none without a file for it. */
export function decisionSteps(decisions: string | undefined, facts: readonly Fact[]): readonly RenameStep[] {
	const annotation = renamingMessages.inDecisions;
	return decisions === undefined || facts.length === 0
		? []
		: [{ uri: decisions, annotation, editsOf: ({ text }) => atOnce(decisionEdits(text, facts)) }];
}
