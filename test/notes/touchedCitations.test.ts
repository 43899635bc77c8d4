/** Which citations were touched by edits made at the same time: those that someone is writing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../server/src/notes/change.ts';
import { editNote, readNote } from '../../server/src/notes/note.ts';
import { touchedCitations } from '../../server/src/notes/touchedCitations.ts';

/**
 * Edits are marked in the text, where `‹old›new¦` is one: `@paper[zeng ‹›v¦]` has a `v` typed. They are made from the last
 * to the first, as editors send them, and from the first to the last.
 */
function check(marked: string, ...expected: readonly string[]): void {
	const parts = [...marked.matchAll(/‹(.*?)›(.*?)¦|[^‹]+/gs)];
	const before = parts.map(([whole, old]) => old ?? whole).join('');
	const note = readNote(before, { syntaxes: ['paper', 'pandoc'] });
	for (const edits of [backwards(parts), forwards(parts)]) {
		const after = editNote(note, edits);
		assert.equal(after.text, parts.map(([whole, , insert]) => insert ?? whole).join(''));
		const touched = touchedCitations(after, edits).map(({ span }) => after.text.slice(span.start, span.end));
		assert.deepEqual(touched, expected, marked);
	}
}

function forwards(parts: readonly RegExpExecArray[]): Change[] {
	let at = 0;
	return parts.flatMap(([whole, old, insert]) => {
		const from = at;
		at += (insert ?? whole).length;
		return old === undefined || insert === undefined ? [] : [{ from, to: from + old.length, insert }];
	});
}

function backwards(parts: readonly RegExpExecArray[]): Change[] {
	let at = 0;
	const edits = parts.flatMap(([whole, old, insert]) => {
		const from = at;
		at += (old ?? whole).length;
		return old === undefined || insert === undefined ? [] : [{ from, to: at, insert }];
	});
	return edits.reverse();
}

test('a letter typed, taken away or replaced in a citation touches it, and no other', () => {
	check('@paper[a] @paper[zeng ‹›v¦] @paper[b]', '@paper[zeng v]');
	check('@paper[zeng‹ v›¦]', '@paper[zeng]');
	check('@paper[‹x›zeng¦, p. 4]', '@paper[zeng, p. 4]');
	check('@paper[‹a›¦]', '@paper[]');
});

test('a citation that comes to be is touched, whichever end is typed', () => {
	check('See @paper‹›[]¦.', '@paper[]');
	check('See @paper[zeng‹›]¦.', '@paper[zeng]');
	check('See ‹›@¦paper[zeng].', '@paper[zeng]');
	check('‹›See @paper[a] and @paper[b].¦', '@paper[a]', '@paper[b]');
});

test('what is written around a citation does not touch it', () => {
	check('See ‹›x¦@paper[zeng]');
	check('See ‹›it in ¦@paper[zeng]');
	check('See‹ it›¦@paper[zeng]');
	check('@paper[zeng]‹›.¦');
	check('@paper[zeng]‹ x›¦.');
	check('@paper[a]‹, ›¦@paper[b]');
	check('@paper[a] ‹›and¦ @paper[b]');
});

test('an unclosed citation is touched as far as it reaches, and where it may go on', () => {
	check('@paper[zeng‹›v¦', '@paper[zengv');
	check('@paper[zen‹g›¦', '@paper[zen');
	check('@paper[zeng shows ‹›that¦\nso', '@paper[zeng shows that');
	check('@paper[zeng shows\n\nso‹›me¦');
});

test("Pandoc's citations are touched in brackets and bare", () => {
	check('[see @doe, p. ‹›3¦; @roe] @poe', '[see @doe, p. 3; @roe]');
	check('As @do‹›e¦ says', '@doe');
	check('As @do‹e›¦ says', '@do');
	check('As @doe‹›:¦', '@doe');
	check('As @doe ‹›s¦ays');
	check('As @{do‹›e¦} says', '@{doe}');
	check('As @{doe}‹›,¦ says');
	check('As @doe [p. ‹›3¦] says', '@doe [p. 3]');
	check('[@doe‹›.¦ @roe', '@doe');
});

test('edits in several places at once touch each citation there', () => {
	check('@paper[a‹›x¦] and @paper[b‹›x¦] and @paper[c]', '@paper[ax]', '@paper[bx]');
	check('‹›A long word before, ¦@paper[a‹›x¦]‹.›¦', '@paper[ax]');
	check('@paper[a‹b›¦] ‹c›¦ @doe‹e›¦', '@paper[a]', '@doe');
});

test('an edit that a later one takes back touches nothing', () => {
	const note = readNote('See @paper[a].', { syntaxes: ['paper'] });
	const edits = [
		{ from: 4, to: 4, insert: '@paper[b] ' },
		{ from: 0, to: 14, insert: '' },
	];
	const after = editNote(note, edits);
	assert.equal(after.text, '@paper[a].');
	assert.deepEqual(touchedCitations(after, edits), []);
});

test('where no citation stands, none is touched', () => {
	check('---\ntitle: ‹›a¦ @paper[a]\n---\n\n@paper[b]');
	check('Some ‹›more ¦prose with @paper[a].');
	check('`@paper[a‹›x¦]` and @paper[b]');
	check('‹›No more.¦');
});

test('an edit of very many places is nobody writing', () => {
	const keys = Array.from({ length: 150 }, (_, i) => `@paper[a${i}‹›x¦]`);
	check(keys.join(' '));
	check(keys.slice(0, 20).join(' '), ...Array.from({ length: 20 }, (_, i) => `@paper[a${i}x]`));
});
