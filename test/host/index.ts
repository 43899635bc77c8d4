/** What VS Code runs as its test suite: the scenarios, each result written where the test outside reads it. */

import { writeFileSync } from 'node:fs';
import { SCENARIOS } from '../support/scenarios.ts';
import type { ScenarioResult } from './result.ts';
import { openVscodeEditor } from './vscodeEditor.ts';

export async function run(): Promise<void> {
	const file = process.env['PAPER_NOTES_RESULTS'];
	if (file === undefined) {
		throw new Error('PAPER_NOTES_RESULTS does not say where results go.');
	}
	const editor = await openVscodeEditor();
	const results: ScenarioResult[] = [];
	for (const { title, run: runScenario } of SCENARIOS) {
		const error = await runScenario(editor).then(
			() => undefined,
			(thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
		);
		results.push(error === undefined ? { title } : { title, error });
		writeFileSync(file, JSON.stringify(results));
	}
}
