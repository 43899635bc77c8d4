import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallCorpus } from './searchFixture.ts';

const corpus = smallCorpus([
	{
		key: 'zeng2025rlve',
		title: 'RLVE: Scaling Up Reinforcement Learning with Adaptive Verifiable Environments',
		authors: ['Zhiyuan Zeng', 'Hamish Ivison'],
		year: 2025,
		categories: ['cs.CL', 'cs.LG'],
		arxiv: '2511.07317',
		hasCode: true,
		hasPdf: true,
		abstract:
			'We introduce procedurally generated problems whose difficulty follows the policy as training progresses.',
	},
	{
		key: 'zuo2025ttrl',
		title: 'Test-Time Reinforcement Learning',
		authors: ['Yuxin Zuo', 'Kaiyan Zhang'],
		year: 2025,
		venue: 'Advances in Neural Information Processing Systems',
		doi: '10.48550/arXiv.2504.16084',
	},
	{
		key: 'muller1998',
		names: ['muller1998', 'mueller-98', 'https://example.org/papers/42'],
		title: 'Über die Größe: Pre-training of Gr\u00f6\u00dfen',
		authors: ['Jürgen Müller', 'John A. Smith'],
		year: 1998,
		venue: 'Proceedings of the Annual Meeting of the Association for Computational Linguistics',
		abstract: 'A survey of verifiable sizes, with translation of rewards.',
	},
	{
		key: 'bengio2021gflow',
		title: 'Flow Network based Generative Models: GFlowNets for Language Modelling',
		authors: ['Emmanuel Bengio', 'Jane Smith'],
		year: 2021,
		categories: ['cs.LG'],
		doi: '10.1000/xyz.2021.7',
		hasPdf: true,
	},
	{ key: '深2019', title: '基于深度学习的方法', authors: ['王 伟'], year: 2019 },
	{ key: 'anon', title: 'A Note Without a Year', authors: ['Olmo Team'], year: undefined },
]);

function check(query: string, ...expected: string[]): void {
	assert.deepEqual(corpus.find(query), expected, query);
}

test('words in any order find a paper, each by its beginning', () => {
	check('zeng rlve', 'zeng2025rlve');
	check('environ scal zen', 'zeng2025rlve');
	check('reinf', 'zuo2025ttrl', 'zeng2025rlve');
	check('zeng nothing');
});

test('accents, case and LaTeX do not matter', () => {
	check('MULLER grosse', 'muller1998');
	check('müller', 'muller1998');
	check('M{\\"u}ller', 'muller1998');
});

test('hyphens do not matter', () => {
	check('pretraining', 'muller1998');
	check('pre-training', 'muller1998');
	check('pre training', 'muller1998');
	check('testtime', 'zuo2025ttrl');
});

test('inner capitals divide a word', () => {
	check('gflownets', 'bengio2021gflow');
	check('nets', 'bengio2021gflow');
	check('gfn', 'bengio2021gflow');
});

test('initials of title words are an acronym', () => {
	check('ttrl', 'zuo2025ttrl');
	check('gsurl');
	check('rlave', 'zeng2025rlve');
	check('rlwav', 'zeng2025rlve');
});

test('an initial goes with its family name', () => {
	assert.equal(corpus.find('j smith')[0], 'bengio2021gflow');
	check('e bengio', 'bengio2021gflow');
});

test('years find papers, whole, short and begun', () => {
	check('smith 1998', 'muller1998');
	check("smith '21", 'bengio2021gflow');
	check('smith 202', 'bengio2021gflow');
	check('year:2019..2021', 'bengio2021gflow', '深2019');
	check('reinforcement year:2026..');
	check('year:..2000', 'muller1998');
});

test('a slip of the finger is forgiven, two in a long word', () => {
	check('zneg environments', 'zeng2025rlve');
	check('reinforcemnet learnign zuo', 'zuo2025ttrl');
	check('verifable zen', 'zeng2025rlve');
	check('envirnoemnts', 'zeng2025rlve');
	check('zq');
});

test('a phrase is whole words, one after the other', () => {
	check('"reinforcement learning"', 'zuo2025ttrl', 'zeng2025rlve');
	check('"learning reinforcement"');
	check('"reinforcement learn"');
	check('"difficulty follows the policy"', 'zeng2025rlve');
	check('"follows difficulty"');
	check('title:"test time"', 'zuo2025ttrl');
});

test('a word with a minus must not occur, nor in the abstract', () => {
	check('learning -verifiable -language', 'zuo2025ttrl');
	check('learning -procedurally', 'zuo2025ttrl');
	check('smith -survey', 'bengio2021gflow');
	check('-learning year:1998', 'muller1998');
});

test('fields narrow a word', () => {
	check('author:bengio', 'bengio2021gflow');
	check('title:bengio');
	check('author:smith title:flow', 'bengio2021gflow');
	check('abstract:verifiable', 'muller1998');
	check('abstract:translation author:smith', 'muller1998');
	check('venue:neural', 'zuo2025ttrl');
	check('venue:acl', 'muller1998');
	check('venue:"Proceedings of the Annual Meeting of the Association for Computational Linguistics"', 'muller1998');
	check('venue:"proc. of the association for computational"', 'muller1998');
	check('venue:proc venue:linguistics', 'muller1998');
	check('key:zeng', 'zeng2025rlve');
	check('key:gflow', 'bengio2021gflow');
});

test('filters ask what a record has', () => {
	check('cat:CL', 'zeng2025rlve');
	check('cat:cs.LG', 'zeng2025rlve', 'bengio2021gflow');
	check('has:code', 'zeng2025rlve');
	check('has:pdf smith', 'bengio2021gflow');
	check('has:abstract smith', 'muller1998');
	check('has:doi', 'zuo2025ttrl', 'bengio2021gflow');
});

test('any identifier finds its paper', () => {
	for (const name of ['10.1000/xyz.2021.7', 'doi:10.1000/XYZ.2021.7', 'https://doi.org/10.1000/xyz.2021.7.']) {
		check(name, 'bengio2021gflow');
	}
	for (const name of [
		'2511.07317',
		'2511.07317v2',
		'arXiv:2511.07317',
		'https://arxiv.org/pdf/2511.07317v1',
		'10.48550/arXiv.2511.07317',
	]) {
		check(name, 'zeng2025rlve');
	}
	check('http://www.example.org/papers/42', 'muller1998');
	check('mueller-98', 'muller1998');
	check('10.48550/arXiv.2504.16084', 'zuo2025ttrl');
});

test('the words of an abstract find its paper, mixed with its names', () => {
	check('procedurally generated difficulty', 'zeng2025rlve');
	check('zeng procedurally', 'zeng2025rlve');
	check('difficulty follows the pol', 'zeng2025rlve');
});

test('a text without spaces is found from any letter on', () => {
	check('深度学习', '深2019');
	check('学习', '深2019');
	check('方', '深2019');
	check('法方');
	check('王伟', '深2019');
});

test('cited papers alone', () => {
	const preferred = { anon: 1, muller1998: 2 };
	assert.deepEqual(corpus.find('is:cited', { preferred }), ['muller1998', 'anon']);
	assert.deepEqual(corpus.find('cites:here', { preferred }), ['muller1998']);
	assert.deepEqual(corpus.find('is:cited note', { preferred }), ['anon']);
	assert.deepEqual(corpus.find('cites:here rewards', { preferred }), ['muller1998']);
	assert.deepEqual(corpus.find('is:cited'), []);
});

test('an empty query lists the preferred papers, then the most recent', () => {
	assert.deepEqual(corpus.find('', { preferred: { anon: 1, muller1998: 2 }, limit: 4 }), [
		'muller1998',
		'anon',
		'zuo2025ttrl',
		'zeng2025rlve',
	]);
	assert.deepEqual(corpus.find('  ', { limit: 2, offset: 2 }), ['bengio2021gflow', '深2019']);
});

test('a page is a stretch of the whole list', () => {
	const whole = corpus.find('learning');
	assert.deepEqual(
		[...corpus.find('learning', { limit: 1 }), ...corpus.find('learning', { limit: 5, offset: 1 })],
		whole,
	);
	assert.equal(corpus.total('learning', { limit: 1 }), whole.length);
});

test('the beginning of an identifier finds the papers that have it, alone and beside words', () => {
	check('10.1000/xy', 'bengio2021gflow');
	check('10.48550/arxiv.2504', 'zuo2025ttrl');
	check('2511.07', 'zeng2025rlve');
	check('zeng2025r scaling', 'zeng2025rlve');
	check('key:zuo', 'zuo2025ttrl');
	check('10.9999');
});

test('family names of several words and the last part of a key are words too', () => {
	const { find } = smallCorpus([
		{ key: 'hee', title: 'Irony', authors: ['Cynthia Van Hee'] },
		{ key: 'broeck', title: 'Lifted Inference', authors: ['Guy Van den Broeck'] },
		{ key: 'DBLP:books/aw/Knuth86', title: 'Computers and Typesetting', authors: ['Donald E. Knuth'] },
		{ key: 'van', title: 'A Given Name', authors: ['Van Nguyen', 'La Nguyen'] },
	]);
	assert.deepEqual(find('vanhee'), ['hee']);
	assert.deepEqual(find('vanden'), ['broeck']);
	assert.deepEqual(find('denbroeck'), ['broeck']);
	assert.deepEqual(find('knuth86'), ['DBLP:books/aw/Knuth86']);
	assert.deepEqual(find('vannguyen'), []);
});
