/** MDX: Markdown with components, comments in braces and JavaScript. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from '../../server/src/notes/note.ts';

function check(text: string, references: readonly string[], isMdx = true): void {
	const { citations } = readNote(text, { syntaxes: ['paper', 'pandoc'], isMdx });
	assert.deepEqual(
		citations.flatMap(({ items }) => items.map(({ reference }) => reference)),
		references,
		text,
	);
}

test('comments and expressions in braces are code, also over blank lines', () => {
	check('{/* @paper[no] */} @paper[yes]', ['yes']);
	check('Leaves {/* @paper[no]\n\n@no2020 */} @paper[yes]', ['yes']);
	check('{cite("@paper[no]", {a: 1})} @paper[yes] and {@paper[yes]', ['yes', 'yes']);
});

test('imports and exports are code', () => {
	check('import Box from "@paper[no]"\n\nexport const a = "@no2020";\n\nimported @paper[yes]', ['yes']);
});

test('text inside components is prose', () => {
	check('<Box title="@paper[no]" size={a("@paper[no]")}>\n  See @paper[yes].\n</Box>', ['yes']);
});

test('other notes have braces as text', () => {
	check('{/* @paper[yes] */}\n\nimport @paper[yes]', ['yes', 'yes'], false);
});
