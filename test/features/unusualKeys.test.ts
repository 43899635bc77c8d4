/** Keys of every kind that files have: offered, corrected and written as the file has them, in both syntaxes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citingPlan } from '../../server/src/features/citing/citingPlan.ts';
import { completions } from '../../server/src/features/citing/completion.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { noteProblems } from '../../server/src/features/problems.ts';
import { edited } from '../../server/src/notes/change.ts';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const KEYS = [
	'2022ApJ...934L...7R',
	'2019A&A...622A..13P',
	"O'Neil2000",
	'C++98',
	'smith2020(b)',
	'key=val',
	'kim2020.',
	'lee2020:',
	'----',
	'https://example.org/a?b=c',
];

/** A library in which each paper has a title word of its own: `word0`, `word1`, ... */
const LIBRARY = `//- /a.json
${JSON.stringify(KEYS.map((id, index) => ({ id, type: 'article', title: `On word${index}`, author: [{ family: 'Roe' }] })))}
//- /note.md
`;

function settingsOf(...syntaxes: CitationSyntax[]) {
	return { settings: { syntaxes } };
}

/** The note after the first row of the list is taken. */
function taken(marked: string, ...syntaxes: CitationSyntax[]): string | undefined {
	const { workspace, note, uri, offset } = workspaceOf(LIBRARY + marked, settingsOf(...syntaxes));
	const found = completions(workspace, uri, offset);
	const row = found?.rows[0];
	return found && row?.kind === 'paper'
		? note.text.slice(0, found.span.start) + row.newText + note.text.slice(found.span.end)
		: undefined;
}

test('the list inserts the key of the file', () => {
	for (const [index, key] of KEYS.entries()) {
		assert.equal(taken(`See @paper[word${index}|]`, 'paper'), `See @paper[${key}]`);
		assert.equal(taken(`See @paper[see @word${index}|, p. 4]`, 'paper'), `See @paper[see @${key}, p. 4]`);
	}
});

test("in Pandoc's syntax it stands in braces where it needs them, once", () => {
	for (const [index, key] of KEYS.entries()) {
		assert.equal(taken(`See [@word${index}|]`, 'pandoc'), `See [@{${key}}]`.replace('{C++98}', '{C++98}'));
		assert.equal(taken(`See @{word${index}|}.`, 'pandoc'), `See @{${key}}.`);
	}
});

test('with the cursor in a key, all of it is replaced, its last sign too', () => {
	assert.equal(taken('See @paper[lee2020|:] here', 'paper'), 'See @paper[lee2020:] here');
	assert.equal(taken('See @paper[smith2020|(b); x]', 'paper'), 'See @paper[smith2020(b); x]');
});

test('none of these keys is a problem where it is cited', () => {
	const cited = `See @paper[${KEYS.join('; ')}] and ${KEYS.map((key) => `@{${key}}`).join(' ')}.`;
	const { workspace, uri } = workspaceOf(LIBRARY + cited, settingsOf('paper', 'pandoc'));
	assert.deepEqual(noteProblems(workspace, uri), []);
});

/** The note after the preferred fix at the cursor. */
function fixed(fixture: string, ...syntaxes: CitationSyntax[]): string | undefined {
	const { workspace, note, uri, offset } = workspaceOf(fixture, settingsOf(...syntaxes));
	const fix = fixes(workspace, uri, { start: offset, end: offset }).find(({ preferred }) => preferred);
	return (
		fix &&
		edited(
			note.text,
			fix.edits.map(({ span, newText }) => ({ from: span.start, to: span.end, insert: newText })),
		)
	);
}

test('a fix writes the key of the file, in braces where they are needed', () => {
	assert.equal(fixed(`${LIBRARY}@paper[2022ApJ...934L...7|Q]`, 'paper'), '@paper[2022ApJ...934L...7R]');
	assert.equal(fixed(`${LIBRARY}@paper[O’Ne|il2000]`, 'paper'), "@paper[O'Neil2000]");
	assert.equal(fixed(`${LIBRARY}[@oneil|2000]`, 'pandoc'), "[@{O'Neil2000}]");
	assert.equal(fixed(`${LIBRARY}[@{O’Neil|2000}]`, 'pandoc'), "[@{O'Neil2000}]");
});

const BRACE = `//- /a.json
[{"id": "doe{2020", "type": "book", "title": "On braces"}, {"id": "roe2020", "type": "book", "title": "On brackets"}]
//- /note.md
`;

test("a key that Pandoc's braces cannot hold is not offered there, and the row says why", () => {
	const { workspace, uri, offset } = workspaceOf(`${BRACE}[@braces|]`, settingsOf('paper', 'pandoc'));
	assert.deepEqual(
		completions(workspace, uri, offset)?.rows.map(({ kind, label }) => `${kind}: ${label}`),
		['notice: Not citable as @{…}: “doe{2020” has an unpaired brace. On braces'],
	);
	const own = workspaceOf(`${BRACE}@paper[braces|]`, settingsOf('paper', 'pandoc'));
	assert.equal(completions(own.workspace, own.uri, own.offset)?.rows[0]?.kind, 'paper');
});

test('such a key is cited in our own syntax beside citations of Pandoc’s', () => {
	const { workspace, note, uri } = workspaceOf(`${BRACE}See [@roe2020]. `, settingsOf('paper', 'pandoc'));
	const end = note.text.length;
	const { edits } = citingPlan(workspace, { uri, selections: [{ start: end, end }], keys: ['doe{2020'] });
	assert.deepEqual(
		edits.map(({ newText }) => newText),
		['@paper[doe{2020]'],
	);
});

/** The messages about a note. */
function messages(fixture: string, ...syntaxes: CitationSyntax[]): readonly string[] {
	const { workspace } = workspaceOf(fixture, settingsOf(...syntaxes));
	return noteProblems(workspace, uriOf('/note.md')).map(({ message }) => message);
}

test('two words of which each is a key are two papers, also where both together are a key that none can cite', () => {
	const library = `//- /a.json
[{"id": "a1 b2", "type": "book", "title": "A"}, {"id": "a1", "type": "book", "title": "B"}, {"id": "b2", "type": "book", "title": "C"}]
//- /note.md
`;
	assert.deepEqual(messages(`${library}@paper[a1 b2]`, 'paper'), [
		'"a1" and "b2" are papers. Separate papers with ";".',
	]);
});

test('a message names the characters that nobody sees', () => {
	const library = '//- /a.bib\n@book{roe2020, title = {T}}\n//- /note.md\n';
	assert.deepEqual(messages(`${library}@paper[roe\u200b2020]`, 'paper'), [
		'No paper has the key "roe[U+200B]2020". Did you mean "roe2020"?',
	]);
	assert.match(messages(`${library}@paper[roe\u00a02020]`, 'paper')[0] ?? '', /space: "roe\[U\+00A0\]2020"/);
	assert.equal(fixed(`${library}@paper[roe\u200b20|20]`, 'paper'), '@paper[roe2020]');
});

test('of a key whose punctuation a converter has escaped, all is replaced', () => {
	const library = '//- /a.bib\n@book{tall_grass_2001, title = {T}}\n//- /note.md\n';
	assert.equal(fixed(`${library}see @ta|ll\\_grass\\_2001 here`, 'pandoc'), 'see @tall_grass_2001 here');
	assert.equal(fixed(`${library}[see @ta|ll\\_gras\\_2001, p. 4]`, 'pandoc'), '[see @tall_grass_2001, p. 4]');
	assert.equal(fixed(`${library}@paper[ta|ll\\_grass\\_2001]`, 'paper'), '@paper[tall_grass_2001]');
	assert.equal(fixed(`${library}see @tal|_grass_2001\\. Then`, 'pandoc'), 'see @tall_grass_2001\\. Then');
	const { workspace, note, uri, offset } = workspaceOf(
		`${library}[see @ta|ll\\_gras\\_2001, p. 4]`,
		settingsOf('pandoc'),
	);
	const search = fixes(workspace, uri, { start: offset, end: offset }).find(({ command }) => command !== undefined);
	const at = search?.command?.at;
	assert.ok(at);
	const [edit] = citingPlan(workspace, { uri, selections: [at], keys: ['tall_grass_2001'] }).edits;
	assert.equal(edit?.newText, 'tall_grass_2001');
	assert.equal(note.text.slice(at.start, at.end), 'tall\\_gras\\_2001');
	assert.deepEqual([edit.range.start.character, edit.range.end.character], [at.start, at.end]);
});
