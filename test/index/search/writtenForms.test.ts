/** What people write, and how a paper may have it written otherwise. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../../server/src/index/search/query.ts';
import { ingredientsOf } from '../../../server/src/index/search/termForms.ts';
import { readChunk, writtenChunk } from '../../../server/src/index/search/vocabularyChunk.ts';
import { smallCorpus } from './searchFixture.ts';

/** The words that a query asks for, by where spaces were. */
function checkWords(query: string, expected: string): void {
	assert.equal(
		readQuery(query)
			.terms.map(({ parts }) => parts.join('+'))
			.join(' '),
		expected,
		query,
	);
}

test('what a reference says beside names and years is no word', () => {
	for (const query of [
		'vaswani et al. 2017',
		'(Vaswani et al., 2017)',
		'Vaswani et al (2017)',
		'vaswani et. al. 2017',
		'Vaswani etal 2017',
		'Vaswani & al. 2017',
		'Vaswani u. a. 2017',
		'Vaswani u.a. (2017)',
		'Vaswani and others, 2017',
		'Vaswani, 2017, pp. 4-5',
		'Vaswani et al.2017',
	]) {
		checkWords(query, 'vaswani 2017');
	}
	checkWords('vaswani et a', 'vaswani');
	checkWords('vaswani and ', 'vaswani');
	checkWords('王伟等 2019', '王伟 2019');
	checkWords("Vaswani's attention, Moore’s", 'vaswani attention moore');
	checkWords('"Moore\'s law"', 'moore+s+law');
	checkWords('etal et al and', 'etal');
});

test('a word between names may be missing', () => {
	checkWords('Vaswani and Shazeer', 'vaswani shazeer');
	checkWords('Müller und Łoś', 'muller los');
	checkWords('Vaswani, Shazeer, & Parmar', 'vaswani shazeer parmar');
	checkWords('and then', 'and then');
	checkWords('title:and x', 'and x');
	checkWords('"salt and pepper"', 'salt+and+pepper');
});

test('what names an identifier or an address is no word', () => {
	for (const query of [
		'arxiv 1706.03762',
		'arXiv: 1706.03762',
		'arXiv preprint arXiv:1706.03762',
		'arxiv id 1706.03762',
	]) {
		checkWords(query, '1706+03762');
	}
	checkWords('doi 10.1000/x', '10+1000+x');
	checkWords('https://doi.org/10.1000/x', '10+1000+x');
	checkWords('arxiv papers', 'arxiv papers');
});

test('a word is taken for what it may be made of', () => {
	assert.deepEqual(ingredientsOf('devlin2019bert'), ['devlin', '2019', 'bert']);
	assert.deepEqual(ingredientsOf('2020gpt3'), ['2020', 'gpt3']);
	assert.deepEqual(ingredientsOf('vaswaniAttentionAll2017'), ['vaswani', 'attention', 'all', '2017']);
	assert.deepEqual(ingredientsOf('Müller19'), ['muller', '2019']);
	assert.deepEqual(ingredientsOf('2017a'), ['2017']);
	for (const whole of ['bert', 'BERT', '2019', 'gpt3', 'x', '深度学习', '1706.03762']) {
		assert.deepEqual(ingredientsOf(whole), [], whole);
	}
});

const corpus = smallCorpus([
	{ key: 'apart', title: 'On GPT 3', year: 2021 },
	{ key: 'joined', title: 'On GPT3', year: 2020 },
	{ key: 'hyphen', title: 'On GPT-3', year: 2019 },
	{ key: 'other', title: 'GPT with 3 Layers', year: 2018 },
]);

test('letters and digits may stand together or apart', () => {
	for (const query of ['gpt3', 'GPT3']) {
		assert.deepEqual(corpus.find(query), ['apart', 'joined', 'hyphen'], query);
	}
	for (const query of ['gpt 3', 'GPT-3']) {
		assert.deepEqual(corpus.find(query).slice(0, 3).sort(), ['apart', 'hyphen', 'joined'], query);
	}
});

test('letters and digits that stand apart in an abstract are found where they stand side by side', () => {
	const { find } = smallCorpus([
		{ key: 'near', title: 'One', abstract: 'We ask GPT-3 for more.' },
		{ key: 'far', title: 'Two', abstract: 'GPT has 3 layers.' },
	]);
	assert.deepEqual(find('gpt3'), ['near']);
	assert.deepEqual(find('gpt3 one'), ['near']);
});

test('parts of keys, and keys as others would make them', () => {
	const { find } = smallCorpus([
		{ key: 'brown2020gpt3', title: 'Few-Shot Learners', authors: ['Tom Brown'], year: 2020 },
		{ key: 'devlin-etal-2019-bert', title: 'BERT: Pre-training', authors: ['Jacob Devlin'], year: 2019 },
	]);
	for (const query of [
		'gpt3',
		'2020gpt3',
		'Brown20',
		'brown2020few',
		'brown_2020_gpt3',
		'BrownFewShot2020',
		'brown 20',
	]) {
		assert.deepEqual(find(query), ['brown2020gpt3'], query);
	}
	for (const query of [
		'devlin2019',
		'2019bert',
		'devlin2019bert',
		'devlin-etal-2019',
		'etal-2019-bert',
		'Devlin 2019a',
	]) {
		assert.deepEqual(find(query), ['devlin-etal-2019-bert'], query);
	}
	assert.deepEqual(find('devlin2020gpt3'), []);
});

test('a year may be one off where no paper fits as it is', () => {
	const papers = [
		{ key: 'bert', title: 'BERT', authors: ['J Devlin'], year: 2019 },
		{ key: 'cites', title: 'Probing', authors: ['A Roe'], year: 2018, abstract: 'After Devlin.' },
	];
	assert.deepEqual(smallCorpus(papers).find('devlin 2018'), ['bert', 'cites']);
	assert.deepEqual(smallCorpus(papers).find('devlin 2021'), []);
	assert.deepEqual(smallCorpus(papers).find('devlni 2020'), ['bert']);
	const exact = { key: 'exact', title: 'Earlier', authors: ['J Devlin'], year: 2018 };
	assert.deepEqual(smallCorpus([...papers, exact]).find('devlin 2018')[0], 'exact');
	assert.ok(
		!smallCorpus([...papers, exact])
			.find('devlin 2018')
			.includes('bert'),
	);
	assert.deepEqual(smallCorpus(papers).find('devlin year:2018'), ['cites']);
});

test('a slip is forgiven beside a word of the abstract, and in one', () => {
	const { find } = smallCorpus([
		{ key: 'shannon', title: 'A Theory', authors: ['Claude Shannon'], abstract: 'Noise and entropy.' },
		{ key: 'other', title: 'Channels', authors: ['Ann Roe'], abstract: 'Noise alone.' },
	]);
	for (const query of ['shanon entropy', 'shannon entrpy', 'shannon etnropy', 'entrpy', 'entropyy', 'shanon noise']) {
		assert.deepEqual(find(query), ['shannon'], query);
	}
	assert.deepEqual(find('roe entrpy'), []);
});

test('a link counts as a word of the title where it stands there', () => {
	const { find } = smallCorpus([
		{ key: 'linked', title: 'Salt and Pepper', year: 2000 },
		{ key: 'apart', title: 'Salt for Pepper', year: 2020 },
	]);
	assert.deepEqual(find('salt and pepper'), ['linked', 'apart']);
});

test('words of a vocabulary are read as they were written', () => {
	const words = ['deep', 'dog', 'deeper', 'a'.repeat(24), `${'a'.repeat(28)}b`, `${'a'.repeat(28)}c`];
	assert.deepEqual(readChunk(0, writtenChunk(0, words)), words);
	assert.deepEqual(readChunk(1, writtenChunk(1, words)), words.toSorted());
});
