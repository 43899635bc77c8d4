/** What very long citations cost grows with their length, not with its square. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems } from '../../server/src/features/problems.ts';
import { processorTime } from '../support/processorTime.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const KEYS = Array.from({ length: 8000 }, (_, index) => `k${index}`);
const BIB = KEYS.map((key) => `@misc{${key}, title = {Title of ${key}}, author = {A. ${key}}, year = 2000}`).join('\n');

/** Milliseconds that the problems of a note with this citation take, at best. */
function checkTime(citation: string, problems: number): number {
	const { workspace, uri } = workspaceOf(`//- /papers/a.bib\n${BIB}\n//- /note.md\nSee @paper[${citation}].\n`);
	const times = [1, 2, 3].map(() => {
		const began = processorTime();
		assert.equal(noteProblems(workspace, uri).length, problems);
		return processorTime() - began;
	});
	return Math.min(...times);
}

test('a citation of eight times as many papers is checked in about eight times the time', () => {
	// Clocks of the system may tick every ten milliseconds.
	const few = Math.max(10, checkTime(KEYS.slice(0, 1000).join('; '), 0));
	const many = checkTime(KEYS.join('; '), 0);
	assert.ok(many < 25 * few, `${few} and ${many} ms`);
});
