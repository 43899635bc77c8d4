/** The references highlighted together with the one at the cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { occurrences } from '../../server/src/features/navigation/occurrences.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

function checkOccurrences(text: string): void {
	const { workspace, note, uri, offset } = workspaceOf(
		`//- /corpus.bib\n@article{one, ids = {uno}, title = {First}}\n@article{two, title = {Second}}\n//- /note.md\n${text}`,
	);
	assert.deepEqual(
		occurrences(workspace, uri, offset),
		note.marks.map(({ start, end }) => ({ start, end })),
	);
}

test('all references to the paper are marked, whichever of its names they use', () =>
	checkOccurrences(`
@paper[o|ne, p. 3] and @paper[two; see @uno]
       ^^^
                                       ^^^
`));

test('an unknown key marks itself wherever it stands', () =>
	checkOccurrences(`
@paper[nobod|y] and @paper[two; nobody]
       ^^^^^^
                               ^^^^^^
`));

test('beside a key nothing is marked', () => {
	for (const text of ['@paper[one, p|. 3]', '@pap|er[one]', 'o|ne', '`@paper[o|ne]`']) {
		checkOccurrences(text);
	}
});
