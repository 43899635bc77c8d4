import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { recordedExchange } from '../../../server/src/corpus/sharedMacros.ts';
import type { Problem } from '../../../server/src/util/problem.ts';

/**
 * `text` reads to `papers`, each as `key: title`, and to `problems`, each as `the text it marks: its message`. What the
 * entries lack is left out: that is tested with the other problems of whole entries.
 */
function check(text: string, papers: readonly string[], problems: readonly string[] = []): readonly PaperRecord[] {
	const read = readAll(bibtex, text);
	assert.deepEqual(
		read.papers.map(({ key, item }) => `${key}: ${item.title}`),
		papers,
	);
	assert.deepEqual(
		read.problems
			.filter(({ code }) => code !== 'missing-field')
			.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`),
		problems,
	);
	return read.papers;
}

test('entries stand in braces or parentheses, with values in braces, in quotes or bare', () => {
	check('@article{a, title = {One}}\n@Article ( b , TITLE = "Two (2)" , year = 1999 )', ['a: One', 'b: Two (2)']);
});

test('a key in an entry with parentheses may hold parentheses', () => {
	check('@article(elm(1), title = {One})\n@book(elm(b)2020a, title = "Two (2)")', [
		'elm(1): One',
		'elm(b)2020a: Two (2)',
	]);
	check('@article(elm), title = {One})\n@misc(oak(, title = {Two})', ['elm): One', 'oak(: Two']);
	check('@misc(a)\n@misc(b), and @misc(c)', ['a: undefined', 'b: undefined', 'c: undefined']);
});

test('an entry and its key have their exact spans', () => {
	const text = 'note\n@misc{ smith:2009 ,\n title = {x},\n}\nrest';
	const [paper] = check(text, ['smith:2009: x']);
	assert.equal(text.slice(paper?.span.start, paper?.span.end), '@misc{ smith:2009 ,\n title = {x},\n}');
	assert.equal(text.slice(paper?.keySpan?.start, paper?.keySpan?.end), 'smith:2009');
});

test('keys hold what real keys hold', () => {
	const keys = [
		'DBLP:conf/a/B-09',
		"o'brien+2001",
		'müller_2010',
		'10.1000/x.y',
		'a&b*c',
		'x=y',
		'2004A&A...424..927C',
		'ключ',
	];
	check(
		keys.map((key) => `@misc{${key}, title={x}}`).join('\n'),
		keys.map((key) => `${key}: x`),
	);
});

test('braces and quotes nest in each other', () => {
	check('@misc{a, title = {He said "{no}"}}\n@misc{b, title = "A {"}quoted{"} word"}', [
		'a: He said "no"',
		'b: A "quoted" word',
	]);
});

test('pieces are joined, and macros stand for their text, in any case', () => {
	const text =
		'@string{acm = "ACM"}\n@STRING(press = acm # " Press")\n@book{a, title={x}, publisher = PRESS # {, } # 1999}';
	const [paper] = check(text, ['a: x']);
	assert.equal(paper?.item.publisher, 'ACM Press, 1999');
});

/** The title of `text` read beside files that define `shared`, the macros that it gives and wants, and what is reported. */
function readBeside(shared: Readonly<Record<string, string>>, text: string) {
	const exchange = recordedExchange((name) => shared[name]);
	const reported: string[] = [];
	const report = ({ code, message }: Problem) => code === 'missing-field' || reported.push(message);
	const [paper] = bibtex.read(text, { report, macros: exchange });
	return { title: paper?.item.title, ...exchange.macros(), reported };
}

test('macros of another file of the corpus count, behind those of the text itself', () => {
	const text = '@string{own = "Own"}\n@misc{a, title = jmlr # {, } # OWN # {, } # Jan}';
	const shared = { jmlr: '{J. } # ml # " Res."', ml: '"ML"', own: '{no}', jan: '{no}' };
	assert.deepEqual(readBeside(shared, text), {
		title: 'J. ML Res., Own, January',
		defined: [{ name: 'own', source: '"Own"' }],
		wanted: ['jmlr', 'ml'],
		reported: [],
	});
});

test('macros of other files that stand for each other, or for nothing, stand for their names', () => {
	const { title, reported } = readBeside({ a: 'b # {1}', b: 'a # {2}' }, '@misc{x, title = a # {, } # c}');
	assert.equal(title, 'a21, c');
	assert.deepEqual(reported, ['The macro "c" is not defined: add @string{c = "..."} or put the text in braces.']);
});

test('a macro that is defined further down stands for its text, too, and is a problem where it is used', () => {
	const text = '@article{a, title={T}, journal=joe}\n@string{joe = {J. Ex.}}\n@article{b, title={T}, journal=joe}\n';
	const { papers, problems } = readAll(bibtex, text);
	assert.deepEqual(
		papers.map(({ item }) => item['container-title']),
		['J. Ex.', 'J. Ex.'],
	);
	const late = problems.filter(({ message }) => message.includes('defined further down'));
	assert.deepEqual(
		late.map(({ code, span }) => [code, span.start]),
		[['undefined-macro', text.indexOf('joe')]],
	);
});

test('of two definitions, the one above the use counts', () => {
	const text = '@string{joe = {First}}\n@article{a, title={T}, journal=joe}\n@string{joe = {Second}}\n';
	const { papers, problems } = readAll(bibtex, text);
	assert.equal(papers[0]?.item['container-title'], 'First');
	assert.equal(problems.filter(({ code }) => code === 'undefined-macro').length, 0);
});

test('macros that stand for gigabytes are not expanded', () => {
	const bomb = Array.from({ length: 60 }, (_, index) => `@string{m${index + 1} = m${index} # m${index}}\n`).join('');
	const text = `@string{m0 = {lol}}\n${bomb}@book{a, title = m60}\n@book{b, title = {B}}\n`;
	const { papers, problems } = readAll(bibtex, text);
	assert.deepEqual(
		papers.map(({ key }) => key),
		['a', 'b'],
	);
	assert.ok((papers[0]?.item.title ?? '').length < 25 * text.length);
	assert.ok(problems.length > 0);
});

test('comments, preambles and text between entries are no entries', () => {
	check(
		'me@example.org wrote\n@comment{@article{x, title={no}}}\n@comment a line\n% @article{y, title={no}}\n' +
			'@preamble{"\\def\\x{y}" # {z}}\n@comment{jabref-meta: a:b\\;;}\n@misc{a, % why\n % note = {no},\n title={yes}}',
		['a: yes'],
	);
});

test('entry types and fields that nobody knows are kept as documents', () => {
	const [paper] = check('@hologram{a, title={x}, sparkle={y}, keywords+two={z}}', ['a: x']);
	assert.equal(paper?.item.type, 'document');
});

test('an unclosed entry ends where the next begins on a line of its own', () => {
	check(
		'@misc{a, title={One},\n@misc{b, title={Two}}',
		['a: One', 'b: Two'],
		['@misc{a,: This @misc entry is not closed: a closing brace is missing at its end.'],
	);
});

test('an unclosed value ends before the next field', () => {
	check(
		'@misc{a,\n title = {One {Two},\n year = {1999}\n}\n\n@misc{b, title={Three}}',
		['a: One Two', 'b: Three'],
		['{: The value of "title" is not closed: a closing brace or quote is missing.'],
	);
	const [paper] = check(
		'@misc{a,\n title = "One,\n year = 1999\n}\n@misc{b, title={Two}}',
		['a: One', 'b: Two'],
		['": This quote is not closed: a " is missing.'],
	);
	assert.deepEqual(paper?.item.issued, { 'date-parts': [[1999]] });
});

test('a value may hold an entry as an example', () => {
	check('@misc{a, note={Write\n@misc{x, title={no}}\nso.}, title={One}}\n@misc{b, title={Two}}', ['a: One', 'b: Two']);
});

test('a missing comma, equals sign or brace and one too many are problems, and all is read', () => {
	check('@misc{a, title={One}\n year=1999}', ['a: One'], ['}: A comma is missing after the field "title".']);
	check('@misc{a\n title={One}}', ['a: One'], ['a: A comma is missing after the key "a".']);
	check('@misc{a, title {One}}', ['a: One'], ['title: An equals sign is missing after "title".']);
	check(
		'@misc{a, year={1999}},\n title={One}}\n@misc{b, title={Two}}',
		['a: One', 'b: Two'],
		['}: This closing brace is one too many: more fields follow.'],
	);
	check(
		'@misc{a, title=One and two, year=1999}',
		['a: One and two'],
		['One and two: "One and two" needs braces: write {One and two}.'],
	);
	check(
		'@misc{a, !!, title={One}}',
		['a: One'],
		['!!: "!!" is not a field: write name = {value}, with a comma between fields.'],
	);
});

test('CRLF and lone CR are line ends', () => {
	check('@misc{a,\r\n title={One\r\n two},\r\n}\r\n% no\r@misc{b,\r title={Three}}', ['a: One two', 'b: Three']);
});

test('a file is accepted for an entry at the start of a line, whatever comes before', () => {
	for (const head of [
		'@article{a,',
		'% x\n\n@string{a = "b"}',
		'@comment{x}\n',
		'text\n  @Book ( key ,',
		'@ARTICLE{',
	]) {
		assert.ok(bibtex.accepts(head), head);
	}
	for (const head of [
		'',
		'mail me@x.org',
		'# Note\n@paper[a]',
		'{"a": 1}',
		'TY  - JOUR',
		'@import url(x);',
		'@media (x) {',
	]) {
		assert.ok(!bibtex.accepts(head), head);
	}
});
