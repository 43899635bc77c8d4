/** What is wrong with how a citation is written. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationProblems, readNote } from '../../server/src/notes/note.ts';
import { filesIn } from '../support/fixture.ts';

function check(fixture: string): void {
	for (const { text, marks } of filesIn(fixture)) {
		const problems = citationProblems(readNote(text, { syntaxes: ['paper'] }));
		assert.deepEqual(
			problems.map(({ span, message }) => ({ ...span, text: message })),
			marks,
		);
		assert.ok(problems.every(({ code }) => code === 'malformed-citation'));
	}
}

test('a citation names a paper', () =>
	check(`
@paper[] @paper[ ; ] @paper[ok]
^^^^^^^^ This citation names no paper: write a key between the brackets.
         ^^^^^^^^^^^ This citation names no paper: write a key between the brackets.
`));

test('an item is not empty', () =>
	check(`
@paper[a;;b] @paper[;c] @paper[d; ] @paper[see @, p. 3; , p. 4; -@]
        ^ This semicolon separates nothing: name a paper or remove it.
                    ^ This semicolon separates nothing: name a paper or remove it.
                                ^^ This semicolon separates nothing: name a paper or remove it.
                                           ^^^^^^^^^^^ No key stands before the comma or after the "@".
                                                       ^^^^^^^ No key stands before the comma or after the "@".
                                                               ^^^ No key stands before the comma or after the "@".
`));

test('a citation is closed', () =>
	check(`
@paper[zeng verifiable "env; and so on
^^^^^^^ This citation is not closed: put "]" after its last key.

> @paper[a
  ^^^^^^^ This citation is not closed: put "]" after its last key.
> b
> c]
`));

test('a key holds no spaces, which words before or after it have to be told from', () =>
	check(`
@paper[see zeng2025] @paper[zeng2025 p. 4; ok] @paper[see @zeng p. 4]
       ^^^^^^^^^^^^ A key holds no space: "see zeng2025". Put ";" between papers, "," before a page, or "@" before the key.
                            ^^^^^^^^^^^^^ A key holds no space: "zeng2025 p. 4". Put ";" between papers, "," before a page, or "@" before the key.
                                                           ^^^^^^^^^ A key holds no space: "zeng p. 4". Put ";" between papers, "," before a page, or "@" before the key.
`));

test('a key holds none of the characters that Markdown or BibTeX mean something by', () =>
	check(`
@paper[a"b; c{d}; e=f; @g@h; i's] @paper[j^k]
       ^^^ A key cannot hold '"': "a"b".
            ^^^^ A key cannot hold "{": "c{d}".
                  ^^^ A key cannot hold "=": "e=f".
                        ^^^ A key cannot hold "@": "g@h".
                             ^^^ A key cannot hold "'": "i's".
                                         ^^^ A key cannot hold "^": "j^k".
`));

test('punctuation stands alone, inside a key', () =>
	check(`
@paper[a--b; a.; .a]
       ^^^^ "a--b" is no key: one begins with a letter or digit, and punctuation stands alone inside it.
             ^^ "a." is no key: one begins with a letter or digit, and punctuation stands alone inside it.
                 ^^ ".a" is no key: one begins with a letter or digit, and punctuation stands alone inside it.
`));

test("what has the shape of a reference is none of these problems' concern", () =>
	check(`
@paper[see @a, p. 3--4 {sic} "x"; 10.1002/(SICI)1<693::AID>3.0.CO2-O; doi:10.1/x]
`));

test('a reference that names a paper is right, whatever it looks like', () => {
	const note = readNote('@paper[a--b; c--d]', { syntaxes: ['paper'] });
	const problems = citationProblems(note, { isKnown: (reference) => reference === 'a--b' });
	assert.deepEqual(
		problems.map(({ span }) => span.start),
		[13],
	);
});
