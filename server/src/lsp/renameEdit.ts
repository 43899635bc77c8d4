/** A planned rename as one edit of all its files, or the first reason not to rename: all of it or nothing. */

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { RenamePlan } from '../features/renaming/rename.ts';
import type { RenameStep } from '../features/renaming/renameSteps.ts';
import { renamingLabels } from '../messages/renaming.ts';
import { append } from '../util/append.ts';
import { type PlannedEdit, plannedEdits, type Refusal } from '../workspace/editPlan.ts';
import { planEdit } from './planEdit.ts';
import { newText, type PresentText, presentText } from './presentText.ts';
import type { Session } from './session.ts';

/** The edit that renames a key everywhere, or why nothing is renamed. */
export async function renameEdit(session: Session, plan: RenamePlan): Promise<WorkspaceEdit | Refusal> {
	const [{ FORMAT_EDITS }, { renameSteps }] = await Promise.all([import('#keyEdits'), import('#rareFeatures')]);
	const { from, to } = plan.rename;
	const syntaxesOf = (note: string) => session.workspace.syntaxesOf(note);
	const steps = renameSteps(plan, { formats: FORMAT_EDITS, syntaxesOf });
	return stepsEdit(session, { label: renamingLabels.label(from, to), steps });
}

export interface Steps {
	readonly label: string;
	readonly steps: Iterable<RenameStep>;
	/** A file that the edit creates, unless it exists. */
	readonly created?: string | undefined;
}

/** The edit of these steps, or why nothing is changed. */
export async function stepsEdit(session: Session, { label, steps, created }: Steps): Promise<WorkspaceEdit | Refusal> {
	const planned: PlannedEdit[] = [];
	const read = new Map<string, PresentText>();
	for (const { uri, annotation, editsOf } of steps) {
		const file = uri === created ? newText(uri) : await presentText(session, uri);
		if ('refusal' in file) {
			return file;
		}
		const edits = await inSlices(editsOf(file));
		if ('refusal' in edits) {
			return edits;
		}
		if (edits.length > 0) {
			read.set(uri, file);
			append(planned, plannedEdits({ uri, text: file.text, lines: file.lines() }, edits, annotation));
		}
	}
	return planEdit(session, { label, edits: planned, ...(created === undefined ? {} : { created }) }, read);
}

/** Milliseconds for which other requests may have to wait. */
const SLICE_MS = 8;

/** Runs `work` to its end and yields to other work in between. */
async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
	let began = performance.now();
	let step = work.next();
	while (!step.done) {
		if (performance.now() - began > SLICE_MS) {
			await new Promise((resolve) => setTimeout(resolve, 0));
			began = performance.now();
		}
		step = work.next();
	}
	return step.value;
}
