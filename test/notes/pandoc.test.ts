/** Pandoc's citations, for those who ask for them. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readNote } from '../../server/src/notes/note.ts';
import { checkReferences } from './underlined.ts';

function check(fixture: string): void {
	checkReferences(fixture, ['paper', 'pandoc']);
}

test('citations in brackets', () =>
	check(`
[@a] [see @b, p. 3; -@c] [@d p. 3; cf. @{http://x.org/?a=b}, p. 4] [-@g]
  ^
           ^ see , p. 3
                      ^ -
                           ^ , p. 3
                                         ^^^^^^^^^^^^^^^^^ cf. , p. 4
                                                                      ^ -
`));

test('citations in the text', () =>
	check(`
As @smith2020 and -@b say, @{c}. In @d [p. 33] (@e; @DBLP:conf/x). @f [p. 3](u) @g [^1] @h: @i://j.
    ^^^^^^^^^ +
                    ^ -
                             ^ +
                                     ^ + , p. 33
                                                 ^ +
                                                     ^^^^^^^^^^^ +
                                                                    ^ +
                                                                                 ^ +
                                                                                         ^ +
                                                                                             ^^^^^ +
`));

test('words with an @ that cite nothing', () =>
	check(`
me@example.org git@github.com:a/b.git \\@ref(fig:x) @ @@ \`@x\` $@y$ https://a.b/@c <a@b.c> [x](@y) @{ @{a b}
`));

test("a link's text holds a citation, and its brackets are the link's", () =>
	check(`
[see @a](u) [see @b][c] [@d [e](f) @g] [no; @h]
      ^ +
                  ^ +
                          ^ +
                                    ^ +
                                             ^ +
`));

test('beside ours, which goes first', () =>
	check(`
@paper[see @a; b] [@c] [@paper[d]] @paper [p. 4]
            ^ see
               ^
                    ^
                               ^
                                    ^^^^^ + , p. 4
`));

test('nobody who did not ask for them has them', () => checkReferences('[@a] @b -@c @{d}', ['paper']));

const BOOK = join(import.meta.dirname, '../../../shared/corpora/vault-meta-analysis');
const absent = existsSync(BOOK) ? false : `there is no ${BOOK}`;

test('a book in R Markdown cites 417 times, always a paper of its bibliography', { skip: absent }, () => {
	const read = (name: string) => readFileSync(join(BOOK, name), 'utf8');
	const entries = `${read('book.bib')}\n${read('packages.bib')}`.matchAll(/^\s*@\w+\s*\{\s*([^,\s]+)\s*,/gm);
	const keys = new Set([...entries].map((entry) => entry[1]));
	const chapters = readdirSync(BOOK).filter((name) => name.endsWith('.Rmd'));
	const cited = chapters.flatMap((name) =>
		readNote(read(name), { syntaxes: ['pandoc'] }).citations.flatMap(({ items }) =>
			items.map((item) => item.reference),
		),
	);
	assert.equal(cited.length, 417);
	assert.equal(new Set(cited).size, 269);
	assert.deepEqual(
		cited.filter((key) => !keys.has(key)),
		[],
	);
});
