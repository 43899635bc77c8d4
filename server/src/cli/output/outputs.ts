/** The formats in which problems are printed. */

import type { CheckedFile } from '../fileProblems.node.ts';
import { githubOutput } from './github.ts';
import { jsonOutput } from './json.ts';
import { sarifOutput } from './sarif.ts';

export interface Checked {
	readonly files: readonly CheckedFile[];
	/** Number of files that were checked, with problems or without. */
	readonly count: number;
	/** The URI of the folder that relative paths start from, with a `/` at its end. */
	readonly root: string;
}

/** Formats for programs. Each gives the whole output, which ends with a line end unless it is empty. */
export const OUTPUTS: Readonly<Record<string, (checked: Checked) => string>> = {
	json: jsonOutput,
	sarif: sarifOutput,
	github: githubOutput,
};
