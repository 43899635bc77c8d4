/** What is wrong with entries that can be read. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';

/** The problems of `text`, each as `code at the text it marks: its message`. */
function check(text: string, ...problems: readonly string[]): void {
	assert.deepEqual(
		readAll(bibtex, text).problems.map(
			({ code, message, span }) => `${code} at ${text.slice(span.start, span.end)}: ${message}`,
		),
		problems,
	);
}

test('an undefined macro stands for its name and is a problem once', () => {
	check(
		'@misc{a, title={x}, journal = jmlr, note = jmlr # {, } # oct}',
		'undefined-macro at jmlr: The macro "jmlr" is not defined: add @string{jmlr = "..."} or put the text in braces.',
		'undefined-macro at jmlr: The macro "jmlr" is not defined: add @string{jmlr = "..."} or put the text in braces.',
	);
	const [paper] = readAll(bibtex, '@article{a, title={x}, journal = jmlr}').papers;
	assert.equal(paper?.item['container-title'], 'jmlr');
	check('@string{acm = "ACM"}\n@misc{a, title={x}, publisher = ACM, month = mar}');
	check(
		'@misc{a, title={x}, crossref={p}}\n@misc{b, title={y}, crossref={p}}\n@book{p, author={A B}, title={z}, year=1999, publisher=acm}',
		'undefined-macro at acm: The macro "acm" is not defined: add @string{acm = "..."} or put the text in braces.',
	);
});

test('an entry without key is a paper and a problem', () => {
	const text = '@misc{title = {One}, year = 1999}';
	check(
		text,
		'unreadable-entry at @misc: This @misc entry has no key: write @misc{key, ...}. Until then, its key is made from author, year and title.',
	);
	const [paper] = readAll(bibtex, text).papers;
	assert.equal(text.slice(paper?.keySpan?.start, paper?.keySpan?.end), 'One');
});

test('a key that no citation can hold is a problem', () => {
	const complaint = 'a key has no space, comma, semicolon or unpaired bracket, and does not begin with "@".';
	check(
		'@misc{smith 2009, title={x}}',
		`uncitable-key at smith 2009: "smith 2009" cannot be cited: ${complaint} Use "smith_2009" instead.`,
	);
	check('@misc{a;[b, title={x}}', `uncitable-key at a;[b: "a;[b" cannot be cited: ${complaint} Use "a__b" instead.`);
	check('@misc{@a, title={x}}', `uncitable-key at @a: "@a" cannot be cited: ${complaint} Use "a" instead.`);
	check("@misc{DBLP:conf/a/B-09, title={x}}\n@misc{2004A&A...424..927C, title={x}}\n@misc{o'brien+2001, title={x}}");
	check('@misc{a[1], title={x}}\n@misc{b@c, title={x}}\n@misc{----, title={x}}\n@misc{d., title={x}}');
});

test('a field that stands twice is a problem, but for those that may', () => {
	check(
		'@misc{a, title={One}, title={Two}, title={Three}}',
		'duplicate-field at title={Three}: "a" has the field "title" twice, but only one of them is used: remove the other.',
	);
	check('@misc{a, title={One}, keywords={x}, keywords={y}, file={a.pdf}, file={b.pdf}}');
});

test('a DOI or an ISBN that cannot be is a problem at its field', () => {
	check(
		'@misc{a, title={x}, doi={doi.org}}',
		'malformed-identifier at doi={doi.org}: "doi.org" is not a valid DOI. A DOI starts with "10.", a number and a slash, as in 10.1000/182.',
	);
	check(
		'@misc{a, title={x}, isbn={978-1-4028-9462-7}}',
		'malformed-identifier at isbn={978-1-4028-9462-7}: The ISBN "978-1-4028-9462-7" has a wrong digit: after the others, the last one would be 6. Copy it again.',
	);
	check(
		'@misc{a, title={x}, isbn={1266841553368}}',
		'malformed-identifier at isbn={1266841553368}: "1266841553368" is not a valid ISBN: an ISBN with 13 digits starts with 978 or 979.',
	);
	check('@misc{a, title={x}, doi={https://doi.org/10.1000/182}, isbn={978-1-4028-9462-6 (print), 0-8044-2957-X}}');
	check('@misc{a, title={x}, isbn={1530-6984 1530-6992}}');
});

test('a day, a month or a date that no calendar has is a problem at its field', () => {
	const entry = (fields: string) => `@misc{a, title={x}, ${fields}}`;
	const cases = [
		['date={2015-02-30}', 'day 2015-02-30'],
		['date={2015-13-01}', 'date 2015-13-01'],
		['date={2016-02-28/2016-02-30}', 'day 2016-02-30'],
		['urldate={2015-04-31}', 'day 2015-04-31'],
		['month=13', 'month 13'],
		['day={32}', 'day 32'],
	] as const;
	for (const [field, what] of cases) {
		check(
			entry(`year=2015, ${field}`),
			`impossible-date at ${field}: The ${what} does not exist: correct its numbers.`,
		);
	}
	check(
		entry('year=2015, month=feb, day=30'),
		'impossible-date at day=30: The day 2015-02-30 does not exist: correct its numbers.',
	);
	for (const field of ['date={2016-02-29}', 'date={2015-21}', 'date={2015-05-07/..}', 'month={10--11}', 'month=oct']) {
		check(entry(field));
	}
});

test('what an entry needs by its type and lacks is one problem', () => {
	check(
		'@article{a, title={x}, author={A B}}',
		'missing-field at a: "a" has no journal or year, which an @article needs: add journal = {...}, year = {...}.',
	);
	check(
		'@phdthesis{title={x}, school={MIT}}',
		'unreadable-entry at @phdthesis: This @phdthesis entry has no key: write @phdthesis{key, ...}. Until then, its key is made from author, year and title.',
		'missing-field at @phdthesis: This entry has no author or year, which a @phdthesis needs: add author = {...}, year = {...}.',
	);
	check('@misc{a, year=1999}', 'missing-field at a: "a" has no title, which a @misc needs: add title = {...}.');
	check('@article{a, title={x}, author={A B}, year=2020, eprint={2006.01234}, archiveprefix={arXiv}}');
	check('@book{a, title={x}, editor={A B}, date={in press}}');
});

test('what is inherited is not missing, and its problems are those of the entry it stands in', () => {
	check(
		'@inproceedings{c, author={A B}, title={T}, crossref={p}}\n@proceedings{p, title={P}, date={2015-02-30}}',
		'impossible-date at date={2015-02-30}: The day 2015-02-30 does not exist: correct its numbers.',
	);
});

test('an entry with a syntax error does not also lack what the error may have swallowed', () => {
	const { problems } = readAll(bibtex, '@article{a, title={x}\n\n@misc{b, title={y}}');
	assert.deepEqual(
		problems.map(({ code }) => code),
		['unreadable-entry'],
	);
});
