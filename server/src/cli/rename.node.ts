/** `paper-notes rename`: gives a paper another key, in its records and in every note. */

import { FORMAT_EDITS } from '../corpus/renaming/keyEdits.ts';
import { type RenamePlan, renamePlanOf } from '../features/renaming/rename.ts';
import { renameSteps } from '../features/renaming/renameSteps.ts';
import { cliMessages } from '../messages/cli.ts';
import { renamingLabels } from '../messages/renaming.ts';
import { type EditPlan, type PlannedEdit, plannedEdits, type Refusal } from '../workspace/editPlan.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shownPath } from './fileProblems.node.ts';
import { printableStart } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import { EXIT, type ExitCode, journalPath, projectOf, withWorkspace } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';
import { diskText, settleJournal, writePlan } from './writePlan.node.ts';

export interface RenameOptions extends SharedOptions {
	readonly dryRun?: boolean;
}

export async function rename(
	terminal: Terminal,
	{ from, to }: { readonly from: string; readonly to: string },
	options: RenameOptions,
): Promise<ExitCode> {
	const project = projectOf(terminal, [], options);
	const journal = journalPath(project, options);
	settleJournal(journal);
	return withWorkspace(terminal, { project, options, notes: 'whole' }, async ({ workspace }) => {
		const plan = accepted(await editPlan(workspace, accepted(renamePlanOf(workspace, from, to))));
		if (!options.dryRun) {
			accepted((await writePlan(plan, journal)) ?? plan);
		}
		report(terminal, plan, { from, to, isDry: options.dryRun === true });
		return EXIT.clean;
	});
}

/** Ends the command with the reason for a refusal. */
function accepted<T extends object>(result: T | Refusal): T {
	if ('refusal' in result) {
		throw new UsageError(result.refusal);
	}
	return result;
}

function report(
	{ out, cwd }: Terminal,
	{ edits }: EditPlan,
	{ from, to, isDry }: { readonly from: string; readonly to: string; readonly isDry: boolean },
): void {
	const files = Map.groupBy(edits, ({ uri }) => uri);
	for (const [uri, places] of isDry ? files : []) {
		const lines = places.map(({ range }) => range.start.line + 1).join(', ');
		out.write(`${printableStart(shownPath(uri, cwd))}: ${lines}\n`);
	}
	const say = isDry ? cliMessages.wouldRename : cliMessages.renamed;
	out.write(`${say(from, to, edits.length, files.size)}\n`);
}

async function editPlan(workspace: Workspace, plan: RenamePlan): Promise<EditPlan | Refusal> {
	const edits: PlannedEdit[] = [];
	const context = { formats: FORMAT_EDITS, syntaxesOf: (uri: string) => workspace.syntaxesOf(uri) };
	for (const { uri, editsOf } of renameSteps(plan, context)) {
		const file = await diskText(uri);
		const found = 'refusal' in file ? file : lastOf(editsOf(file));
		if ('refusal' in found) {
			return found;
		}
		edits.push(...('refusal' in file ? [] : plannedEdits(file, found)));
	}
	return { label: renamingLabels.label(plan.rename.from, plan.rename.to), edits };
}

function lastOf<T>(work: Iterator<void, T>): T {
	let step = work.next();
	while (!step.done) {
		step = work.next();
	}
	return step.value;
}
