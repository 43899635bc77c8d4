/** Rows of the palette: complete facts, snippets that end at word ends, and no icons from plain text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractSnippet, cutAtWord, detailLine, titleLine } from '../../client/src/search/rowText.ts';
import type { Mark, PaperSummary } from '../../server/src/protocol.ts';

const PAPER: PaperSummary = {
	key: 'vaswani2017',
	title: 'Attention Is All You Need',
	authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
	byline: 'Vaswani et al. 2017',
	abstract: 'The dominant models are recurrent.',
};

function marksOf(text: string, word: string): Mark[] {
	const start = text.indexOf(word);
	return start < 0 ? [] : [[start, start + word.length]];
}

test('the first line is the whole title, or the key of a paper without one', () => {
	const title = 'Gradient-Based Learning Applied to Document Recognition and to Whatever Else One Might Recognise';
	assert.equal(titleLine({ ...PAPER, title }), title);
	assert.equal(titleLine({ ...PAPER, title: '' }), 'vaswani2017');
});

test('the second line says who, when, which key and what is so, then the abstract', () => {
	assert.equal(detailLine(PAPER, false), 'Vaswani et al. 2017, vaswani2017 · The dominant models are recurrent.');
	assert.match(
		detailLine({ ...PAPER, citedHere: true }, true),
		/^Vaswani et al\. 2017, vaswani2017, taken, cited here · /,
	);
	assert.equal(detailLine({ key: 'k', title: 'T', authors: [], byline: '', venue: 'ICML' }, false), 'k · ICML');
	assert.equal(detailLine({ key: 'k', title: '', authors: [], byline: 'Lee 2020' }, false), 'Lee 2020');
});

test('a snippet begins a little before the found word and ends with a sentence or a word', () => {
	const text = `${'Some words about nothing. '.repeat(8)}Here stands\nthe needle in its sentence. ${'And more words follow '.repeat(20)}`;
	assert.match(
		abstractSnippet(text, marksOf(text, 'needle')),
		/^… stands the needle in its sentence\. .* (?:And|more|words|follow) …$/,
	);
	assert.match(abstractSnippet(text), /^Some words .* nothing\.$/);
	const words = 'word '.repeat(100).trim();
	assert.match(abstractSnippet(words), /^(?:word )+…$/);
	assert.ok(abstractSnippet(words).length <= 162);
	assert.equal(abstractSnippet('Short needle.', [[6, 12]]), 'Short needle.');
	const long = `${'x'.repeat(90)}needle`;
	assert.equal(abstractSnippet(long, marksOf(long, 'needle')), long);
});

test('a script without spaces is cut between characters', () => {
	assert.equal(cutAtWord('深'.repeat(100), 54), `${'深'.repeat(54)} …`);
	assert.equal(cutAtWord('𝒜'.repeat(10), 5), '𝒜𝒜 …');
});

test('what looks like an icon to VS Code stays text', () => {
	assert.doesNotMatch(titleLine({ ...PAPER, title: 'A $(trash) Paper' }), /\$\(/);
	assert.doesNotMatch(detailLine({ ...PAPER, byline: '$(a)', key: '$(b)', abstract: '$(c)' }, false), /\$\(/);
});
