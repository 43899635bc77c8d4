/** Fixes of a BibTeX file's entries: `expected` is the text after the first one, which then has no such problem. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { bibtexEntryFixes } from '../../../server/src/corpus/formats/bibtex/entryFixes.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { RecordFix } from '../../../server/src/corpus/formats/recordFix.ts';

function fixesIn(text: string): readonly RecordFix[] {
	return bibtexEntryFixes(text, { start: 0, end: text.length });
}

function check(text: string, title: string, expected: string): void {
	const [fix] = fixesIn(text);
	assert.equal(fix?.title, title, text);
	const { problems } = readAll(bibtex, text);
	assert.ok(
		problems.some(({ code, span }) => code === fix.code && span.start === fix.span.start && span.end === fix.span.end),
		`the fix of ${text} is at no problem`,
	);
	const after = fix.edits.reduceRight(
		(seen, { span, newText }) => seen.slice(0, span.start) + newText + seen.slice(span.end),
		text,
	);
	assert.equal(after, expected);
}

const NEXT = '\n\n@misc{next, title = {Y}}\n';

test('a missing comma, equals sign or brace is added', () => {
	check('@misc{a title = {X}\n}', 'Add the missing comma', '@misc{a, title = {X}\n}');
	const two = (comma: string) => `@misc{a,\n title = {X}${comma}\n year = 2020\n}`;
	check(two(''), 'Add the missing comma', two(','));
	check('@misc{a,\n title {X}\n}', 'Add the missing equals sign', '@misc{a,\n title = {X}\n}');
	check('@book a,\n title = {X}\n}', 'Add the missing opening brace', '@book{a,\n title = {X}\n}');
	check(`@misc{a,\n title = {X},${NEXT}`, 'Add the missing closing brace', `@misc{a,\n title = {X},\n}${NEXT}`);
	check(`@misc(a,\n title = {X}${NEXT}`, 'Add the missing closing brace', `@misc(a,\n title = {X}\n)${NEXT}`);
});

test('an unclosed value is closed before the next field', () => {
	const braced = (end: string) => `@misc{a,\n title = {X${end}\n year = {2020}\n}${NEXT}`;
	check(braced(','), 'Add the missing closing brace', braced('},'));
	check(braced(''), 'Add the missing closing brace', braced('},'));
	check(braced('",'), 'Add the missing closing brace', braced('},'));
	const quoted = (end: string) => `@misc{a,\n title = "X${end}\n year = {2020}\n}${NEXT}`;
	check(quoted('},'), 'Add the missing quote', quoted('",'));
});

test('a brace too many goes', () => {
	const extra = (brace: string) => `@misc{a,\n title = {X}${brace},\n year = 2020\n}`;
	check(extra('}'), 'Remove the extra closing brace', extra(''));
});

test('a repeated field goes with its line if it says the same', () => {
	const repeated = (line: string) => `@misc{a,\n title = {X Y},\n${line} year = 2020\n}`;
	check(repeated(' Title = "X\n  Y",\n'), 'Remove the second "title"', repeated(''));
	const last = (line: string) => `@misc{a,\r\n title = {X},${line}\r\n}`;
	check(last('\r\n title = {X}'), 'Remove the second "title"', last(''));
	assert.deepEqual(fixesIn(repeated(' title = {X Z},\n')), []);
});

test('words without braces get them', () =>
	check(
		'@misc{a, title = Two words, year = 2020}',
		'Put "Two words" in braces',
		'@misc{a, title = {Two words}, year = 2020}',
	));

test('a DOI with a slip is written as it is meant', () => {
	const withDoi = (doi: string) => `@misc{a, title = {X}, doi = {${doi}}}`;
	for (const wrong of ['10,1000/182', '1O.1000/182', '10.1000\\182', '10 .1000 / 182']) {
		if (readAll(bibtex, withDoi(wrong)).problems.length > 0) {
			check(withDoi(wrong), 'Write "10.1000/182"', withDoi('10.1000/182'));
		}
	}
	check(withDoi('10,1000/182'), 'Write "10.1000/182"', withDoi('10.1000/182'));
	assert.deepEqual(fixesIn(withDoi('https://www.example.org/1')), []);
	assert.deepEqual(fixesIn(withDoi('https://doi.org/10.1000/182')), []);
});

test('fields that the type needs are added empty, in the style of the entry', () => {
	const article = (end: string) => `@article{a,\n  title = {X},\n  year = {2020}${end}\n}`;
	check(article(''), 'Add author, journal', article(',\n  author = {},\n  journal = {}'));
	check(article(','), 'Add author, journal', article(',\n  author = {},\n  journal = {},'));
	assert.deepEqual(fixesIn('@article{a, crossref = {b}, title = {X}}'), []);
});

test('only what cannot lose anything is safe', () => {
	const safe = (text: string) => fixesIn(text).map(({ isSafe }) => isSafe);
	assert.deepEqual(safe('@misc{a title = {X}}'), [true]);
	assert.deepEqual(safe('@misc{a, title {X}, Title = {X}}'), [true, true]);
	assert.deepEqual(safe(`@misc{a, title = {X},${NEXT}`), [false]);
	assert.deepEqual(safe('@misc{a, title = {X}, doi = {10,1000/182}}'), [false]);
});
