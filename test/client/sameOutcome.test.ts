/** Which changes of a text are the expected edit. VS Code makes smaller ones than an edit says. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, isOutcomeOf } from '../../client/src/list/sameOutcome.ts';

/** In both texts `<old|new>` is a change: in `edit` as expected, in `seen` as VS Code made it. */
function check(edit: string, seen: string, expected: boolean): void {
	const replacements = changesIn(edit).map(({ offset, text, old }) => ({ start: offset, oldText: old, newText: text }));
	// VS Code reports the last change first.
	assert.equal(isOutcomeOf(changesIn(seen).reverse(), replacements), expected, `${edit} by ${seen}`);
}

function changesIn(marked: string): (Change & { readonly old: string })[] {
	let signs = 0;
	return [...marked.matchAll(/<([^|]*)\|([^>]*)>/g)].map(({ index, 0: whole, 1: old = '', 2: text = '' }) => {
		const offset = index - signs;
		signs += whole.length - old.length;
		return { offset, length: old.length, text, old };
	});
}

test('the edit itself, or less of it to the same end', () => {
	check('@paper[<vaswni2017|vaswani2017>]', '@paper[<vaswni2017|vaswani2017>]', true);
	check('@paper[<vaswni2017|vaswani2017>]', '@paper[vasw<|a>ni2017]', true);
	check('@paper[<|+@>key]', '@paper[<|+@>key]', true);
	check('<aab|aaab>', 'a<|a>ab', true);
	check('<aab|aaab>', 'aa<|a>b', true);
});

test('several places, of which some stay as they are', () => {
	check('<one|two> and <one|two>', '<one|two> and <one|two>', true);
	check('<one|once> and <same|same> and <two|twice>', 'on<e|ce> and same and tw<o|ice>', true);
	check('<one|two> and <one|two>', '<one|two> and one', false);
});

test('another text, another place, or more than that', () => {
	check('@paper[<vaswni2017|vaswani2017>]', '@paper[vaswni<|a>2017]', false);
	check('@paper[<vaswni2017|vaswani2017>]', '@pap<|a>er[vaswni2017]', false);
	check('<one|two> and', '<one|two> an<|x>d', false);
	check('<one|two> and', '<one and|two and>', false);
	check('<|a>', '', false);
});
