/** The key of Pandoc's that is being written, told from the text and the cursor alone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyWrittenAt } from '../../server/src/syntax/pandocKey.ts';

/** What is written at the `|`; undefined where it is no key. */
function check(marked: string, expected: string | undefined): void {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const found = keyWrittenAt(text, offset);
	assert.equal(found && text.slice(found.start, found.end), expected, marked);
}

test('a key reaches from its mark to the cursor', () => {
	check('see @doe|', '@doe');
	check('see @doe|99, p. 3', '@doe');
	check('[-@doe|]', '-@doe');
	check('[@roe; @|]', '@');
	check('@|', '@');
	check('see |@doe', undefined);
	check('|', undefined);
});

test('punctuation may be inner yet, while nothing follows it', () => {
	check('@doe:|', '@doe:');
	check('@doe:a|', '@doe:a');
	check('@https://|', '@https://');
	check('@doe.. a|', undefined);
	check('@doe..a|', undefined);
	check('@doe |', undefined);
	check('@doe,|', undefined);
	check("@doe'|", undefined);
	check('@:|', undefined);
});

test('braces hold anything but space and braces', () => {
	check('@{|', '@{');
	check('@{10.1000/a(b),c|', '@{10.1000/a(b),c');
	check('@{10.1000/a|}', '@{10.1000/a');
	check('@{a b|}', undefined);
	check('@{a}|', undefined);
});

test('a sign in a word or behind a backslash begins no key', () => {
	check('me@example|', undefined);
	check('\\@doe|', undefined);
	check('well-@doe|', '@doe');
	check('𝑎@doe|', undefined);
});
