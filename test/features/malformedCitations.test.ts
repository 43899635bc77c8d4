/** Problems in the syntax of a citation. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems } from '../../server/src/features/problems.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** While the corpus is incomplete, a citation has no other problems. */
function check(fixture: string): void {
	const { workspace, uri, note } = workspaceOf(fixture, { complete: false });
	const problems = noteProblems(workspace, uri);
	assert.deepEqual(
		problems.map(({ span, message }) => ({ ...span, text: message })),
		note.marks,
	);
	assert.ok(problems.every(({ code }) => code === 'malformed-citation'));
}

test('a citation names a paper', () =>
	check(`
@paper[] @paper[ ; ] @paper[ok]
^^^^^^^^ This citation names no paper. Write a key between the brackets, or remove the citation.
         ^^^^^^^^^^^ This citation names no paper. Write a key between the brackets, or remove the citation.
`));

test('an item is not empty', () =>
	check(`
@paper[a;;b] @paper[;c] @paper[d; ] @paper[see @, p. 3; , p. 4; -@]
        ^ A paper is missing next to this semicolon. Write a key, or remove the semicolon.
                    ^ A paper is missing next to this semicolon. Write a key, or remove the semicolon.
                                ^^ A paper is missing next to this semicolon. Write a key, or remove the semicolon.
                                           ^^^^^^^^^^^ A key is missing before the comma or after the "@".
                                                       ^^^^^^^ A key is missing before the comma or after the "@".
                                                               ^^^ A key is missing before the comma or after the "@".
`));

test('a citation is closed', () =>
	check(`
@paper[zeng verifiable "env; and so on
^^^^^^^ This citation is not closed. Put "]" after its last key.

> @paper[a
  ^^^^^^^ This citation is not closed. Put "]" after its last key.
> b
> c]
`));

test('a key holds no spaces, which words before or after it have to be told from', () =>
	check(`
@paper[see zeng2025] @paper[zeng2025 p. 4; ok] @paper[see @zeng p. 4]
       ^^^^^^^^^^^^ A key cannot contain a space: "see zeng2025". Put ";" between papers, "," before a page, or "@" before the key.
                            ^^^^^^^^^^^^^ A key cannot contain a space: "zeng2025 p. 4". Put ";" between papers, "," before a page, or "@" before the key.
                                                           ^^^^^^^^^ A key cannot contain a space: "zeng p. 4". Put ";" between papers, "," before a page, or "@" before the key.
`));

test('a key holds none of the characters that Markdown or BibTeX mean something by', () =>
	check(`
@paper[a"b; c{d}; e=f; @g@h; i's] @paper[j^k]
       ^^^ A key cannot contain '"': "a"b".
            ^^^^ A key cannot contain "{": "c{d}".
                  ^^^ A key cannot contain "=": "e=f".
                        ^^^ A key cannot contain "@": "g@h".
                             ^^^ A key cannot contain "'": "i's".
                                         ^^^ A key cannot contain "^": "j^k".
`));

test('punctuation stands alone, inside a key', () =>
	check(`
@paper[a--b; a.; .a]
       ^^^^ "a--b" is not a valid key. A key begins with a letter or digit, and any punctuation in it stands alone between letters or digits.
             ^^ "a." is not a valid key. A key begins with a letter or digit, and any punctuation in it stands alone between letters or digits.
                 ^^ ".a" is not a valid key. A key begins with a letter or digit, and any punctuation in it stands alone between letters or digits.
`));

test("what has the shape of a reference is none of these problems' concern", () =>
	check(`
@paper[see @a, p. 3--4 {sic} "x"; 10.1002/(SICI)1<693::AID>3.0.CO2-O; doi:10.1/x]
`));
