import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchedPaper } from './searchFixture.ts';
import { type KeySearchOptions, smallCorpus } from './searchFixture.ts';

/** The papers, given worst first, come out in the opposite order. */
function checkOrder(
	query: string,
	best: Partial<SearchedPaper>,
	worse: Partial<SearchedPaper>,
	options?: KeySearchOptions,
): void {
	for (const papers of [
		[
			{ ...worse, key: worse.key ?? 'worse' },
			{ ...best, key: best.key ?? 'best' },
		],
		[
			{ ...best, key: best.key ?? 'best' },
			{ ...worse, key: worse.key ?? 'worse' },
		],
	]) {
		assert.deepEqual(smallCorpus(papers).find(query, options), [best.key ?? 'best', worse.key ?? 'worse'], query);
	}
}

test('the exact key stands above all', () => {
	checkOrder(
		'wang2020',
		{ key: 'wang2020' },
		{ key: 'other', title: 'wang2020', authors: ['A wang2020'] },
		{ preferred: { other: 2 } },
	);
	checkOrder('wang2020', { key: 'wang2020' }, { key: 'wang2020b', year: 2021 });
});

test('a paper cited in this note comes before one cited elsewhere, and that before the others', () => {
	const preferred = { here: 2, elsewhere: 1 };
	const title = 'Deep Parsing';
	const corpus = smallCorpus([
		{ key: 'new', title: 'Deep Tagging', year: 2026 },
		{ key: 'elsewhere', title },
		{ key: 'here', title, year: 1990 },
	]);
	assert.deepEqual(corpus.find('deep', { preferred }), ['here', 'elsewhere', 'new']);
});

test('that a paper is cited never makes up for a worse match', () => {
	const preferred = { worse: 2 };
	checkOrder('adam', { title: 'Adam: A Method', year: 2000 }, { authors: ['Ann Lee', 'Adam Roe'] }, { preferred });
	checkOrder('parsing', { title: 'Parsing Trees' }, { title: 'A Long Way to Statistical Parsing' }, { preferred });
	checkOrder(
		'lee 2019',
		{ authors: ['A Lee'], year: 2019 },
		{ authors: ['A Roe', 'A Lee'], year: 2019 },
		{ preferred },
	);
	checkOrder('graph nets', { title: 'Graph Nets' }, { title: 'Nets of a Graph' }, { preferred });
});

test('between papers that match about as well, the one that is cited comes first', () => {
	const preferred = { best: 2 };
	checkOrder('parsing', { title: 'On Parsing', year: 1990 }, { title: 'Parsing It', year: 2025 }, { preferred });
	checkOrder('lee', { authors: ['A Lee'], year: 1990 }, { authors: ['B Lee'], year: 2025 }, { preferred });
	checkOrder('lee', { authors: ['A Lee'], year: 2000 }, { authors: ['B Lee'] }, { preferred: { best: 1 } });
});

test('a preferred paper comes first among thousands that match as well', () => {
	const papers = Array.from({ length: 1200 }, (_, index) => ({
		key: `k${index}`,
		title: 'Deep Learning',
		year: 1990 + (index % 30),
	}));
	assert.deepEqual(smallCorpus(papers).find('deep', { preferred: { k0: 1, k30: 2 }, limit: 2 }), ['k30', 'k0']);
});

test('the best of thousands is found where it is not among the most recent', () => {
	const many = Array.from({ length: 1200 }, (_, index) => ({
		key: `k${index}`,
		title: 'About Bertrand and Others',
		year: 2020,
	}));
	const corpus = smallCorpus([{ key: 'best', title: 'BERT: Deep Bidirectional Transformers', year: 1990 }, ...many]);
	assert.equal(corpus.find('bert')[0], 'best');
	const named = smallCorpus([{ key: 'best', title: 'X', authors: ['Ann About'], year: 1990 }, ...many]);
	assert.equal(named.find('about')[0], 'best');
});

test('a first author counts more than another, and that more than a given name', () => {
	checkOrder('wang', { authors: ['Li Wang', 'A Zhou'] }, { authors: ['A Zhou', 'Li Wang'] });
	checkOrder('martin', { authors: ['A Zhou', 'Bo Martin'] }, { authors: ['Martin Zhou'] });
});

test('a title counts more than a venue, and that more than an abstract', () => {
	checkOrder('speech', { title: 'On Speech' }, { venue: 'Journal of Speech' });
	checkOrder('speech', { venue: 'Journal of Speech' }, { abstract: 'Of speech.' });
});

test('a whole word counts more than the beginning of one', () => {
	checkOrder('model', { title: 'The Model', year: 2000 }, { title: 'The Modelling', year: 2020 });
	checkOrder('wan', { authors: ['Xi Wan'], year: 2000 }, { authors: ['Xi Wang'], year: 2020 });
});

test('a coined name at the head counts more than the word elsewhere', () => {
	checkOrder('smart', { title: 'SMART: Robust Tuning', year: 2000 }, { title: 'Smart Devices', year: 2020 });
	checkOrder('ernie', { title: 'ERNIE: Enhanced', year: 2000 }, { title: 'ERNIE-Doc: Longer', year: 2020 });
});

test('a title that was typed to its end counts more than the beginning of a longer one', () => {
	checkOrder('deep learning', { title: 'Deep Learning', year: 2015 }, { title: 'Deep Learning of Trees', year: 2025 });
	checkOrder(
		'deep learning',
		{ title: 'Deep Learning', year: 2015 },
		{ title: 'Deep Residual Learning' },
		{ preferred: { worse: 2 } },
	);
});

test('early in the title counts more than late', () => {
	checkOrder('parsing', { title: 'Parsing with Very Many Words' }, { title: 'Very Many Words with Parsing' });
});

test('words that follow each other as in the query count more', () => {
	checkOrder(
		'machine translation',
		{ title: 'A Machine Translation Study' },
		{ title: 'A Translation of Machine Study' },
	);
	checkOrder('machine study', { title: 'A Machine for the Study' }, { title: 'A Study for the Machine' });
});

test('an initial and a family name of one author count more than of two', () => {
	checkOrder('j smith', { authors: ['A Li', 'John Smith'] }, { authors: ['Jo Li', 'Ann Smith'] });
});

test('a mistyped word counts less than one typed right', () => {
	assert.deepEqual(
		smallCorpus([
			{ key: 'right', title: 'Bart' },
			{ key: 'near', title: 'Bert' },
		]).find('bart'),
		['right'],
	);
});

test('between equals the more recent comes first', () => {
	checkOrder('deep', { title: 'Deep Sea', year: 2021 }, { title: 'Deep Sea', year: 2020 });
	checkOrder('deep', { title: 'Deep Sea', year: 1850 }, { title: 'Deep Sea', year: undefined });
});

test('words of an abstract that stand whole count more than beginnings', () => {
	checkOrder('x reinforce', { abstract: 'x reinforce', year: 2000 }, { abstract: 'x reinforcement', year: 2020 });
});

test('a word of the title counts more after an author than before one', () => {
	checkOrder(
		'tra wad',
		{ key: 'yours', title: 'Wadaic', authors: ['Hi Tranis', 'Jo Kim'] },
		{ key: 'mine', title: 'Tranic', authors: ['Jo Wadani', 'Hi Kim'] },
	);
});

test('an author and words of the title count more than the same words in a title', () => {
	checkOrder(
		'wan bousa nont',
		{ key: 'yours', title: 'Bousal Stiand Nontriavackity', authors: ['Jo Kim', 'Hi Wang'], year: 2000 },
		{ key: 'mine', title: 'Wanim Bousal Nontriavackity', authors: ['Jo Kim', 'Hi Lee'], year: 2000 },
	);
});

test('words of the title in the order that was typed make up for an author who is not the first', () => {
	checkOrder(
		'wang deis bran',
		{ title: 'Deisel Bran Hopes', authors: ['Jo Kim', 'Hi Wang'] },
		{ title: 'Bran of the Deisel', authors: ['Hi Wang', 'Jo Kim'], year: 2025 },
	);
});

test('of two words the one that fewer papers have counts more', () => {
	const many = Array.from({ length: 200 }, (_, index) => ({ key: `k${index}`, title: 'How to Parse' }));
	const rare = { key: 'rare', title: 'A Parser Quokka' };
	const common = { key: 'common', title: 'A Parse Quokkas' };
	assert.deepEqual(smallCorpus([rare, common]).find('parse quokka'), ['common', 'rare'], 'where both are as rare');
	assert.deepEqual(smallCorpus([...many, rare, common]).find('parse quokka'), ['rare', 'common']);
});
