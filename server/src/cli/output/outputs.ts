/** The formats in which problems are printed. */

import type { Checked } from '../fileProblems.node.ts';
import { githubOutput } from './github.ts';
import { jsonOutput } from './json.ts';
import { sarifOutput } from './sarif.ts';

/** Formats for programs. Each gives the whole output, which ends with a line end unless it is empty. */
export const OUTPUTS: Readonly<Record<string, (checked: Checked) => string>> = {
	json: jsonOutput,
	sarif: sarifOutput,
	github: githubOutput,
};
