/** The problems of a note's citations, each at its place, with `(path: text)` for related places. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems, problemsIn } from '../../server/src/features/problems.ts';
import { lineStartsOf, positionAt } from '../../server/src/util/lines.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';
import { checkProblems } from './markedProblems.ts';

test('an unknown key is a problem where the citation stands', () =>
	checkProblems(`
//- /corpus.bib
@article{vaswani2017, title = {Attention Is All You Need}}
//- /note.md
See @paper[vaswni2017].
           ^^^^^^^^^^ unknown-paper: No paper has the key "vaswni2017". Did you mean "vaswani2017"?
`));

test('a known key, an alias, a DOI and an arXiv id are no problem', () =>
	checkProblems(`
//- /corpus.bib
@article{vaswani2017, ids = {attention}, doi = {10.1000/182}, eprint = {1706.03762}, eprinttype = {arxiv}}
//- /note.md
@paper[vaswani2017] @paper[attention] @paper[10.1000/182] @paper[doi:10.1000/182]
@paper[arXiv:1706.03762v5] @paper[https://arxiv.org/abs/1706.03762]
`));

test('a key that resembles none is unknown without a suggestion', () =>
	checkProblems(`
//- /corpus.bib
@article{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}
//- /note.md
@paper[foo2020]
       ^^^^^^^ unknown-paper: No paper has the key "foo2020".
`));

test('a key in another case is unknown, and the right one is suggested', () =>
	checkProblems(`
//- /corpus.bib
@article{Vaswani2017}
//- /note.md
@paper[vaswani2017]
       ^^^^^^^^^^^ unknown-paper: No paper has the key "vaswani2017". Did you mean "Vaswani2017"?
`));

test('of several papers in one citation each unknown one is a problem of its own', () =>
	checkProblems(`
//- /corpus.bib
@article{known}
//- /note.md
@paper[known; xyz1; see @xyz2, p. 3; known] and @paper[xyz1]
              ^^^^ unknown-paper: No paper has the key "xyz1".
                         ^^^^ unknown-paper: No paper has the key "xyz2".
                                     ^^^^^ repeated-paper: "known" is in this citation twice. Cite it once.
                                                       ^^^^ unknown-paper: No paper has the key "xyz1".
`));

test('before the whole corpus has been read no key is called unknown', () =>
	checkProblems(
		`
//- /corpus.bib
@article{known}
//- /note.md
@paper[unknown] but @paper[]
                    ^^^^^^^^ malformed-citation: This citation names no paper. Write a key between the brackets, or remove the citation.
`,
		{ complete: false },
	));

test('nothing in code, comments, front matter and mathematics is a problem', () =>
	checkProblems(`
---
title: "@paper[a]"
---
\`@paper[b]\` <!-- @paper[c] --> $@paper[d]$

    @paper[e]

~~~
@paper[f]
~~~
`));

test('a citation that is not closed is one problem, not two', () =>
	checkProblems(`
//- /corpus.bib
@article{known}
//- /note.md
See @paper[unkno
    ^^^^^^^ malformed-citation: This citation is not closed. Put "]" after its last key.
`));

test('what cannot be a key is malformed, and not unknown as well', () =>
	checkProblems(`
@paper[see smith2020]
       ^^^^^^^^^^^^^ malformed-citation: A key cannot contain a space: "see smith2020". Put ";" between papers, "," before a page, or "@" before the key.
`));

test('a key that a corpus file gives is no problem, whatever it looks like', () =>
	checkProblems(`
//- /papers/library.json
[{"id": "smith--2020", "type": "book", "title": "T"}]
//- /note.md
@paper[smith--2020]
`));

test('of a key that very many papers have, ten are named', () => {
	const entries = Array.from(
		{ length: 30 },
		(_, index) => `{"type": "book", "title": "Annual Report ${'x'.repeat(index)}y"}`,
	);
	const { workspace, uri } = workspaceOf(
		`//- /papers/l.json\n[${entries.join(',\n')}]\n//- /note.md\n@paper[annualnd]`,
	);
	const [problem] = noteProblems(workspace, uri);
	assert.match(
		problem?.message ?? '',
		/^"annualnd" could mean 30 papers\. Cite "annualnd-report[-\w]+"( or "annualnd-report[-\w]+"){9}\.$/,
	);
	assert.equal(problem?.related?.length, 10);
});

test('a key after a comma is malformed: papers are separated by semicolons', () =>
	checkProblems(`
//- /corpus.bib
@article{a1}
@article{b1}
@article{c1}
//- /note.md
@paper[a1, b1] @paper[a1,b1 , c1, p. 4; c1] @paper[a1, p. 4, b1] @paper[a1, b1 and c1]
           ^^ malformed-citation: "b1" is a paper, but after a comma it is read as a page or section. Separate papers with ";".
                         ^^^^^^^ malformed-citation: "b1" and "c1" are papers, but after a comma they are read as a page or section. Separate papers with ";".
`));

test('a key after a comma is a problem beside an unknown one before it', () =>
	checkProblems(`
//- /corpus.bib
@article{b1}
//- /note.md
@paper[nobody, b1]
       ^^^^^^ unknown-paper: No paper has the key "nobody".
               ^^ malformed-citation: "b1" is a paper, but after a comma it is read as a page or section. Separate papers with ";".
`));

test('problems come in the order of their places', () =>
	checkProblems(`
//- /corpus.bib
@article{a1}
//- /note.md
@paper[nobody] @paper[] @paper[a1, a1] @paper[
       ^^^^^^ unknown-paper: No paper has the key "nobody".
               ^^^^^^^^ malformed-citation: This citation names no paper. Write a key between the brackets, or remove the citation.
                                   ^^ malformed-citation: "a1" is a paper, but after a comma it is read as a page or section. Separate papers with ";".
                                       ^^^^^^^ malformed-citation: This citation is not closed. Put "]" after its last key.
`));

test("Pandoc's citations are checked where they are asked for", () => {
	const fixture = (marks: string) => `
//- /corpus.bib
@article{known}
//- /note.md
[@known; @nobody] and @none2020
${marks}`;
	checkProblems(fixture(''));
	checkProblems(
		fixture(`          ^^^^^^ unknown-paper: No paper has the key "nobody".
                       ^^^^^^^^ unknown-paper: No paper has the key "none2020".`),
		{ settings: { syntaxes: ['paper', 'pandoc'] } },
	);
});

test('of a note that is not open the unknown references are known, where they are written as they should be', () => {
	const fixture = `
//- /corpus.bib
@book{known, title = {Known}}
//- /disk/note.md
@paper[known; nobody, p. 3] \`@paper[code]\`
@paper[not a key] @paper[none] @paper[open
//- /note.md
@paper[known]`;
	const uri = uriOf('/disk/note.md');
	const { workspace } = workspaceOf(fixture);
	assert.deepEqual(
		problemsIn(workspace, uri).map(({ code, message, range }) => [code, message, range.start]),
		[
			['unknown-paper', 'No paper has the key "nobody".', { line: 0, character: 14 }],
			['unknown-paper', 'No paper has the key "none".', { line: 1, character: 25 }],
		],
	);
	assert.deepEqual(problemsIn(workspaceOf(fixture, { complete: false }).workspace, uri), []);
});

test('one list holds what is wrong with a note, a corpus file and a project file', () => {
	const project = uriOf('/_quarto.yml');
	const faults = new Map([[project, new Map([['gone.bib', 'It is gone.']])]]);
	const { workspace, uri } = workspaceOf(
		'//- /corpus.bib\n@book{one, title = {One}}\n@book{two, title = {Two\n//- /note.md\n@paper[one] @paper[]',
		{ faults },
	);
	workspace.apply({ kind: 'projectRead', uri: project, text: 'bibliography: gone.bib' });
	const codes = (of: string) => problemsIn(workspace, of).map(({ code, range }) => [code, range.start.line]);
	assert.deepEqual(codes(uri), [['malformed-citation', 0]]);
	assert.ok(codes(uriOf('/corpus.bib')).some(([code, line]) => code === 'unreadable-entry' && line === 1));
	assert.deepEqual(codes(project), [['missing-bibliography', 0]]);
});

test('places count in UTF-16 units, on any line', () => {
	const { workspace, uri, note } = workspaceOf('//- /note.md\n𝒳 é\n\n> 王 @paper[nobody]');
	const [problem] = noteProblems(workspace, uri);
	assert.deepEqual(positionAt(lineStartsOf(note.text), problem?.span.start ?? 0), { line: 2, character: 11 });
});

test('the whole of a lost corpus is not searched for what each key might mean', () => {
	const keys = Array.from({ length: 500 }, (_, index) => `author${index}year`);
	const { workspace, uri } = workspaceOf(`//- /corpus.bib
@article{author1yeer}
//- /note.md
${keys.map((key) => `@paper[${key}]`).join('\n')}`);
	let searches = 0;
	const corpus = new Proxy(workspace.corpus, {
		get: (target, name) => {
			searches += name === 'search' ? 1 : 0;
			const value = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	workspace.apply({ kind: 'corpusReplaced', corpus });
	const first = noteProblems(workspace, uri);
	assert.equal(first.length, 500);
	assert.ok(searches <= 20 * 10, `${searches} searches`);
	searches = 0;
	assert.deepEqual(noteProblems(workspace, uri), first);
	assert.equal(searches, 0, 'the second time all is known');
});

test('a bibliography that cannot be read is a problem where the note names it', () => {
	const faults = new Map([['file:///note.md', new Map([['gone.bib', 'It is gone.']])]]);
	checkProblems(
		`
//- /corpus.bib
@article{one}
//- /note.md
---
bibliography: [refs.bib, gone.bib]
                         ^^^^^^^^ missing-bibliography: It is gone. One key of this note is unknown without it.
---
See @paper[nobody].
`,
		{ faults },
	);
});
