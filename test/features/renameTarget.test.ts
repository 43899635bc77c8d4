/** What can be renamed at the cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameTarget } from '../../server/src/features/renaming/renameTarget.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** `^^^` marks what the editor offers to rename; no mark: nothing, and other providers are asked. */
function checkTarget(fixture: string, placeholder?: string): void {
	const { workspace, note, uri, offset } = workspaceOf(fixture);
	const target = renameTarget(workspace, uri, offset);
	const [mark] = note.marks;
	assert.deepEqual(target?.span, mark && { start: mark.start, end: mark.end }, note.text);
	assert.equal(target?.placeholder, mark && (placeholder ?? note.text.slice(mark.start, mark.end)));
}

test('anywhere in a citation the key is offered, so that nobody else takes the brackets for a link', () => {
	for (const cursor of [
		'@paper[o|ne]',
		'@paper[|one]',
		'@paper[one|]',
		'@pa|per[one]',
		'|@paper[one]',
		'@paper[one]|',
	]) {
		checkTarget(`${cursor}\n       ^^^`);
	}
	checkTarget('@paper[one, p.| 4; two]\n       ^^^');
	checkTarget('@paper[one, p. 4; s|ee @two]\n                       ^^^');
	checkTarget('@paper[one, p. 4;| two]\n       ^^^');
	checkTarget('@paper[;| ]\n^^^^^^^^^^');
});

test('outside citations, and beside the key of an unclosed one, nothing is offered', () => {
	for (const note of ['te|xt @paper[one]', '`@paper[o|ne]`', '[o|ne]', '@paper[one and [a li|nk]']) {
		checkTarget(note);
	}
	checkTarget('@paper[o|ne and so on\n       ^^^');
});

test('a link that is called like a citation is ours too, for VS Code would rename the citation with it', () => {
	checkTarget('@paper[one] and [o|ne]\n                 ^^^');
	checkTarget('@paper[one, p. 4] and [text][ One,|  p. 4 ]');
	checkTarget('@paper[one, p. 4] and [text][One,| p. 4]\n                             ^^^^^^^^^');
	checkTarget('@paper[one]\n\n[o|ne]: other.md\n ^^^');
	for (const note of ['@paper[one, p. 4] and [o|ne]', '@paper[one] and [other], o|ne, [one]', '[o|ne]']) {
		checkTarget(note);
	}
});

test('across a line end, the range reaches to the cursor, which VS Code wants to be in it', () => {
	const { workspace, uri, offset } = workspaceOf('@paper[one, p. 4\nand| 5]');
	assert.deepEqual(renameTarget(workspace, uri, offset), { span: { start: 7, end: offset }, placeholder: 'one' });
});
