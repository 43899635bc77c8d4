/** The card of the paper under the cursor: where it stands, and what is on it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardOfKey, hover } from '../../server/src/features/hover.ts';
import { renderCard } from '../../server/src/features/renderCard.ts';
import { type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

const MARKDOWN = { format: 'markdown', commands: false } as const;
const PLAIN = { format: 'plaintext', commands: false } as const;

function cards(fixture: string, options?: WorkspaceOptions) {
	const { workspace, uri, offset } = workspaceOf(fixture, options);
	return hover(workspace, uri, offset)?.cards ?? [];
}

/** The mark in the note is what the card stands on; without a mark there is no card. */
function checkSpan(note: string): void {
	const fixture = `
//- /corpus.bib
@article{one, title = {First}, doi = {10.1000/1}, ids = {uno}}
@article{two, title = {Second}, eprint = {2001.00002}, eprinttype = {arxiv}}
//- /note.md
${note}`;
	const opened = workspaceOf(fixture);
	const [mark] = opened.note.marks;
	const found = hover(opened.workspace, opened.uri, opened.offset);
	assert.deepEqual(found?.span, mark && { start: mark.start, end: mark.end }, note);
	if (mark) {
		assert.equal(found?.cards[0]?.title, mark.text);
	}
}

/** What the card says of the one entry of a corpus. */
function checkCard(entry: string, expected: Readonly<Record<string, unknown>>, options?: WorkspaceOptions): void {
	const [card] = cards(`//- /library.bib\n${entry}\n//- /note.md\n@paper[x|]`, options);
	assert.ok(card);
	for (const [name, value] of Object.entries(expected)) {
		assert.deepEqual(card[name as keyof typeof card], value, name);
	}
}

/** The rendered card of the one entry of a corpus. */
function rendered(entry: string, style: Parameters<typeof renderCard>[1] = MARKDOWN): string {
	const [card] = cards(`//- /library.bib\n${entry}\n//- /note.md\n@paper[x|]`);
	assert.ok(card);
	return renderCard(card, style);
}

test('the card stands on the one key under the cursor', () => {
	checkSpan(`See @paper[o|ne].
           ^^^ First`);
	checkSpan(`@paper[see @one, p. 4; but @t|wo]
                            ^^^ Second`);
	checkSpan(`@paper[one|; two]
       ^^^ First`);
	checkSpan(`@paper[one; |two]
            ^^^ Second`);
});

test('on the words around a key and on its page, the card of that key', () => {
	checkSpan(`@paper[s|ee @one, p. 4; two]
            ^^^ First`);
	checkSpan(`@paper[see @one, p. |4; two]
            ^^^ First`);
});

test('a DOI, an arXiv id, an address and an alias have the card of their paper', () => {
	checkSpan(`@paper[10.1000|/1]
       ^^^^^^^^^ First`);
	checkSpan(`@paper[https://doi.org/10.1000|/1]
       ^^^^^^^^^^^^^^^^^^^^^^^^^ First`);
	checkSpan(`@paper[arXiv:2001|.00002v3]
       ^^^^^^^^^^^^^^^^^^ Second`);
	checkSpan(`@paper[un|o]
       ^^^ First`);
});

test('no card on an unknown key, on the brackets, in code and in prose', () => {
	checkSpan('@paper[thre|e]');
	checkSpan('@pa|per[one]');
	checkSpan('`@paper[o|ne]`');
	checkSpan('o|ne');
});

test('an ambiguous key has the cards of both papers', () => {
	const found = cards(`
//- /a.bib
@article{x, title = {On Apples}, author = {Smith, Ann}, year = 2020}
//- /b.bib
@article{x, title = {Of Pears}, author = {Jones, Bob}, year = 1990}
//- /note.md
@paper[x|]`);
	assert.deepEqual(found.map(({ title }) => title).sort(), ['Of Pears', 'On Apples']);
});

test('authors are named as they name themselves', () => {
	const authors = (list: string) =>
		cards(`//- /l.bib\n@article{x, author = {${list}}}\n//- /note.md\n@paper[x|]`)
			.map((card) => renderCard(card, PLAIN).split('\n')[1])
			.join();
	assert.equal(authors('Vaswani, Ashish and Shazeer, Noam'), 'Ashish Vaswani, Noam Shazeer');
	assert.equal(authors('van der Maaten, Laurens'), 'Laurens van der Maaten');
	assert.equal(authors('King, Jr., Martin Luther'), 'Martin Luther King Jr.');
	assert.equal(authors('{Olmo Team}'), 'Olmo Team');
	assert.equal(authors('Vaswani, Ashish and others'), 'Ashish Vaswani et al.');
	assert.equal(authors('Plato'), 'Plato');
});

test('in Chinese, Japanese and Korean the family name comes first, without a space', () => {
	const authors = (list: string) =>
		cards(`//- /l.bib\n@article{x, author = {${list}}}\n//- /note.md\n@paper[x|]`)[0]?.authors.named;
	assert.equal(authors('张, 伟 and 欧阳, 娜娜'), '张伟, 欧阳娜娜');
	assert.equal(authors('张 伟 and 张伟'), '张伟, 张伟');
	assert.equal(authors('山田, 太郎 and さとう, はなこ and スズキ, イチロー'), '山田太郎, さとうはなこ, スズキイチロー');
	assert.equal(authors('김, 민수'), '김민수');
	assert.equal(authors('约翰·史密斯 and 史密斯, 约翰·保罗'), '约翰·史密斯, 约翰·保罗 史密斯', 'not a Chinese name');
	assert.equal(authors('Zhang, 伟 and 张, Wei'), '伟 Zhang, Wei 张', 'of two scripts');
});

test('up to ten authors are named, and the others counted', () => {
	const names = (count: number) => Array.from({ length: count }, (_, index) => `A${index} B${index}`).join(' and ');
	const ten = { named: names(10).replaceAll(' and ', ', '), truncated: false, affiliations: '' };
	checkCard(`@article{x, author = {${names(10)}}}`, { authors: { ...ten, more: 0 } });
	checkCard(`@article{x, author = {${names(312)}}}`, { authors: { ...ten, more: 302 } });
	checkCard(`@article{x, author = {${names(12)} and others}}`, { authors: { ...ten, more: 2, truncated: true } });
	const entry = `@article{x, author = {${names(12)}}}`;
	assert.match(rendered(entry), /B9 and 2 more$/m);
	const withCommands = rendered(entry, { format: 'markdown', commands: true });
	assert.match(withCommands, /B9 \[and 2 more\]\(command:paperNotes\.showAuthors\?%5B%22x%22%5D\)$/m);
});

test('of a book without authors, the editors are named', () =>
	checkCard('@book{x, title = {T}, editor = {Bell, Ann}}', {
		authors: { named: 'Ann Bell', more: 0, truncated: false, affiliations: '' },
	}));

test('a date is as exact as the record', () => {
	checkCard('@article{x, date = {2017-06-12}}', { published: '12 June 2017' });
	checkCard('@article{x, year = 2017, month = jun}', { published: 'June 2017' });
	checkCard('@article{x, year = 2017}', { published: '2017' });
	checkCard('@article{x, title = {T}}', { published: '' });
	checkCard('@article{x, year = {forthcoming}}', { published: 'forthcoming' });
});

test('venue, date and categories stand in one line', () => {
	checkCard('@article{x, journal = {Nature}, year = 2016}', { published: 'Nature · 2016' });
	checkCard('@inproceedings{x, booktitle = {Proceedings of ACL}, year = 2019}', {
		published: 'Proceedings of ACL · 2019',
	});
	checkCard('@book{x, publisher = {Springer}, year = 2009}', { published: 'Springer · 2009' });
	checkCard('@misc{x, eprint = {1706.03762}, eprinttype = {arxiv}, eprintclass = {cs.CL}, year = 2017}', {
		published: '2017 · cs.CL',
	});
});

test('volume, issue and pages stand with the venue', () => {
	checkCard('@article{x, journal = {Nature}, volume = 521, number = 7553, pages = {436--444}, year = 2015}', {
		published: 'Nature 521 (7553), 436–444 · 2015',
	});
	checkCard('@article{x, journal = {JMLR}, pages = {7}}', { published: 'JMLR, 7' });
	checkCard('@book{x, publisher = {Springer}, volume = 2, year = 2009}', { published: 'Springer · vol. 2 · 2009' });
	checkCard('@misc{x, pages = {A12-A15}}', { published: 'pp. A12–A15' });
	checkCard('@misc{x, pages = {7}}', { published: 'p. 7' });
});

test('keywords and note are a line each, before the file', () => {
	const entry = `@article{x, title = {T}, keywords = {one, two}, note = {Best \\emph{paper} of ${'word '.repeat(100)}}}`;
	checkCard(entry, { keywords: 'one, two' });
	const lines = rendered(entry).split('\n').slice(-4);
	assert.equal(lines[0], 'Keywords: one, two  ');
	assert.match(lines[1] ?? '', /^Note: Best \*paper\* of word .* …$/);
	assert.ok((lines[1] ?? '').length < 330);
	assert.equal(lines[3], '`x` from [library.bib](file:///library.bib#L1)');
});

test('the title stands for want of nothing else: without one, the key', () =>
	checkCard('@article{x, author = {Doe, Jo}}', { title: 'x' }));

test('an abstract is whole unless one wants it shorter, and then cut between words', () => {
	const entry = '@article{x, abstract = {One two three four}}';
	checkCard(entry, { abstract: 'One two three four' });
	const limited = (maxAbstractLength: number) => ({ settings: { hover: { maxAbstractLength } } });
	checkCard(entry, { abstract: 'One two three four' }, limited(18));
	checkCard(entry, { abstract: 'One two three …' }, limited(17));
	checkCard(entry, { abstract: 'One two …' }, limited(7));
	checkCard(entry, { abstract: 'On …' }, limited(2));
});

test('sources say where the record stands', () => {
	const [card] = cards(
		`
//- /papers/a b.bib
% a comment
@article{x, doi = {10.1000/1}}
//- /papers/more.json
[{"id": "y", "type": "book", "title": "T", "DOI": "10.1000/1"}]
//- /note.md
@paper[x|]`.replace('a b', 'a%20b'),
	);
	assert.deepEqual(
		card?.sources.map(({ name, line }) => `${name}:${line}`),
		['a b.bib:2', 'more.json:1'],
	);
});

test('the card tells where else the paper is cited, but not the line one reads', () => {
	const [card] = cards(`
//- /l.bib
@article{x, doi = {10.1000/1}}
//- /note.md
Here @paper[x|] and again @paper[x].

> and there @paper[x; 10.1000/1]
//- /disk/other.md
	Elsewhere @paper[doi:10.1000/1].  
`);
	assert.deepEqual(
		card?.citing.map(({ uri, range, text }) => `${uri.slice(7)}:${range.start.line}:${range.start.character} ${text}`),
		['/note.md:2:19 > and there @paper[x; 10.1000/1]', '/note.md:2:22 > and there @paper[x; 10.1000/1]'],
		'an indented line is code',
	);
});

test('a completion is documented by the card of its paper, with all places that cite it', () => {
	const { workspace, uri } = workspaceOf('//- /l.bib\n@article{x, title = {T}}\n//- /note.md\n@paper[x]');
	assert.equal(cardOfKey(workspace, uri, 'x')?.citing.length, 1);
	assert.equal(cardOfKey(workspace, uri, 'y'), undefined);
});

test('in Markdown, the parts stand one below the other', () =>
	assert.equal(
		rendered('@article{x, title = {T}, author = {Doe, Jo}, year = 2020, abstract = {Text.}, doi = {10.1000/1}}'),
		`**T**  
Jo Doe  
2020

---

[DOI](https://doi.org/10.1000/1)

---

Text.

---

\`x\` from [library.bib](file:///library.bib#L1)`,
	));

test('as plain text, without marks and commands', () =>
	assert.equal(
		rendered(
			'@article{x, title = {The $O(n^2)$ \\emph{Case}}, author = {Doe, Jo}, year = 2020, doi = {10.1000/1}}',
			PLAIN,
		),
		'The O(n²) Case\nJo Doe\n2020\n\nDOI: https://doi.org/10.1000/1',
	));

test('commands are offered only where the editor runs them, with the key as their argument', () => {
	assert.ok(!rendered('@article{x, title = {T}}').includes('command:'));
	const withCommands = rendered('@article{x, title = {T}}', { format: 'markdown', commands: true });
	assert.ok(withCommands.includes('[Copy key](command:paperNotes.copyKey?%5B%22x%22%5D)'), withCommands);
});

test('the card offers the other forms of the citation that it is over, and a completion, which is over none, does not', () => {
	const style = { format: 'markdown', commands: true } as const;
	const shown = (note: string) => {
		const { workspace, uri, offset } = workspaceOf(`//- /l.bib\n@article{x, title = {T}}\n//- /note.md\n${note}`);
		const [card] = hover(workspace, uri, offset)?.cards ?? [];
		assert.ok(card);
		const found = renderCard(card, style).matchAll(/\[([^\]]*)\]\(command:paperNotes\.changeCitationForm\?([^)]*)\)/g);
		return [...found].map(([, label, args = '']) => [label, JSON.parse(decodeURIComponent(args))]);
	};
	const at = (character: number) => ({ uri: 'file:///note.md', position: { line: 0, character } });
	assert.deepEqual(shown('@paper[x|]'), [
		['Cite in the text', [{ ...at(7), mode: 'inText' }]],
		['Leave out the author', [{ ...at(7), mode: 'suppressAuthor' }]],
	]);
	assert.deepEqual(shown('@paper[+@x|]'), [
		['Cite in parentheses', [{ ...at(9), mode: 'parenthetical' }]],
		['Leave out the author', [{ ...at(9), mode: 'suppressAuthor' }]],
	]);
	const { workspace, uri } = workspaceOf('//- /l.bib\n@article{x, title = {T}}\n//- /note.md\n@paper[x]');
	const card = cardOfKey(workspace, uri, 'x');
	assert.ok(card && !renderCard(card, style).includes('changeCitationForm'));
});

test('a PDF file is opened by a command that is given the key, where the editor runs it; the one online stands beside it', () => {
	const entry = '@article{x, title = {T}, eprint = {2001.00001}, eprinttype = {arxiv}, file = {:a) [b](evil).pdf:PDF}}';
	const withCommands = rendered(entry, { format: 'markdown', commands: true });
	assert.ok(
		withCommands.includes(
			'[PDF](command:paperNotes.openPdf?%5B%22x%22%5D) · [PDF online](https://arxiv.org/pdf/2001.00001) · [arXiv](',
		),
		withCommands,
	);
	assert.ok(rendered(entry).includes('\n[PDF](https://arxiv.org/pdf/2001.00001) · [arXiv]('), rendered(entry));
	for (const style of [MARKDOWN, PLAIN, { format: 'markdown', commands: true } as const]) {
		assert.ok(!rendered(entry, style).includes('evil'), 'no path on the card');
	}
});

test('what stands in a corpus can change nothing on the card but its words', () => {
	const markdown = rendered(
		'@article{x, title = {[Click](command:evil) <img src=x> ![i](http://h/i.png)}, author = {{**Bold** [a](http://b)}},' +
			' journal = {`code`}, abstract = {<script>alert(1)</script> \\href{command:evil}{here}\n\n# Head\n\n---\n\n| a |},' +
			' url = {javascript:alert(1)}}',
	);
	const links = [...markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target);
	assert.deepEqual(links, ['file:///library.bib#L1'], markdown);
	assert.ok(!/(?<!\\)<\w/.test(markdown), markdown);
	assert.ok(!/(?<!\\)!\[/.test(markdown), markdown);
	assert.ok(!/^# /m.test(markdown), markdown);
});
