/** Random keys: every key that a citation can hold is read back as it was written, in both syntaxes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenKey } from '../../server/src/notes/citationForms.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { isCitable, isSameKey } from '../../server/src/syntax/key.ts';
import { randomFrom, SEED } from '../support/random.ts';

const MAX_LENGTH = 8;

/** Letters are few, so that signs meet each other often. */
const CHARACTERS = [
	...'ab01_',
	...`:.#$%&-+?<>~/@'"=*(){}[]\\^!|\``,
	'é',
	'e\u0301',
	'张',
	'\u200b',
	'𝑎',
	'１',
	...'；，、＠【】［］－',
	'@paper[',
];

/** Keys that look like something else. */
const LOOKALIKES = ['http://a.b/', '10.1000/', 'arXiv:', '<!--', '-->', '<b>', '$$', '``', '[@a]', '&amp;'];

test(`a citable key that is written into a citation is read back (SEED=${SEED})`, () => {
	const next = randomFrom(SEED);
	const oneOf = (texts: readonly string[]): string => texts[next(texts.length)] ?? '';
	let citable = 0;
	for (let round = 0; round < 4000; round++) {
		const length = 1 + next(MAX_LENGTH);
		const key = Array.from({ length }, () => oneOf(next(20) === 0 ? LOOKALIKES : CHARACTERS)).join('');
		citable += isCitable(key) ? 1 : 0;
		checkPaper(key);
		checkPandoc(key);
	}
	assert.ok(citable > 1000, `only ${citable} keys were citable`);
});

function checkPaper(key: string): void {
	const isRead = ['', 'see @', '-@', '+@'].every((mark) => isFirst(`See @paper[${mark}${key}, p. 4; c].`, key));
	assert.equal(isRead, isCitable(key), JSON.stringify(key));
}

function checkPandoc(key: string): void {
	const written = isCitable(key) ? writtenKey('pandoc', key) : undefined;
	if (written !== undefined) {
		for (const text of [`See @${written} here.`, `See -@${written}, p. 4.`, `See [see @${written}, p. 4; @c].`]) {
			assert.ok(isFirst(text, key), text);
		}
	}
}

/** Whether the first paper that the text cites has this key. Full-width signs may be read as the usual ones. */
function isFirst(text: string, key: string): boolean {
	const [first] = referencesIn(text);
	return first !== undefined && isSameKey(first, key);
}

function referencesIn(text: string): readonly string[] {
	const { citations } = readNote(text, { syntaxes: ['paper', 'pandoc'] });
	return citations
		.filter(({ closed }) => closed)
		.flatMap(({ items }) => items.filter(({ problem }) => !problem).map(({ reference }) => reference));
}
