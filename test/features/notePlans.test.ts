/** Citing and changing a form are plans. A plan is made for one text and refused as a whole for another. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citingPlan } from '../../server/src/features/citing/citingPlan.ts';
import { formPlan } from '../../server/src/features/citing/formChanges.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { notePlan } from '../../server/src/features/notePlan.ts';
import { checkedEdit, filesOf, planRefusal } from '../../server/src/lsp/planEdit.ts';
import type { EditPlan } from '../../server/src/workspace/editPlan.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const URI = uriOf('/note.md');
const TEXT = 'First.\nSee @paper[-@one] and word.\n';

const { workspace } = workspaceOf(`
//- /corpus.bib
@article{one, ids = {eins}, title = {On One}}
@article{two, title = {On Two}}
//- /note.md
${TEXT}`);

const at = (word: string): number => TEXT.indexOf(word);

function note(text: string): TextDocument {
	return TextDocument.create(URI, 'markdown', 3, text);
}

/** The text after the plan, or the reason for refusing it. */
function outcome(plan: EditPlan | undefined, document: TextDocument): string | undefined {
	const edit = plan && checkedEdit(plan, filesOf(document), { versionedEdits: false, annotatedEdits: false });
	return edit && ('refusal' in edit ? edit.refusal : TextDocument.applyEdits(document, edit.changes?.[URI] ?? []));
}

const word = { start: at('word'), end: at('word') + 4 };
const citing = citingPlan(workspace, {
	uri: URI,
	selections: [word, { start: at('one'), end: at('one') + 3 }],
	keys: ['two'],
});

test('what is selected is replaced where it still stands there', () =>
	assert.equal(outcome(citing, note(TEXT)), 'First.\nSee @paper[-@two] and @paper[two].\n'));

test('of several citings none is made where one of the selections has changed, and the place is named', () => {
	const refusal = /^note\.md has just changed at line 2, so nothing was changed/;
	assert.match(outcome(citing, note(TEXT.replace('word', 'that'))) ?? '', refusal);
	assert.match(outcome(citing, note(TEXT.replace('one', 'new'))) ?? '', refusal);
	assert.match(planRefusal(citing, filesOf(note('First.')))?.refusal ?? '', refusal);
});

test('a form is changed where the citation still has the one that it had', () => {
	const plan = formPlan(workspace, { uri: URI, offset: at('one') }, 'inText');
	assert.equal(plan?.label, 'Cite in the text: @paper[+@one]');
	assert.equal(outcome(plan, note(TEXT)), 'First.\nSee @paper[+@one] and word.\n');
	assert.match(outcome(plan, note(`New\n${TEXT}`)) ?? '', /^note\.md has just changed at line 2/);
});

test('there is no plan for the form that a citation has, for none, and beside citations', () => {
	for (const [offset, mode] of [
		[at('one'), 'suppressAuthor'],
		[at('one'), 'shouting'],
		[at('one'), undefined],
		[at('word'), 'inText'],
	] as const) {
		assert.equal(formPlan(workspace, { uri: URI, offset }, mode), undefined);
	}
});

test('the light bulb offers the same plans of the forms', () => {
	const offered = fixes(workspace, URI, { start: at('one'), end: at('one') });
	const modes = ['parenthetical', 'inText'] as const;
	const here = workspace.note(URI);
	assert.deepEqual(
		offered.map((fix) => here && notePlan(URI, here, fix)),
		modes.map((mode) => formPlan(workspace, { uri: URI, offset: at('one') }, mode)),
	);
});
