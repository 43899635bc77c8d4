/** The three ways to cite a paper are read as what they are written for. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { citationForms } from '../../server/src/notes/citationForms.ts';
import { readNote } from '../../server/src/notes/note.ts';

function check(syntax: CitationSyntax, key: string, expected: readonly string[]): void {
	const forms = citationForms(syntax, key);
	assert.deepEqual(
		forms.map(({ mode, text }) => `${mode}: ${text}`),
		expected,
	);
	for (const { mode, text } of forms) {
		const sentence = `See ${text}, and so on.`;
		const { citations } = readNote(sentence, { syntaxes: ['paper', 'pandoc'] });
		const read = citations.map(({ span, items }) => [
			sentence.slice(span.start, span.end),
			...items.map((item) => [item.mode, item.reference]),
		]);
		assert.deepEqual(read, [[text, [mode, key]]]);
	}
}

test('in parentheses, in the text, without the author', () => {
	check('paper', 'zeng2025rlve', [
		'parenthetical: @paper[zeng2025rlve]',
		'inText: @paper[+@zeng2025rlve]',
		'suppressAuthor: @paper[-@zeng2025rlve]',
	]);
	check('pandoc', 'zeng2025rlve', [
		'parenthetical: [@zeng2025rlve]',
		'inText: @zeng2025rlve',
		'suppressAuthor: [-@zeng2025rlve]',
	]);
});

test("a key that Pandoc would end too soon stands in Pandoc's braces", () =>
	check('pandoc', '10.1016/S0140-6736(20)30183-5', [
		'parenthetical: [@{10.1016/S0140-6736(20)30183-5}]',
		'inText: @{10.1016/S0140-6736(20)30183-5}',
		'suppressAuthor: [-@{10.1016/S0140-6736(20)30183-5}]',
	]));
