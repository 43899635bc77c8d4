/** Steps inside a real VS Code on a copy of the sample: one run, whose results tests then look at one by one. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeAge } from '../vscode/install.ts';
import { runInVscode } from '../vscode/run.ts';
import type { ScenarioResult } from './result.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Looks at the result of the step with this title; throws what it threw. */
export type ResultCheck = (title: string) => void;

export interface HostRun {
	readonly age: VscodeAge;
	/** Of the steps of `index.ts` that are run; without it, all. */
	readonly titles?: readonly string[];
	/** What the name of the folder begins with. */
	readonly folderName?: string;
}

export async function hostRun({ age, titles, folderName }: HostRun): Promise<ResultCheck> {
	const workspace = sampleWorkspace(folderName);
	const file = join(workspace.path, '..', `results-${age}-${process.pid}.json`);
	await runInVscode({
		age,
		extensionDevelopmentPath: ROOT,
		extensionTestsPath: join(ROOT, 'out/host/index.js'),
		workspace: workspace.path,
		env: { PAPER_NOTES_RESULTS: file, ...(titles && { PAPER_NOTES_STEPS: JSON.stringify(titles) }) },
	});
	const results: readonly ScenarioResult[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
	workspace.remove();
	return (title) => {
		const result = results.find((seen) => seen.title === title);
		assert.ok(result, 'VS Code ended before it came to this.');
		assert.equal(result.error, undefined);
	};
}
