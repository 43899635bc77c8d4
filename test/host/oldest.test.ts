/** Scenarios in the oldest VS Code that can be had of those that the manifest admits, with its Node, in a folder with an unusual name. */

import { before, test } from 'node:test';
import { SCENARIOS } from '../support/scenarios.ts';
import { hostRun, type ResultCheck } from './hostRun.ts';

const TITLES = SCENARIOS.map(({ title }) => title);

let checkResult: ResultCheck;

before(async () => {
	checkResult = await hostRun({ age: 'oldest', titles: TITLES, folderName: 'my notes, 50%25 ü-' });
});

for (const title of TITLES) {
	test(`in the oldest VS Code, ${title}`, () => checkResult(title));
}
