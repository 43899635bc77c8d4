/** An answer about a note counts only for the text that the question was about. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshAnswer } from '../../client/src/citing/freshAnswer.ts';

/** The result if someone types during the first `typed` answers. Each answer is the note's version. */
async function checkTyping(typed: number, expected: { readonly answer: number | undefined; readonly asked: number }) {
	const note = { version: 1 };
	let asked = 0;
	const answer = await freshAnswer(note, async () => {
		const about = note.version;
		asked++;
		note.version += asked <= typed ? 1 : 0;
		return about;
	});
	assert.deepEqual({ answer, asked }, expected);
}

test('the answer about a note that rests is taken', () => checkTyping(0, { answer: 1, asked: 1 }));

test('a note that has changed meanwhile is asked about again', () => checkTyping(2, { answer: 3, asked: 3 }));

test('no answer about an older text is ever taken', () => checkTyping(3, { answer: undefined, asked: 3 }));
