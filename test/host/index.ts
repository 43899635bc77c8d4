/** What VS Code runs as its test suite: scenarios and built-in features, each result written where the test outside reads it. */

import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { SCENARIOS } from '../support/scenarios.ts';
import { BUILT_IN_FEATURES } from './builtInMarkdown.ts';
import { NOTEBOOK_FEATURES } from './notebook.ts';
import type { ScenarioResult } from './result.ts';
import { openVscodeEditor } from './vscodeEditor.ts';

export async function run(): Promise<void> {
	const file = process.env['PAPER_NOTES_RESULTS'];
	if (file === undefined) {
		throw new Error('PAPER_NOTES_RESULTS does not say where results go.');
	}
	const editor = await openVscodeEditor();
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) {
		throw new Error('VS Code has no folder open.');
	}
	const host = { code: vscode, folder: folder.uri };
	const results: ScenarioResult[] = [];
	const steps = [
		...SCENARIOS.map((scenario) => ({ title: scenario.title, act: () => scenario.run(editor) })),
		...[...BUILT_IN_FEATURES, ...NOTEBOOK_FEATURES].map((feature) => ({
			title: feature.title,
			act: () => feature.run(host),
		})),
	];
	const wanted = process.env['PAPER_NOTES_STEPS'];
	for (const { title, act } of steps.filter((step) => !wanted || JSON.parse(wanted).includes(step.title))) {
		const error = await act().then(
			() => undefined,
			(thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
		);
		results.push(error === undefined ? { title } : { title, error });
		writeFileSync(file, JSON.stringify(results));
	}
}
