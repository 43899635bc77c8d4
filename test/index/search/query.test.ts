import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Query, readQuery, unknownFiltersIn } from '../../../server/src/index/search/query.ts';

/** The query in short: words and phrases with their fields, then what else it asks. */
function check(text: string, expected: string): void {
	assert.equal(inShort(readQuery(text)), expected, text);
}

function inShort({ terms, without, years, categories, has, cited, like }: Query): string {
	const short = ({ field, kind, parts }: Query['terms'][number]) =>
		`${field ? `${field}:` : ''}${kind === 'phrase' ? `"${parts.join(' ')}"` : parts.join('+')}`;
	return [
		...terms.map(short),
		...without.map((term) => `-${short(term)}`),
		...(years ? [`${years.from}..${years.to}`] : []),
		...categories.map((category) => `cat:${category}`),
		...has.map((possession) => `has:${possession}`),
		...(cited ? [`cited:${cited}`] : []),
		...(like === undefined ? [] : [`like:${like}`]),
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
	check('deep like:DBLP:conf/acl/Lee19 year:2020', 'deep 2020..2020 like:DBLP:conf/acl/Lee19');
	check('like:', '');
});

test('filters go by the names that people are used to', () => {
	check('au:smith ti:parsing abs:x a:lee t:y', 'author:smith title:parsing abstract:x author:lee title:y');
	check('journal:ACL y:2020 category:cs.CL', 'venue:acl 2020..2020 cat:cscl');
	check('a: survey', 'survey');
	check('(year:2020) (author:smith)', 'author:smith 2020..2020');
});

test('years are written in many ways', () => {
	for (const range of ['2020-2023', '2020–2023', '2020...2023', '2020-23', "'20..'23", '2020..2023,', '2020..2023)']) {
		check(`year:${range}`, '2020..2023');
	}
	check('year:1998-03', '1998..2003');
	for (const since of ['year:>=2020', 'year:≥2020', 'year:2020-', 'year:2020+', 'year>=2020', 'year:>2019', 'y>2019']) {
		check(since, '2020..Infinity');
	}
	check('year > 2019', '2020..Infinity');
	check('year:<2020', '-Infinity..2019');
	check('year:<=2020', '-Infinity..2020');
	check('year:-2020', '-Infinity..2020');
	check('year:=2020', '2020..2020');
	check("year:23 year:'23", '2023..2023');
	check('year:98', '1998..1998');
});

test('a filter that is being typed leaves what it may become', () => {
	check('year:2', '2000..2999');
	check('year:20', '2000..2099');
	check('year:202', '2020..2029');
	check('year:2020.', '2020..Infinity');
	check('year:2020..20', '2020..2099');
	check('year:>20', '2000..Infinity');
	check('year:<201', '-Infinity..2019');
	check('year:> x', 'x');
	check('year:.. x', 'x');
	check('has:p has:ab is:c', 'has:pdf has:abstract cited:anywhere');
	check('cites:he', 'cited:here');
});

test('what is malformed is words', () => {
	check('year:soon', 'year soon');
	check('has:money', 'has money');
	check('is:green cites:there', 'is green cites there');
	check('"attention is', 'attention is');
	check('foo:bar', 'foo+bar');
	check('a"b', 'a+b');
	check('-has:pdf deep', 'deep -has -pdf');
	check('year:3020..x year:>2020..2023 year:2020+2023', 'year 3020+x 2020+2023');
	check('foo:"bar baz"', 'foo "bar baz"');
});

test('a filter that is none is told as it was typed', () => {
	for (const filter of ['foo:bar', 'year:abc', 'has:money', 'is:red', 'cites:there', 'foo:"bar baz"', '-has:pdf']) {
		assert.deepEqual(unknownFiltersIn(`deep ${filter} x`), [filter]);
	}
	assert.deepEqual(unknownFiltersIn('(foo:bar year:abc'), ['foo:bar', 'year:abc']);
});

test('what holds a colon and is no filter is not told', () => {
	for (const query of [
		'Adam: A Method for Stochastic Optimization',
		'bert: pre-training',
		'BERT:Pre-training bert:',
		'DBLP:conf/nips/VaswaniSPUJGKP17',
		'dblp:conf/nips/VaswaniSPUJGKP17',
		'arXiv:1706.03762 arxiv:1706.03762 doi:10.1000/x pmid:123',
		'https://example.org:80/x',
		'year:2020.. has:pdf au:lee 12:30',
		'year:20 has:p is:',
	]) {
		assert.deepEqual(unknownFiltersIn(query), [], query);
	}
});

test('what a paper that was found has in its key or title is no filter', () => {
	assert.deepEqual(unknownFiltersIn('smith:2020', [{ key: 'smith:2020parsing' }]), []);
	assert.deepEqual(unknownFiltersIn('bert:pre', [{ key: 'x', title: 'BERT: Pre-training' }]), []);
	assert.deepEqual(unknownFiltersIn('foo:bar', [{ key: 'x', title: 'Bar of Foo' }]), ['foo:bar']);
});

test('bent quotes are quotes, and hyphens that nobody sees are none', () => {
	check('“attention is all” „you need“', '"attention is all" "you need"');
	check('atten\u00adtion', 'attention');
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
