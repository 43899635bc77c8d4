import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Query, readQuery } from '../../../server/src/corpus/search/query.ts';

/** The query in short: words and phrases with their fields, then what else it asks. */
function check(text: string, expected: string): void {
	assert.equal(inShort(readQuery(text)), expected, text);
}

function inShort({ terms, without, years, categories, has, cited }: Query): string {
	const short = ({ field, kind, parts }: Query['terms'][number]) =>
		`${field ? `${field}:` : ''}${kind === 'phrase' ? `"${parts.join(' ')}"` : parts.join('+')}`;
	return [
		...terms.map(short),
		...without.map((term) => `-${short(term)}`),
		...(years ? [`${years.from}..${years.to}`] : []),
		...categories.map((category) => `cat:${category}`),
		...has.map((possession) => `has:${possession}`),
		...(cited ? [`cited:${cited}`] : []),
	].join(' ');
}

test('words are folded and cut at spaces', () => {
	check('  Zeng  VERIFIABLE env', 'zeng verifiable env');
	check('Müller Łoś', 'muller los');
	check('', '');
	check('Zeng zeng', 'zeng');
});

test('hyphens and points hold the pieces of a word together', () => {
	check('GPT-4 state-of-the-art', 'gpt+4 state+of+the+art');
	check('2506.14731', '2506+14731');
});

test('LaTeX does not matter', () => {
	check('M{\\"u}ller', 'muller');
	check("Erd\\H{o}s \\L{}o\\'s", 'erdos los');
	check('\\textbf{deep} $\\pi_0$', 'deep pi+0');
	check('Gr{\\o}nbech stra\\ss e', 'gronbech strasse');
});

test('a short year is a year', () => {
	check("zeng '23", 'zeng 2023');
	check('’98', '1998');
	check("o'23b", 'o+23b');
});

test('quotes make a phrase', () => {
	check('"Attention is all" you', '"attention is all" you');
	check('title:"chain of thought"', 'title:"chain of thought"');
});

test('a minus before a word forbids it', () => {
	check('neural -survey', 'neural -survey');
	check('-"language model" x-y', 'x+y -"language model"');
	check('-author:li deep', 'deep -author:li');
	check('- -- a -', 'a');
});

test('fields take a word, with or without a space', () => {
	check(
		'author:smith title: parsing venue:ACL key:zeng2025 abstract:x',
		'author:smith title:parsing venue:acl key:zeng2025 abstract:x',
	);
	check('AUTHOR:Smith', 'author:smith');
	check('author:', '');
	check('deep author:', 'deep');
});

test('filters are no words', () => {
	check('year:2020..2023 cat:cs.CL has:code has:PDF is:cited', '2020..2023 cat:cscl has:code has:pdf cited:anywhere');
	check('year:2020', '2020..2020');
	check('year:2020..', '2020..Infinity');
	check('year:..1999', '-Infinity..1999');
	check('year:2010.. year:..2012', '2010..2012');
	check('cites:here x', 'x cited:here');
});

test('what is malformed is words', () => {
	check('year:soon', 'year soon');
	check('has:money', 'has money');
	check('is:green cites:there', 'is green cites there');
	check('"attention is', 'attention is');
	check('foo:bar', 'foo+bar');
	check('a"b', 'a+b');
	check('-has:pdf deep', 'deep -has -pdf');
});

test('a text without spaces is cut into pairs of letters', () => {
	check('深度学习', '深度+度学+学习');
	check('深', '深');
});

test('a long query is cut', () => {
	assert.ok(readQuery('word '.repeat(5000)).terms.length <= 24);
	assert.ok(readQuery(Array.from({ length: 500 }, (_, index) => `w${index}`).join(' ')).terms.length <= 24);
	assert.ok((readQuery('x'.repeat(10_000)).terms[0]?.whole.length ?? 0) <= 32);
});
