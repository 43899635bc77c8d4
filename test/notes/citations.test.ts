/** `@paper[...]`: what it cites, and where. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationAt, itemAt, readNote } from '../../server/src/notes/note.ts';
import { checkReferences } from './underlined.ts';

function check(fixture: string): void {
	checkReferences(fixture, ['paper']);
}

test('a citation names one paper or several, each with its page', () =>
	check(`
As @paper[zeng2025rlve] shows, and @paper[a; b, p. 4;c,fig. 2 ].
          ^^^^^^^^^^^^
                                          ^
                                             ^ , p. 4
                                                     ^ , fig. 2
`));

test('words may stand before an @, which a minus makes a citation without the author', () =>
	check(`
@paper[see @zeng2025rlve, fig. 2; but cf., e.g., -@b; -@c; @d, p. 1]
            ^^^^^^^^^^^^ see , fig. 2
                                                   ^ but cf., e.g., -
                                                        ^ -
                                                            ^ , p. 1
`));

test('a plus before the @ cites in the text', () =>
	check(`
@paper[+@a] @paper[+@b, p. 4; -@c; see +@d] @paper[a+@b]
         ^ +
                     ^ + , p. 4
                                ^ -
                                         ^ see +
                                                   ^^^^
`));

test('a reference is a key in any script, a DOI, an arXiv id or a URL, kept as written', () =>
	check(`
@paper[DBLP:conf/nips/Vaswani17; müller_2020; 王2021]
       ^^^^^^^^^^^^^^^^^^^^^^^^
                                 ^^^^^^^^^^^
                                              ^^^^^
@paper[10.1016/S0140-6736(20)30183-5; doi:10.18653/v1/N19-1423]
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                      ^^^^^^^^^^^^^^^^^^^^^^^^
@paper[2506.14731v2; arXiv:2506.14731; arXiv:hep-th/9901001]
       ^^^^^^^^^^^^
                     ^^^^^^^^^^^^^^^^
                                       ^^^^^^^^^^^^^^^^^^^^
@paper[https://arxiv.org/pdf/2506.14731.pdf; https://doi.org/10.1016/S0140-6736(20)30183-5]
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`));

test('the semicolon in a SICI is part of the DOI', () =>
	check(`
@paper[10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2; a, p. 3]
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                           ^ , p. 3
@paper[b;https://doi.org/10.1641/0006-3568(2004)054[1043:CEHSA]2.0.CO;2;c]
       ^
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                        ^
`));

test('a citation wraps over any number of lines', () =>
	check(`
See @paper[a;
           ^
b, pages 3
^ , pages 3
] and @paper[c, pages 3
             ^ , pages 3 to 4
to 4].
`));

test('after a letter of a script without spaces a citation begins', () =>
	check(`
春天的研究@paper[a]表明，カタカナ@paper[b]、ひらがな@paper[c]、한국어@paper[d] ผลการวิจัย@paper[e]พบว่า me@paper[no] 5@paper[no]
            ^
                            ^
                                          ^
                                                       ^
                                                                           ^
`));

test('the mark of a block quote and the indent of a list are no part of what wraps over them', () =>
	check(`
> See @paper[a, pages 3
             ^ , pages 3 to 4
> to 4; b].
        ^

- > See @paper[c;
               ^
  > see @d, p. 3].
         ^ see , p. 3

1. See @paper[e, p.
              ^ , p. 3
   3; f].
      ^
`));

test('a citation does not reach over a blank line, the next citation or a cell', () =>
	check(`
Open @paper[a
            ^

] and @paper[b
             ^
d and @paper[e @paper[f].
             ^
                      ^

\\| x \\| @paper[g \\| @paper[h] \\|
             ^
                        ^
\\|---\\|---\\|---\\|
\\| @paper[i \\| \`@paper[no]\` \\| @paper[j] \\|
         ^
                                   ^
`));

test('an open citation guesses the first word of each item, and leaves the next line alone', () =>
	check(`
Open @paper[zeng2025 and so on; see more
            ^^^^^^^^
                                ^^^
and a [link](u), then @paper[b].
                             ^
`));

test('brackets inside come in pairs', () =>
	check(`
@paper[a, p. 3 [sic]; b] and @paper[c and [a link](u) go on
       ^ , p. 3 [sic]
                      ^
                                    ^
`));

test('a second pair of brackets or parentheses after a citation is text', () =>
	check(`
@paper[a][b] @paper[c](see @paper[d]) [@paper[e]](u@paper[no]) [x][@paper[f]]
       ^
                    ^
                                  ^
                                              ^
                                                                          ^
`));

test('headings, emphasis, lists, tasks, quotes, links, footnotes and inline HTML hold citations', () =>
	check(`
# A heading @paper[a] #
                   ^

Another @paper[b]
               ^
=================

- [ ] task **@paper[c]**, _@paper[d]_ and ~~@paper[e]~~
                    ^
                                  ^
                                                   ^
  1. > deeper [@paper[f]](u), ![@paper[g]](u) and <b title="@paper[no]">@paper[h]</b>
                      ^
                                       ^
                                                                               ^

[^1]: @paper[i] and
             ^

    @paper[j] in its second paragraph, (@paper[k]) -@paper[l]
           ^
                                               ^
                                                           ^
`));

test('a table is read cell by cell', () =>
	check(`
Before @paper[a] it
              ^
\\| a \`b \\| @paper[b] \\|
                ^
\\|---\\|:-:\\|
\\| $x \\| \`@paper[c] \\\\| \\|
               ^
@paper[d] \\| $ \\|
       ^
`));

test('CRLF, lone CR and a BOM leave all offsets as they are', () => {
	const text = '\uFEFFa\r\n\r\n<div>\r\nx\r\n\r\n@paper[a;\r\nb] c\r\rd @paper[e\rf';
	const items = readNote(text, { syntaxes: ['paper'] }).citations.flatMap((citation) => citation.items);
	const cited = items.map(({ referenceSpan }) => text.slice(referenceSpan.start, referenceSpan.end));
	assert.deepEqual(cited, ['a', 'b', 'e']);
});

test('the citation and the item under the cursor are found, their ends included', () => {
	const text = 'x @paper[a; see @b, p. 4] y @paper[c]';
	const note = readNote(text, { syntaxes: ['paper'] });
	const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
	const items = offsets.map((offset) => itemAt(note, offset)?.item.reference ?? '.').join('');
	assert.equal(items, '.........aa.bbbbbbbbbbbbb..........cc.');
	const inside = offsets.map((offset) => (citationAt(note, offset) ? 'x' : '.')).join('');
	assert.equal(inside, `..${'x'.repeat(24)}..${'x'.repeat(10)}`);
});
