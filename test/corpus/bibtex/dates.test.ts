import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edtfDate, yearMonthDay } from '../../../server/src/corpus/formats/dates/writtenDate.ts';
import type { CslDate } from '../../../server/src/corpus/paper.ts';

/** A date as `2010-3/2010-4`, with `~` for circa, `s1` for spring, in quotes when only literal. */
function shown(date: CslDate | undefined): string {
	const parts = date?.['date-parts']?.map((part) => part.join('-')).join('/') ?? `"${date?.literal}"`;
	return parts + (date?.circa === true ? '~' : '') + (date?.season === undefined ? '' : ` s${date.season}`);
}

test('dates of BibLaTeX are EDTF: dates, ranges, doubt, seasons, times', () => {
	const cases = {
		'2010': '2010',
		'2010-03': '2010-3',
		'2010-03-04': '2010-3-4',
		'2010-03-04T10:11:12Z': '2010-3-4',
		'2010/2012': '2010/2012',
		'2010-03-04/2010-03-06': '2010-3-4/2010-3-6',
		'2010/': '2010',
		'/2010': '2010',
		'2010/..': '2010',
		'2010~': '2010~',
		'-0044': '-44',
		'199X': '1990~',
		'2010-21': '2010 s1',
		'2010/03/04': '2010-3-4',
	};
	for (const [source, expected] of Object.entries(cases)) {
		assert.equal(shown(edtfDate(source)), expected, source);
	}
	assert.equal(edtfDate(' '), undefined);
});

test('dates as people write them are read, what is none is kept', () => {
	const cases = {
		'May 4, 2010': '2010-5-4',
		'4 May 2010': '2010-5-4',
		'in press': '"in press"',
		'2010-13-45': '2010',
	};
	for (const [source, expected] of Object.entries(cases)) {
		assert.equal(shown(edtfDate(source)), expected, source);
	}
});

test('year, month and day of BibTeX, however they are filled in', () => {
	const cases: readonly (readonly [string, string, string, string])[] = [
		['1999', '', '', '1999'],
		['1999', 'January', '', '1999-1'],
		['1999', '1', '31', '1999-1-31'],
		['1999', 'Sept.', '', '1999-9'],
		['1999', 'October--November', '', '1999-10/1999-11'],
		['2016', '27–30 January', '', '2016-1-27/2016-1-30'],
		['1999', 'June 7', '', '1999-6-7'],
		['June 1980', '', '', '1980-6'],
		['1999', 'Spring', '', '1999 s1'],
		['c. 1900', '', '', '1900~'],
		['1984--1985', '', '', '1984/1985'],
		['2009a', '', '', '2009'],
		['in press', '', '', '"in press"'],
	];
	for (const [year, month, day, expected] of cases) {
		assert.equal(shown(yearMonthDay(year, month, day)), expected, `${year} ${month} ${day}`);
	}
});
