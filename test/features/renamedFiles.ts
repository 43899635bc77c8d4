/** Renames a key in a fixture as the server does, and says what each file is afterwards. */

import assert from 'node:assert/strict';
import type { KeyEdit } from '../../server/src/corpus/formats/keyEdit.ts';
import { FORMAT_EDITS } from '../../server/src/corpus/renaming/keyEdits.ts';
import { type RenamePlan, renamePlan } from '../../server/src/features/renaming/rename.ts';
import { renameSteps } from '../../server/src/features/renaming/renameSteps.ts';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import type { Refusal } from '../../server/src/workspace/editPlan.ts';
import { filesIn } from '../support/fixture.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

export interface Renaming extends WorkspaceOptions {
	readonly to: string;
}

/** The files that change, as `//- /path` and their new text; or the refusal. */
export function renamed(fixture: string, { to, ...options }: Renaming): ReadonlyMap<string, string> | string {
	const { workspace, files, uri, offset } = workspaceOf(fixture, options);
	const plan = renamePlan(workspace, { uri, offset }, to) ?? assert.fail('there is nothing to rename');
	if ('refusal' in plan) {
		return plan.refusal;
	}
	const changed = new Map<string, string>();
	for (const { path, text } of files) {
		const edits = editsIn({ name: path, text }, plan, workspace.syntaxesOf(uriOf(path)));
		if ('refusal' in edits) {
			return edits.refusal;
		}
		if (edits.length > 0) {
			changed.set(path, applied(text, edits));
		}
	}
	return changed;
}

/** The edits of one file: none if the plan does not affect it. */
export function editsIn(
	file: { readonly name: string; readonly text: string },
	plan: RenamePlan,
	syntaxes: readonly CitationSyntax[],
): readonly KeyEdit[] | Refusal {
	const steps = [...renameSteps(plan, { formats: FORMAT_EDITS, syntaxesOf: () => syntaxes })];
	const step = steps.find(({ uri }) => uri === uriOf(file.name));
	return step ? toEnd(step.editsOf({ ...file, uri: step.uri })) : [];
}

function toEnd<T>(work: Iterator<void, T>): T {
	let step = work.next();
	while (!step.done) {
		step = work.next();
	}
	return step.value;
}

function applied(text: string, edits: readonly KeyEdit[]): string {
	return edits.toReversed().reduce((seen, { span, newText }) => {
		return seen.slice(0, span.start) + newText + seen.slice(span.end);
	}, text);
}

export function checkRename(fixture: string, renaming: Renaming, after: string): void {
	const expected = new Map(filesIn(after).map(({ path, text }) => [path, text]));
	assert.deepEqual(renamed(fixture, renaming), expected);
}
