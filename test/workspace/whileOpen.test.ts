/** A note that a command looks at as if an editor had it open. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn } from '../../server/src/features/problems.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const FIXTURE = `
//- /corpus.bib
@article{one, title = {First}}
//- /note.md
@paper[o|ne]
//- /disk/other.md
@paper[one] and @paper[two]
`;

test('the note is open meanwhile, and afterwards as it was', () => {
	const { workspace } = workspaceOf(FIXTURE);
	const uri = uriOf('/disk/other.md');
	const state = () => ({
		problems: problemsIn(workspace, uri),
		places: [...workspace.closedPlaces(uri)],
		citing: workspace.citing(workspace.resolve('one')[0]?.id ?? 0),
		weights: [...workspace.cited(uri)],
	});
	const before = state();
	const seen = workspace.whileOpen(uri, '@paper[one, two]', () => ({
		text: workspace.note(uri)?.text,
		codes: problemsIn(workspace, uri).map(({ code }) => code),
	}));
	assert.deepEqual(seen, { text: '@paper[one, two]', codes: [] });
	assert.equal(workspace.note(uri), undefined);
	assert.deepEqual(state(), before);
});

test('a note that was not known before is not known afterwards', () => {
	const { workspace } = workspaceOf(FIXTURE);
	const uri = uriOf('/new.md');
	const look = (): never => {
		throw new Error('looked');
	};
	assert.throws(() => workspace.whileOpen(uri, '@paper[one]', look), /looked/);
	assert.equal(workspace.hasNote(uri), false);
});
