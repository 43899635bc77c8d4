/** The card of the paper under the cursor: when it appears, and what it contains. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardOfKey, hover } from '../../server/src/features/card/hover.ts';
import { renderCard } from '../../server/src/features/card/renderCard.ts';
import { type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

const PLAIN = { format: 'plaintext', commands: false } as const;

function cards(fixture: string, options?: WorkspaceOptions) {
	const { workspace, uri, offset } = workspaceOf(fixture, options);
	return hover(workspace, uri, offset)?.cards ?? [];
}

/** The mark in the note is the span of the card. Without a mark there is no card. */
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

/** The card of a corpus's only entry. */
function checkCard(entry: string, expected: Readonly<Record<string, unknown>>, options?: WorkspaceOptions): void {
	const [card] = cards(`//- /library.bib\n${entry}\n//- /note.md\n@paper[x|]`, options);
	assert.ok(card);
	for (const [name, value] of Object.entries(expected)) {
		assert.deepEqual(card[name as keyof typeof card], value, name);
	}
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

test('without a title, the paper goes by its key', () =>
	checkCard('@article{x, author = {Doe, Jo}}', { title: undefined, key: 'x' }));

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
