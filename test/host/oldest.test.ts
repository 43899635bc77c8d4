/** Scenarios in the oldest VS Code that can be had of those that the manifest admits, with its Node. */

import { before, test } from 'node:test';
import { SCENARIOS } from '../support/scenarios.ts';
import { hostRun, type ResultCheck } from './hostRun.ts';

const TITLES = SCENARIOS.map(({ title }) => title);

let checkResult: ResultCheck;

before(async () => {
	checkResult = await hostRun('oldest', TITLES);
});

for (const title of TITLES) {
	test(`in the oldest VS Code, ${title}`, () => checkResult(title));
}
