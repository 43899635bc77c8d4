/** Citations that are misspelled, contain a paper twice, or cannot name a paper. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems } from '../../server/src/features/problems.ts';
import { processorTime } from '../support/processorTime.ts';
import { workspaceOf } from '../support/workspaceOf.ts';
import { checkProblems } from './markedProblems.ts';

const SMALL = `
//- /corpus.bib
@article{he2016, title = {Deep Residual Learning}, doi = {10.1000/182}}
@article{lecun1998}
//- /note.md`;

test('what was meant as a citation and is none is a problem', () =>
	checkProblems(`${SMALL}
@papers[x9] @Paper[he2016] @paper [he2016, p. 3] @papr[he2016] @paper(he2106)
^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[x9]".
            ^^^^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[he2016]".
                           ^^^^^^^^^^^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[he2016, p. 3]".
                                                 ^^^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[he2016]".
> @paper{he2016} and @papers[he2016 and
  ^^^^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[he2016]".
                     ^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[".
`));

test('what was never meant as a citation is none', () =>
	checkProblems(`${SMALL}
@papers alone, me@papers[he2016], papers@paper.org (he2016), @Paper Title [he2016], @paper: [he2016], @paper [p. 3]

@papers[see above] @papers[] @Papers[he2016](https://a.b) @Papers[text][he2016] @paper (in press) @taper[x] @paperclip[he2016]

\`@papers[he2016]\` $@papers[he2016]$ <!-- @papers[he2016] --> \\@papers[he2016] [a](@papers[he2016]) https://a.b/@paper(he2016)

    @papers[he2016]
`));

test("with Pandoc's syntax, a paper of the name is cited by what looks misspelled", () => {
	const options = { settings: { syntaxes: ['paper', 'pandoc'] } };
	const fixture = (key: string, marks: string) => `
//- /corpus.bib
@article{he2016}
@article{${key}}
//- /note.md
As @paper [he2016] and @paper [p. 3] say
${marks}`;
	checkProblems(fixture('paper', ''), options);
	checkProblems(
		fixture('other', `   ^^^^^^^^^^^^^^^ misspelled-citation: This is not read as a citation. Write "@paper[he2016]".`),
		options,
	);
});

test('papers without anything between them are told as such', () =>
	checkProblems(`${SMALL}
@paper[he2016 lecun1998] @paper[he2016 p. 4]
       ^^^^^^^^^^^^^^^^ malformed-citation: "he2016" and "lecun1998" are papers. Separate papers with ";".
                                ^^^^^^^^^^^ malformed-citation: A key cannot contain a space: "he2016 p. 4". Put ";" between papers, "," before a page, or "@" before the key.
`));

test('the same paper twice in one citation is a problem, by whatever name, but not two of its pages', () =>
	checkProblems(`${SMALL}
@paper[he2016; lecun1998; -@he2016] @paper[he2016; doi:10.1000/182, p. 4] @paper[he2016, p. 3; he2016, p. 4] @paper[x1; x1]
                            ^^^^^^ repeated-paper: "he2016" is in this citation twice. Cite it once.
                                                   ^^^^^^^^^^^^^^^ repeated-paper: "he2016" and "doi:10.1000/182" are one paper. Cite it once.
                                                                                                                    ^^ unknown-paper: No paper has the key "x1".
                                                                                                                        ^^ unknown-paper: No paper has the key "x1".
`));

test('without any papers a note has one problem, and what is written wrong', () => {
	checkProblems(`
See @paper[one; two] and @paper[] and @paper[three].
           ^^^ unknown-paper: No papers are indexed, so the citations of this note cannot be checked. Choose your library, or open a folder that holds a .bib file.
                         ^^^^^^^^ malformed-citation: This citation names no paper. Write a key between the brackets, or remove the citation.
`);
	checkProblems('See @paper[one; two].', { complete: false });
	checkProblems('See nothing.');
});

test('the problems of a long note take time as its length, not as its square', () => {
	const timeOf = (citations: number): number => {
		const { workspace, uri } = workspaceOf(
			`${SMALL}\n${'A sentence with @paper[he2016, p. 4] in it.\n\n'.repeat(citations)}`,
		);
		const began = processorTime();
		assert.deepEqual(noteProblems(workspace, uri), []);
		return processorTime() - began;
	};
	const [short, long] = [timeOf(2000), timeOf(8000)];
	assert.ok(long < 8 * short + 100, `${short} ms, then ${long} ms`);
});
