/** Keys that identify several papers. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems } from '../../server/src/features/problems.ts';
import { workspaceOf } from '../support/workspaceOf.ts';
import { checkProblems } from './markedProblems.ts';

test('its papers are told by their titles without markup; one without a title by its key, letter by letter', () => {
	const entries = '@misc{lee~a$b, title = {On \\emph{Rays}}}\n@misc{lee~a$b, author = {Lee}, note = {No title}}';
	const { workspace, uri } = workspaceOf(`//- /a.bib\n${entries}\n//- /note.md\n@paper[lee~a$b]`);
	const [problem] = noteProblems(workspace, uri);
	assert.deepEqual(problem?.related?.map(({ message }) => message).sort(), ['On Rays', 'lee~a$b']);
});

test('a key that two papers have is ambiguous, with both places', () =>
	checkProblems(`
//- /a.bib
@article{smith2020, title = {On Apples}, author = {Smith, Ann}, year = 2020}
//- /b.bib
@article{smith2020, title = {Of Pears}, author = {Smith, Bob}, year = 2020}
//- /note.md
@paper[smith2020, p. 3]
       ^^^^^^^^^ ambiguous-paper: "smith2020" could mean 2 papers. Give them different keys. (/a.bib: smith2020) (/b.bib: smith2020)
`));

test('a short generated key of two papers is ambiguous, and the longer ones are named', () =>
	checkProblems(`
//- /papers/digest.md
# Green Apples

**Authors**: Ann Smith

**Link**: [PDF](https://arxiv.org/pdf/2001.00001)

**Abstract**: Apples.

---

# Green Pears

**Authors**: Ann Smith

**Link**: [PDF](https://arxiv.org/pdf/2001.00002)

**Abstract**: Pears.

---
//- /note.md
@paper[smith2020green]
       ^^^^^^^^^^^^^^ ambiguous-paper: "smith2020green" could mean 2 papers. Cite "smith2020green-apples" or "smith2020green-pears". (/papers/digest.md: Green Apples) (/papers/digest.md: Green Pears)
`));
