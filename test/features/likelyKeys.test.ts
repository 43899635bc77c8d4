/** Which names after an `@` are reported as unknown keys, in notes with Pandoc's citations. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems, problemsIn } from '../../server/src/features/problems.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';
import { checkProblems } from './markedProblems.ts';

const LIBRARY = `
//- /a.bib
@article{elm2002, author = {Elm, Ed}, title = {Bark in winter}, year = 2002}
@article{hornbeam, author = {Hornbeam, Hal}, title = {Roots}, year = 1999}
`;

const PANDOC = { syntaxes: ['paper', 'pandoc'] };

/** The unknown keys that are reported in the note, whether an editor has it open or not. */
function check(note: string, unknown: readonly string[], settings: WorkspaceOptions['settings'] = PANDOC): void {
	const files = `${LIBRARY}//- /open.md\n${note}\n//- /disk/closed.md\n${note}\n//- /disk/@rowan.md\nA person.`;
	const { workspace } = workspaceOf(files, { settings });
	const open = noteProblems(workspace, uriOf('/open.md')).map(({ span }) => note.slice(span.start, span.end));
	assert.deepEqual(open, unknown, note);
	const lines = note.split('\n');
	const closed = problemsIn(workspace, uriOf('/disk/closed.md')).map(({ range: { start, end } }) =>
		lines[start.line]?.slice(start.character, end.character),
	);
	assert.deepEqual(closed, unknown, `closed: ${note}`);
}

test('cross references are not citations', () => {
	check(
		'See @fig-leaf, @tbl-bark, [-@sec-root], @eq-1, [@thm-a; @lst-b], @Fig-leaf and @fig:leaf, \\@ref(fig:leaf).',
		[],
	);
	check('But @figs2020 and [@section2020].', ['figs2020', 'section2020']);
});

test('a bare name is reported if it has a year or is close to a known key', () => {
	check('Thanks, @forestfan, @ann and @types/node: @Component({}) @media print. As @fir2004 found, @elm2002 did not.', [
		'fir2004',
	]);
	check('So says @hornbaem, not @horn.', ['hornbaem']);
	check('[@forestfan] and @paper[forestfan]', ['forestfan', 'forestfan']);
});

test('a setting reports bare names always or never', () => {
	check('@forestfan and @fir2004, but @fig-leaf', ['forestfan', 'fir2004'], { ...PANDOC, bareKeys: 'always' });
	check('@forestfan and @fir2004, but [@oak2003]', ['oak2003'], { ...PANDOC, bareKeys: 'never' });
});

test('a link to a page or to a note is not a citation', () => {
	check('By [@fan2001](https://example.org/fan2001). Thanks to [@fan].\n\n[@fan]: https://example.org/fan', []);
	check('[[@rowan]] [[@rowan#life]] but [[@ash2001]]', ['ash2001']);
	check('See [as @fir2004 says](https://example.org).', ['fir2004']);
});

test('a bibliography that cannot be read explains unknown keys once', () => {
	const faults = new Map([[uriOf('/note.md'), new Map([['b.bib', 'There is no b.bib.']])]]);
	const note = (text: string) => `${LIBRARY}//- /note.md\n---\nbibliography: b.bib\n              ^^^^^ ${text}\n---\n`;
	const citing = 'See @paper[elm2002], @paper[ash2001] and [@oak2003].\n';
	checkProblems(
		`${note('missing-bibliography: There is no b.bib. 2 keys of this note are unknown without it.')}${citing}`,
		{ faults, settings: PANDOC },
	);
	checkProblems(`${note('missing-bibliography: There is no b.bib.')}See @paper[elm2002].\n`, { faults });
});

test('a bibliography that cannot be read explains the unknown keys of a note that is not open', () => {
	const faults = new Map([[uriOf('/disk/note.md'), new Map([['b.bib', 'There is no b.bib.']])]]);
	const problemsOf = (citing: string) => {
		const note = `//- /disk/note.md\n---\nbibliography: b.bib\n---\n${citing}\n//- /open.md\nNothing.\n`;
		const { workspace } = workspaceOf(`${LIBRARY}${note}`, { faults });
		return problemsIn(workspace, uriOf('/disk/note.md')).map(({ code, message, range: { start } }) => {
			return `${start.line}:${start.character} ${code}: ${message}`;
		});
	};
	const missing = '1:14 missing-bibliography: There is no b.bib.';
	assert.deepEqual(problemsOf('@paper[elm2002] @paper[ash2001] @paper[oak2003]'), [
		`${missing} 2 keys of this note are unknown without it.`,
	]);
	assert.deepEqual(problemsOf('@paper[elm2002]'), [missing]);
});

test('a bibliography of the project that cannot be read explains unknown keys at the first of them', () => {
	const faults = new Map([[uriOf('/book/_quarto.yml'), new Map([['b.bib', 'There is no b.bib.']])]]);
	const project = '//- /book/_quarto.yml\nbibliography: b.bib\n';
	checkProblems(
		`${LIBRARY}${project}//- /book/one.md
See @paper[elm2002], @paper[ash2001] and @paper[oak2003].
                            ^^^^^^^ missing-bibliography: There is no b.bib. 2 keys of this note are unknown without it.
//- /book/two.md
See @paper[elm2002].
//- /other.md
See @paper[ash2001].
           ^^^^^^^ unknown-paper: No paper has the key "ash2001".
//- /book/ignored.md
See @paper[ash2001]. <!-- paper-notes-ignore unknown-paper -->
`,
		{ faults },
	);
});
