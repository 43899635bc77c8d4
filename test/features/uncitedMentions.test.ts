/** Papers that a note mentions and does not cite. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionFixes, uncitedMentions } from '../../server/src/features/mentions/uncitedMentions.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const CORPUS = `
//- /refs.bib
@article{zeng, title = {Scaling Up Verifiable Environments}, author = {Zeng, Zhi and Ivison, Ham and Wang, Yi}, year = 2025, eprint = {2511.07317}, eprinttype = {arxiv}}
@article{str, title = {Energy and Policy Considerations}, author = {Strubell, Emma and McCallum, Andrew}, year = 2019, doi = {10.1000/energy}}
@book{knuth, title = {The Art of Programming}, author = {Knuth, Donald}, year = 1968}
@article{lee1, title = {First of Two Things}, author = {Lee, A and Kim, B and Cho, C}, year = 2020}
@article{lee2, title = {Second of Two Things}, author = {Lee, D and Kim, E and Cho, F}, year = 2020}
`;

/** Each mark stands under the words that mention the paper which it names. */
function check(note: string, settings: Readonly<Record<string, unknown>> = { mentions: true }): void {
	const { workspace, uri, note: file } = workspaceOf(`${CORPUS}//- /note.md\n${note}`, { settings });
	const found = uncitedMentions(workspace, uri, { start: 0, end: file.text.length });
	assert.deepEqual(
		found.map(({ span, key }) => ({ ...span, text: key })),
		file.marks,
	);
}

test('arXiv ids and DOIs, in the forms in which people write them', () =>
	check(`
See arXiv:2511.07317v2 and 10.1000/energy.
    ^^^^^^^^^^^^^^^^^^ zeng
                           ^^^^^^^^^^^^^^ str

Or 2511.07317, doi:10.1000/energy and 2511.99999.
   ^^^^^^^^^^ zeng
               ^^^^^^^^^^^^^^^^^^ str
`));

test('not in the bibliography of the note', () =>
	check(`
See 2511.07317.
    ^^^^^^^^^^ zeng

<!-- paper-notes-bibliography -->

Zeng et al. 2025.

<!-- /paper-notes-bibliography -->
`));

test('people with a year, if one paper is by them alone', () =>
	check(`
Zeng et al. 2025 and Strubell & McCallum (2019) show it.
^^^^^^^^^^^^^^^^ zeng
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ str

Also (Strubell and McCallum, 2019), Knuth (1968).
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ str
                                    ^^^^^^^^^^^^ knuth

Lee et al. 2020, Zeng et al. 2024, Zeng 2025, Knuth et al. 1968, Strubell (2019).
`));

test('full titles in quotes, in emphasis, and as a line of their own', () =>
	check(`
He read "Energy and policy considerations" and *The Art of Programming*.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ str
                                               ^^^^^^^^^^^^^^^^^^^^^^^^ knuth

- Scaling up verifiable environments.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ zeng

Energy and policy considerations matter, "energy and policy" too.
`));

test('a paper that the paragraph cites is not hinted at, and one mentioned twice only once', () =>
	check(`
As Zeng et al. 2025 @paper[2511.07317] say.

Knuth (1968) says, and Knuth (1968) repeats. Cited elsewhere: it counts.
^^^^^^^^^^^^ knuth

@paper[knuth]
`));

test('nothing in code, mathematics, links, addresses, HTML, comments and front matter', () =>
	check(`---
title: Knuth (1968)
---

\`Knuth (1968)\` and $Knuth (1968)$ and [Knuth (1968)](x.md) and [[Knuth (1968)]] and <b title="Knuth (1968)">x</b>.

https://doi.org/10.1000/energy <!-- Knuth (1968) --> www.x.org/10.1000/energy

    Knuth (1968)

\`\`\`
Knuth (1968)
\`\`\`
`));

test('only for those who turn it on, and only within the asked part', () => {
	check('Knuth (1968)', {});
	const { workspace, uri } = workspaceOf(`${CORPUS}//- /note.md\nKnuth (1968)\n\nZeng et al. 2025`, {
		settings: { mentions: true },
	});
	assert.deepEqual(
		uncitedMentions(workspace, uri, { start: 16, end: 20 }).map(({ key }) => key),
		['zeng'],
	);
});

test('the fix cites behind the words, in the syntax of the note', () => {
	const fixed = (note: string, syntaxes: readonly string[]) => {
		const {
			workspace,
			uri,
			offset,
			note: file,
		} = workspaceOf(`${CORPUS}//- /note.md\n${note}`, {
			settings: { mentions: true, syntaxes },
		});
		const [fix] = mentionFixes(workspace, uri, { start: offset, end: offset });
		const [edit] = fix?.edits ?? [];
		assert.ok(edit);
		return file.text.slice(0, edit.span.start) + edit.newText + file.text.slice(edit.span.end);
	};
	assert.equal(fixed('As Kn|uth (1968) says', ['paper']), 'As Knuth (1968) @paper[knuth] says');
	assert.equal(fixed('[@str]\n\nAs arXiv:2511.0|7317 says', ['pandoc']), '[@str]\n\nAs arXiv:2511.07317 [@zeng] says');
});

test('a long note of many names takes a bounded number of searches', () => {
	const names = Array.from({ length: 3000 }, (_, i) => `Name${'abcdefghij'[i % 10]} et al. ${1900 + (i % 100)}`).join(
		'. ',
	);
	const { workspace, uri } = workspaceOf(`${CORPUS}//- /note.md\n${names}`, { settings: { mentions: true } });
	let searches = 0;
	const { corpus } = workspace;
	const search = corpus.search.bind(corpus);
	corpus.search = (query, options) => {
		searches += 1;
		return search(query, options);
	};
	uncitedMentions(workspace, uri, { start: 0, end: names.length });
	corpus.search = search;
	assert.ok(searches > 0 && searches <= 40, `${searches} searches`);
});
