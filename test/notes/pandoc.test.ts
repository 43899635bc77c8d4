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

test('a key inside emphasis, quotes or the words after another key is cited in the text', () =>
	check(`
[*see* @a, "b; c"; @d] [see *@e*] [@f, *p. 3] [@g, as in @h [p. 3]; @i] "@j" [@k](see also @l) [@m]: text
        ^ *see* , "b; c"
                    ^
                              ^ +
                                    ^ +
                                                ^ , as in @h [p. 3]
                                                          ^ + , p. 3
                                                                     ^
                                                                          ^ +
                                                                               ^ +
                                                                                                 ^
`));

test('brackets after a key hold its locator, and then more papers', () =>
	check(`
@a [p. 3; see also @b, p. 4] @c [p. 3 [note 2]] @d [see @e; @f] @g [p. 3; no key] @h [] -@i [ch. 2]
 ^ + , p. 3
                    ^ see also , p. 4
                              ^ + , p. 3 [note 2]
                                                 ^ +
                                                         ^ see
                                                             ^
                                                                 ^ +
                                                                                   ^ +
                                                                                          ^ - , ch. 2
`));

test('notes, LaTeX, examples and entities', () =>
	check(`
Bark.^[See @a and [@b].] [^@no] \\footnote{@no} \\cite[@no]{@no} \\alpha @c e.g.@no ...@d [@e, x &amp; y; @f]
            ^ +
                    ^
                                                                       ^ +
                                                                                     ^ +
                                                                                         ^ , x &amp; y
                                                                                                        ^

\\begin{tabular}{@{}l}
@no

@no
\\end{tabular} @g
               ^ +

(@leaf) Leaves fall @h.
                     ^ +

As (@leaf) shows.
`));

test('who does not read Pandoc has LaTeX as text', () =>
	checkReferences(
		`
\\begin{center} \\textbf{@paper[a]} \\end{center}
                              ^
`,
		['paper'],
	));

test("a link's text holds a citation, and its brackets are the link's", () =>
	check(`
[see @a](u) [see @b][c] [@d [e](f) @g] [no; @h]
      ^ +
                  ^ +
                          ^ , [e](f) @g
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

test('after a key, brackets that look like the mark of a note but begin with a key are those of the key', () => {
	const keysIn = (text: string) =>
		readNote(text, { syntaxes: ['pandoc'] }).citations.map(({ items }) => items.map(({ reference }) => reference));
	assert.deepEqual(keysIn('@a [^@w] and @b[^@x; @y]'), [
		['a', 'w'],
		['b', 'x', 'y'],
	]);
	assert.deepEqual(keysIn('@a [^1] and words [^@w]'), [['a']]);
});
