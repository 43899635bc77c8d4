/** A planned rename as one edit of all its files, or the first reason not to rename: all of it or nothing. */

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { KeyEdit } from '../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../corpus/renaming/keyEdits.ts';
import type { RenamePlan } from '../features/renaming/rename.ts';
import { corpusFileEdits, noteEdits } from '../features/renaming/renameEdits.ts';
import { renamingMessages } from '../messages/renaming.ts';
import { lineStartsOf } from '../util/lines.ts';
import { type PlannedEdit, plannedEdits, type Refusal } from '../workspace/editPlan.ts';
import { planEdit } from './planEdit.ts';
import { type PresentText, presentText } from './presentText.ts';
import type { Session } from './session.ts';

type Edits = readonly KeyEdit[] | Refusal;

/** The edit that renames a key everywhere, or why nothing is renamed. */
export async function renameEdit(session: Session, plan: RenamePlan): Promise<WorkspaceEdit | Refusal> {
	const { FORMAT_EDITS } = await import('#keyEdits');
	const planned: PlannedEdit[] = [];
	for (const { uri, annotation, editsOf } of steps(session, plan, FORMAT_EDITS)) {
		const file = await presentText(session, uri);
		if ('refusal' in file) {
			return file;
		}
		const edits = await editsOf(file);
		if ('refusal' in edits) {
			return edits;
		}
		if (edits.length > 0) {
			planned.push(...plannedEdits({ ...file, lines: lineStartsOf(file.text) }, edits, annotation));
		}
	}
	const { from, to } = plan.rename;
	return planEdit(session, { label: renamingMessages.label(from, to), edits: planned });
}

interface Step {
	readonly uri: string;
	readonly annotation: string;
	readonly editsOf: (file: PresentText) => Edits | Promise<Edits>;
}

/** One step per file, corpus files first: if the key cannot be renamed there, no note is read. */
function* steps(
	{ workspace }: Session,
	{ rename, notes, records, referring }: RenamePlan,
	formats: ReadonlyMap<string, FormatEdits>,
): Generator<Step> {
	for (const [files, mustHold] of [[records, true] as const, [referring, false] as const]) {
		for (const [uri, name] of files) {
			const format = formats.get(name);
			if (format) {
				const annotation = renamingMessages.inCorpus;
				yield { uri, annotation, editsOf: (file) => inSlices(corpusFileEdits(file, format, { rename, mustHold })) };
			}
		}
	}
	for (const uri of notes) {
		const annotation = renamingMessages.inNotes;
		yield { uri, annotation, editsOf: (file) => noteEdits(file, workspace.syntaxesOf(uri), rename) };
	}
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
