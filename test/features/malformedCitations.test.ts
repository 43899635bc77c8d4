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

test('a mark before a key stands once', () =>
	check(`
@paper[@@a; see @-@b; c] @paper[d@e; -f; +g]
        ^^ "@a" is not a key: "@" marks a key and is not its first character. Write a single "@", "-@" or "+@" before the key.
                 ^^^ "-@b" is not a key: "@" marks a key and is not its first character. Write a single "@", "-@" or "+@" before the key.
`));

test("what has the shape of a reference is none of these problems' concern", () =>
	check(`
@paper[see @a, p. 3--4 {sic} "x"; 10.1002/(SICI)1<693::AID>3.0.CO2-O; doi: 10.1000/x; arXiv: 1706.03762]
@paper[a"b; c{d}; e=f; i's; j^k; l--m; n.; .o; ----; \`p\`; q[1]; https://r.org/s?t=u#v]
`));
