/** How long problems of a citation are held back while someone writes it. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { readNote } from '../../server/src/notes/note.ts';
import { HeldCitations } from '../../server/src/workspace/heldCitations.ts';

const NOTE = 'file:///note.md';
const OTHER_NOTE = 'file:///other.md';

const { citations } = readNote('@paper[one] and @paper[two], unlike @paper[three]', { syntaxes: ['paper'] });

function startHolding({ mock }: TestContext, { tellsCursorLeft = false } = {}) {
	mock.timers.enable({ apis: ['setTimeout'] });
	const released: string[] = [];
	const held = new HeldCitations({ tellsCursorLeft, onRelease: (uri) => released.push(uri) });
	return {
		held,
		/** The notes reported to the client since the last call. */
		released: () => released.splice(0),
		/** Simulates writing the citations that cite these references. */
		write(uri: string, ...references: readonly string[]) {
			held.edited(
				uri,
				citations.filter(({ content }) => references.includes(content)),
			);
		},
		/** The references that are held back, checking all of them. */
		heldBack: (uri = NOTE) =>
			citations
				.flatMap(({ items }) => items)
				.filter(({ referenceSpan }) => held.holdsBack(uri, referenceSpan))
				.map(({ reference }) => reference),
		wait: (ms: number) => mock.timers.tick(ms),
	};
}

test('what the last edits have touched is held back, in their note alone', (t) => {
	const { write, heldBack } = startHolding(t);
	assert.deepEqual(heldBack(), []);
	write(NOTE, 'one', 'three');
	assert.deepEqual(heldBack(), ['one', 'three']);
	assert.deepEqual(heldBack(OTHER_NOTE), []);
});

test('an edit elsewhere holds what it touches instead; of its own note the client asks by itself', (t) => {
	const { write, heldBack, released } = startHolding(t);
	write(NOTE, 'one');
	heldBack();
	write(NOTE, 'two');
	assert.deepEqual(heldBack(), ['two']);
	write(NOTE);
	assert.deepEqual(heldBack(), []);
	assert.deepEqual(released(), []);
	write(NOTE, 'two');
	heldBack();
	write(OTHER_NOTE, 'one');
	assert.deepEqual(heldBack(), []);
	assert.deepEqual(heldBack(OTHER_NOTE), ['one']);
	assert.deepEqual(released(), [NOTE]);
});

test('a writer is done a moment after the last key', (t) => {
	const { write, heldBack, released, wait } = startHolding(t);
	write(NOTE, 'one');
	wait(1400);
	write(NOTE, 'one');
	assert.deepEqual(heldBack(), ['one']);
	wait(1499);
	assert.deepEqual(released(), []);
	assert.deepEqual(heldBack(), ['one']);
	wait(1);
	assert.deepEqual(released(), [NOTE]);
	assert.deepEqual(heldBack(), []);
	wait(10_000);
	assert.deepEqual(released(), []);
});

test('keys in prose do not put it off', (t) => {
	const { write, heldBack, released, wait } = startHolding(t);
	write(NOTE, 'one');
	heldBack();
	write(NOTE);
	wait(1000);
	write(NOTE, 'two');
	heldBack();
	wait(1000);
	assert.deepEqual(released(), [], 'the time of the one that was held before');
	wait(500);
	assert.deepEqual(released(), [NOTE]);
});

test('a client that tells when the cursor leaves may rest in a citation', (t) => {
	const { held, write, heldBack, released, wait } = startHolding(t, { tellsCursorLeft: true });
	write(NOTE, 'one');
	wait(1_000_000);
	assert.deepEqual(heldBack(), ['one']);
	held.release(OTHER_NOTE);
	assert.deepEqual(heldBack(), ['one']);
	held.release(NOTE);
	assert.deepEqual(heldBack(), []);
	assert.deepEqual(released(), [NOTE]);
	held.release(NOTE);
	assert.deepEqual(released(), []);
});

test('a client that was told everything is not made to ask again', (t) => {
	const { held, write, heldBack, released, wait } = startHolding(t);
	write(NOTE, 'one');
	assert.equal(held.holdsBack(NOTE, citations.at(-1)?.span ?? { start: 0, end: 0 }), false);
	held.release(NOTE);
	write(NOTE, 'one');
	wait(1500);
	assert.deepEqual(released(), []);
	assert.deepEqual(heldBack(), []);
});

test('nobody is told of a note that was closed', (t) => {
	const { held, write, heldBack, released, wait } = startHolding(t);
	write(NOTE, 'one');
	heldBack();
	held.forget(OTHER_NOTE);
	assert.deepEqual(heldBack(), ['one']);
	held.forget(NOTE);
	assert.deepEqual(heldBack(), []);
	wait(1500);
	assert.deepEqual(released(), []);
});

test('what only touches a held citation is not part of it', (t) => {
	const { held, write } = startHolding(t);
	write(NOTE, 'one');
	const end = citations[0]?.span.end ?? 0;
	assert.equal(held.holdsBack(NOTE, { start: end, end: end + 4 }), false);
	assert.equal(held.holdsBack(NOTE, { start: end - 1, end: end + 4 }), true);
});
