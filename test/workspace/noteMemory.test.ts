/** Of a note that is not open, its text does not stay in memory. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { emptyCorpus } from '../../server/src/corpus/emptyCorpus.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';

const NOTES = 200;
const LENGTH = 100_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapUsed(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

/** `start` and `cited` are parts of each note. */
function check(start: string, cited: string): void {
	const workspace = new Workspace(emptyCorpus);
	workspace.apply({ kind: 'settings', folders: new Map(), other: readSettings({ syntaxes: ['paper', 'pandoc'] }) });
	const before = heapUsed();
	for (let index = 0; index < NOTES; index++) {
		const prose = `${index} is its number. `.repeat(LENGTH / 20);
		workspace.apply({ kind: 'noteRead', uri: `file:///${index}.md`, text: `${start}\n${cited}\n\n${prose}` });
	}
	const kept = heapUsed() - before;
	assert.equal(workspace.noteCount, NOTES);
	assert.ok(kept < (NOTES * LENGTH) / 10, `${kept} bytes are kept of ${NOTES * LENGTH}`);
}

test('references and lines are kept, but not what they were cut from', () =>
	check('', 'A line with @paper[averylongkeyofapaper2020] and @paper[another2021longkey; athird2022longkey] in it.'));

test('the same for what may be no citation', () =>
	check('', 'See [@averylongkeyofapaper2020] and @averylongname and [[@alongnoteofmine]].'));

test('the same for front matter', () =>
	check(
		'---\nbibliography: a/very/long/path/to.bib\npaper: averylongkeyofapaper2020\nreferences:\n- id: averylongkeyofapaper\n---',
		'',
	));
