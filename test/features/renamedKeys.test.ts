/** Citations by keys that sources have given up: what is said of them, and what mends them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { completions } from '../../server/src/features/citing/completion.ts';
import { highlights } from '../../server/src/features/colouring/highlights.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { fixAllOnSave } from '../../server/src/features/fixes/unknownKeys.ts';
import { noteProblems, problemsIn } from '../../server/src/features/problems.ts';
import { article, FOLDER, KeyHistory, NOTE } from '../support/keyHistory.ts';

const BARK = 'Bark in winter and in summer';
const LEAF = 'Leaves of grass and of trees';

/** The problems of the note, as `code: message`. */
function problems({ workspace }: KeyHistory): string[] {
	return noteProblems(workspace, NOTE).map(({ code, message }) => `${code}: ${message}`);
}

/** The titles of the fixes at the first citation. */
function titles({ workspace }: KeyHistory, needle: string): string[] {
	const at = workspace.note(NOTE)?.text.indexOf(needle) ?? 0;
	return fixes(workspace, NOTE, { start: at, end: at })
		.filter(({ mends }) => mends)
		.map(({ title }) => title);
}

const RENAMED = 'renamed-key: "bark1" is now "bark2": its source has given the paper another key.';

test('a key that a source gives up for another is renamed, not unknown', () => {
	const history = new KeyHistory(article('bark1', BARK), 'See @paper[bark1].');
	assert.deepEqual(problems(history), []);
	history.library(article('bark2', BARK));
	assert.deepEqual(problems(history), [RENAMED]);
});

test('it is so as well if no note had cited the key, and if the index is made anew', () => {
	const history = new KeyHistory(article('bark1', BARK), '');
	history.library(article('bark2', BARK));
	history.note('See @paper[bark1].');
	assert.deepEqual(problems(history), [RENAMED]);
	history.rebuilt(article('bark2', BARK));
	assert.deepEqual(problems(history), [RENAMED]);
});

test('a key that changes while nobody looks is recognised by what notes cited', () => {
	const history = new KeyHistory(article('bark1', BARK), 'See @paper[bark1].');
	history.rebuilt(article('bark2', BARK));
	assert.deepEqual(problems(history), [RENAMED]);
});

test('a file that is emptied before it is written again loses no key', () => {
	const history = new KeyHistory(article('bark1', BARK) + article('leaf1', LEAF), 'See @paper[bark1].');
	history.library('');
	history.library(article('leaf2', LEAF));
	history.library(article('bark2', BARK) + article('leaf2', LEAF));
	assert.deepEqual(problems(history), [RENAMED]);
});

test('a paper is recognised though a DOI was added or its title was corrected as well', () => {
	for (const changed of [
		article('bark2', BARK, ', doi = {10.1000/bark}'),
		article('bark2', 'Bark in Winter and in {Summer}'),
		article('bark2', BARK).replace('2020', '2021'),
	]) {
		const history = new KeyHistory(article('bark1', BARK), 'See @paper[bark1].');
		history.library(changed);
		assert.deepEqual(problems(history), [RENAMED], changed);
	}
	const history = new KeyHistory(article('bark1', BARK, ', doi = {10.1000/bark}'), 'See @paper[bark1].');
	history.library(article('bark2', `${BARK}: a long view`, ', doi = {10.1000/bark}'));
	assert.deepEqual(problems(history), [RENAMED]);
});

test('a paper that is gone is not taken for another one like it', () => {
	for (const other of [
		article('bark2', BARK).replace('2020', '1990'),
		article('bark2', BARK, ', doi = {10.1000/other}'),
		article('bark2', BARK).replaceAll('Ash', 'Oak'),
		article('bark2', `${BARK}: errata`),
	]) {
		const history = new KeyHistory(article('bark1', BARK, ', doi = {10.1000/bark}'), 'See @paper[bark1].');
		history.library(other);
		assert.match(problems(history).join(), /^unknown-paper/, other);
	}
});

test('of a talk and the article that follows it, the one that stays is not the one that is gone', () => {
	const talk = article('talk', BARK).replace('journal', 'booktitle').replace('@article', '@inproceedings');
	const paper = article('paper', BARK, ', volume = {7}, pages = {1--9}').replace('2020', '2021');
	const history = new KeyHistory(talk + paper, 'See @paper[talk; paper].');
	history.library(paper);
	assert.match(problems(history).join(), /^unknown-paper: No paper has the key "talk"/);
	history.library(talk.replace('{talk', '{talk2') + paper.replace('{paper', '{paper2'));
	const [first, second] = problems(history);
	assert.match(first ?? '', /^renamed-key: "talk" is now "talk2"/);
	assert.match(second ?? '', /^renamed-key: "paper" is now "paper2"/);
});

test('if two papers may be meant, none is', () => {
	const history = new KeyHistory(article('bark1', BARK), '');
	history.library(article('leaf1', LEAF));
	history.library(article('bark1', LEAF));
	history.library(article('bark2', BARK) + article('leaf2', LEAF));
	history.note('See @paper[bark1].');
	assert.match(problems(history).join(), /^unknown-paper/);
});

test('a key that another paper has taken means that paper, and a problem says so', () => {
	const history = new KeyHistory(article('one', BARK) + article('two', LEAF), 'See @paper[one].');
	history.library(article('bark', BARK) + article('one', LEAF));
	assert.deepEqual(problems(history), [
		`renamed-key: "one" means another paper than when it was cited. It meant "${BARK}", which is now "bark".`,
	]);
	assert.deepEqual(titles(history, 'one'), [
		'Cite "bark"',
		'Update @paper[one] to bark in 1 note',
		`"one" means "${LEAF}" now`,
	]);
	assert.equal(history.workspace.resolve('one')[0]?.key, 'one');
	history.rebuilt(article('bark', BARK) + article('one', LEAF));
	assert.equal(problems(history).length, 1);
});

test('what the key meant no longer counts once nothing cites it, or once a person has said so', () => {
	const before = article('one', BARK) + article('two', LEAF);
	const after = article('bark', BARK) + article('one', LEAF);
	const history = new KeyHistory(before, 'See @paper[one].');
	history.library(after);
	history.note('See @paper[bark].');
	history.remember();
	history.note('See @paper[one].');
	assert.deepEqual(problems(history), []);

	const told = new KeyHistory(before, 'See @paper[one].');
	told.library(after);
	const text = `- means: {key: one, paper: "${LEAF}"}\n`;
	told.workspace.apply({ kind: 'projectRead', uri: `${FOLDER}/.paper-notes.yml`, text });
	assert.deepEqual(problems(told), []);
});

test('exchanged keys change together or not at all', () => {
	const history = new KeyHistory(article('one', BARK) + article('two', LEAF), 'See @paper[one] and @paper[two].');
	history.library(article('two', BARK) + article('one', LEAF));
	assert.equal(problems(history).length, 2);
	assert.deepEqual(titles(history, 'one'), [
		'Update "one", "two", which were exchanged, in 1 note',
		`"one" means "${LEAF}" now`,
	]);
});

test('a corrected record is no other paper', () => {
	const history = new KeyHistory(article('one', 'Brak in wnter') + article('two', LEAF), 'See @paper[one; two].');
	history.library(article('one', BARK) + article('two', LEAF));
	assert.deepEqual(problems(history), []);
	history.library(article('one', BARK, ', doi = {10.1000/bark}') + article('two', LEAF));
	assert.deepEqual(problems(history), []);
});

test('what a person accepted counts without any memory, over several renames', () => {
	const history = new KeyHistory(article('bark3', BARK), 'See @paper[bark1; nobody].');
	const text = '- renamed: {from: bark1, to: bark2}\n- renamed: {from: bark2, to: bark3}\n';
	history.workspace.apply({ kind: 'projectRead', uri: `${FOLDER}/.paper-notes.yml`, text });
	const [renamed, unknown] = problems(history);
	assert.match(renamed ?? '', /^renamed-key: "bark1" is now "bark3"/);
	assert.match(unknown ?? '', /^unknown-paper/);
	history.workspace.apply({ kind: 'projectGone', uri: `${FOLDER}/.paper-notes.yml` });
	assert.equal(problems(history).filter((problem) => problem.startsWith('unknown-paper')).length, 2);
});

test('the card of a renamed key says the new one; its colour is its own; the list finds the paper', () => {
	const history = new KeyHistory(article('bark1', BARK) + article('leaf1', LEAF), 'See @paper[bark1] and @paper[x].');
	history.library(article('bark2', BARK) + article('leaf1', LEAF));
	const { workspace } = history;
	const [card] = hover(workspace, NOTE, 12)?.cards ?? [];
	assert.deepEqual([card?.key, card?.formerKey, card?.title], ['bark2', 'bark1', BARK]);
	assert.deepEqual(
		highlights(workspace, NOTE).map(({ known, renamed }) => [known, renamed]),
		[
			[false, true],
			[false, false],
		],
	);
	const rows = completions(workspace, NOTE, 'See @paper[bark1'.length)?.rows ?? [];
	assert.deepEqual(
		rows.slice(0, 1).map((row) => row.kind === 'paper' && [row.newText, row.formerKey]),
		[['bark2', 'bark1']],
	);
});

test('the fixes change one citation, every note, and what is sure on saving', () => {
	const history = new KeyHistory(article('bark1', BARK), 'See @paper[bark1, p. 4].');
	history.workspace.apply({ kind: 'noteRead', uri: `${FOLDER}/other.md`, text: 'And @paper[bark1].' });
	history.library(article('bark2', BARK));
	assert.deepEqual(titles(history, 'bark1'), ['Cite "bark2"', 'Update @paper[bark1] to bark2 in 2 notes']);
	const [all] = fixAllOnSave(history.workspace, NOTE);
	assert.deepEqual(all?.edits, [{ span: { start: 11, end: 16 }, newText: 'bark2' }]);
	assert.deepEqual(
		problemsIn(history.workspace, `${FOLDER}/other.md`).map(({ code }) => code),
		['renamed-key'],
	);
});
