import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTime } from '../../support/processorTime.ts';
import { smallCorpus } from './searchFixture.ts';

const corpus = smallCorpus([
	{
		key: 'a',
		title: 'Deep "Quoted" NEAR AND NOT Sea* ^title',
		authors: ["O'Brien"],
		abstract: 'NUL \u0000 and \ud83d\ude00 emoji',
	},
	{ key: 'b', title: `Long ${'x'.repeat(5000)}`, abstract: '深度学习'.repeat(200) },
	{ key: '', title: '', authors: ['', '|', '\n'], venue: '\n\n', categories: ['', '%'] },
	{ key: 'À|Ò', title: 'ÀÀÀÀÀÀÀÒacl\nÉ', authors: ['A | B', 'C\nD'] },
]);

const QUERIES = [
	'"',
	'""',
	'"""',
	"'",
	'*',
	'^',
	'(',
	')',
	'()',
	'AND',
	'OR',
	'NOT',
	'NEAR(a b)',
	'a NEAR b',
	'{a b}:c',
	'terms:x',
	'a + b',
	'deep*',
	'-',
	'--',
	'- -',
	'"deep',
	'deep"',
	'\\',
	'\\"',
	'{',
	'}',
	'$',
	'\\textbf{',
	'%',
	'_',
	';',
	'; DROP TABLE search_paper',
	'\u0000',
	'a\u0000b',
	'deep \u0000 sea',
	'\ud83d\ude00',
	'\ud83d',
	'\udc00x',
	'深度学习'.repeat(50),
	'한국어 검색',
	'ไทย',
	'مرحبا',
	'ÀÀÀÀÀÀÀ',
	'ÀÀÀÀÀÀÀÒacl',
	'À',
	'|',
	'| a',
	'\n',
	'\t\n\r',
	'year:',
	'year:..',
	'year:99999',
	'cat:',
	'cat:%',
	'has:',
	'is:',
	'author:""',
	'key:*',
	'10.1/',
	'10.1234/',
	'https://',
	'arXiv:',
	'x'.repeat(10_000),
	'x '.repeat(5000),
	'"x '.repeat(3000),
	'-x '.repeat(3000),
	'author:'.repeat(1000),
	'0'.repeat(10_000),
	`${'a-'.repeat(5000)}b`,
	Array.from({ length: 2000 }, (_, index) => `word${index}`).join(' '),
	'\ud83d\ude00'.repeat(5000),
	'\u0301'.repeat(10_000),
	'1e308',
	'-Infinity',
	'constructor __proto__ toString',
];

test('nothing that is typed makes search fail', () => {
	for (const query of QUERIES) {
		const whole = corpus.find(query);
		assert.equal(new Set(whole).size, whole.length, query.slice(0, 40));
	}
});

test('a query of ten thousand letters costs no more than a short one', () => {
	const start = processorTime();
	for (const query of QUERIES.filter((one) => one.length > 1000)) {
		corpus.find(query);
	}
	// Each takes about a millisecond; this is for what grows with the square.
	assert.ok(processorTime() - start < 2000);
});

test('random bytes are words or nothing', () => {
	const signs = [
		'"',
		'-',
		':',
		'*',
		'(',
		'a',
		'deep',
		' ',
		'\\',
		'{',
		'year:',
		'20',
		'..',
		'\u0000',
		'é',
		'深',
		'À',
		'|',
		'\n',
	];
	let state = 17;
	for (let round = 0; round < 300; round++) {
		let query = '';
		for (let length = 0; length < 12; length++) {
			state = (state * 48271) % 2147483647;
			query += signs[state % signs.length];
		}
		corpus.find(query);
	}
});

test('quotes and operators in a title are its words', () => {
	assert.deepEqual(corpus.find('quoted near'), ['a']);
	assert.deepEqual(corpus.find("o'brien"), ['a']);
	assert.deepEqual(corpus.find('obrien'), ['a']);
});
