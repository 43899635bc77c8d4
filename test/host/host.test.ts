/** Scenarios, and the company of VS Code's own Markdown support, in a real VS Code. */

import { before, test } from 'node:test';
import { SCENARIOS } from '../support/scenarios.ts';
import { BUILT_IN_FEATURES } from './builtInMarkdown.ts';
import { hostRun, type ResultCheck } from './hostRun.ts';
import { NOTEBOOK_FEATURES } from './notebook.ts';

let checkResult: ResultCheck;

before(async () => {
	checkResult = await hostRun({ age: 'newest' });
});

for (const { title } of SCENARIOS) {
	test(`in VS Code, ${title}`, () => checkResult(title));
}

for (const { title } of BUILT_IN_FEATURES) {
	test(`beside VS Code's own Markdown support, ${title}`, () => checkResult(title));
}

for (const { title } of NOTEBOOK_FEATURES) {
	test(`in a notebook in VS Code, ${title}`, () => checkResult(title));
}
