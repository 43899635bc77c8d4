/** Places while the text around them changes: `[` and `]` enclose a selection, `|` is a cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedSpan } from '../../client/src/search/movedSpans.ts';

/** In `before`, the text between `<` and `>` is replaced by `inserted`. */
function check(before: string, inserted: string, after: string): void {
	const plain = before.replace(/[[\]|<>]/g, '');
	const at = (sign: RegExp) => before.slice(0, before.search(sign)).replace(/[[\]|<>]/g, '').length;
	const span = { start: at(/[[|]/), end: at(/[\]|]/) };
	const change = { offset: at(/</), length: at(/>/) - at(/</), inserted: inserted.length };
	const text = plain.slice(0, change.offset) + inserted + plain.slice(change.offset + change.length);
	const { start, end } = movedSpan(span, [change]);
	const seen =
		start === end
			? `${text.slice(0, start)}|${text.slice(start)}`
			: `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
	assert.equal(seen, after, before);
}

test('what changes before moves a place, what changes behind does not', () => {
	check('a<b>c|d', 'xyz', 'axyzc|d');
	check('ab|c<d>', 'xyz', 'ab|cxyz');
	check('<>ab[cd]e', 'x', 'xab[cd]e');
	check('ab[cd]<>e', 'x', 'ab[cd]xe');
});

test('what is inserted inside a selection belongs to it, at its edges it does not', () => {
	check('ab[c<>d]e', 'x', 'ab[cxd]e');
	check('ab<>[cd]e', 'x', 'abx[cd]e');
});

test('of a selection that is partly deleted the rest stays', () => {
	check('a<b[c>d]e', '', 'a[d]e');
	check('ab[c<d]e>', '', 'ab[c]');
	check('a<b[cd]e>f', '', 'a|f');
	check('a<b|c>d', '', 'a|d');
});

test('changes follow each other', () => {
	const changes = [
		{ offset: 10, length: 0, inserted: 5 },
		{ offset: 0, length: 2, inserted: 1 },
	];
	assert.deepEqual(movedSpan({ start: 4, end: 12 }, changes), { start: 3, end: 16 });
});
