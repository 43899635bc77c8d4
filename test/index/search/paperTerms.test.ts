import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termOfBytes } from '../../../server/src/index/search/postings/termBytes.ts';
import { TermRuns } from '../../../server/src/index/search/postings/termRuns.ts';
import { MARKS } from '../../../server/src/index/search/searchTables.ts';
import { emptyIndex, type PartialPaper, paperFields } from './searchFixture.ts';

/** All terms by which the paper is found, in order, each mark as its name: `family:zeng`. */
function termsOf(paper: PartialPaper): string[] {
	const { db, index } = emptyIndex();
	index.put(1, paperFields(paper));
	index.flush();
	const runs = new TermRuns(db);
	const [run] = runs.list();
	const reader = runs.reader(run?.id ?? 0);
	const terms: string[] = [];
	for (let page = reader.next(); page; page = reader.next()) {
		terms.push(termOfBytes(page.term()));
	}
	const marks = new Map(Object.entries(MARKS).map(([name, mark]) => [mark as string, name]));
	return terms
		.map((term) => (marks.has(term.charAt(0)) ? `${marks.get(term.charAt(0))}:${term.slice(1)}` : term))
		.sort();
}

test('a paper is found by its words, by how they begin, and by marked terms', () => {
	assert.deepEqual(
		termsOf({
			key: 'Zeng:2024',
			authors: ['Zhi Zeng', 'Bo'],
			title: 'The Art of Sea-Law',
			year: 2024,
			venue: 'ACM Law Day',
			categories: ['cs.CL'],
			hasPdf: true,
		}),
		[
			...['2024', 'art', 'bo', 'cl', 'cs', 'cscl', 'law', 'of', 'sea', 'sealaw', 'the', 'zeng', 'zhi'],
			...['2', '20', '202', 'a', 'ar', 'art', 'b', 'bo', 'c', 'cl', 'cs', 'csc', 'l', 'la', 'law', 'o', 'of'].map(
				begun,
			),
			...['s', 'se', 'sea', 't', 'th', 'the', 'z', 'ze', 'zen', 'zh', 'zhi'].map(begun),
			...['family:zeng', 'start:the', 'venue:acm', 'venue:law', 'venue:day', 'venueInitials:ald'],
			...[
				'initials:tao',
				'initials:aos',
				'initials:osl',
				'initials:asl',
				'category:cscl',
				'category:cs',
				'category:cl',
			],
			...['name:zeng·2024', 'has:p'],
		].sort(),
	);
});

test('a category of a thousand letters, run together, is one word, and a marked one', () => {
	const long = 'x'.repeat(960);
	const terms = termsOf({ key: 'a', categories: [`${'x'.repeat(32)}.`.repeat(30)] });
	assert.ok(terms.includes(long) && terms.includes(`category:${long}`));
});

test('names that are written without Latin letters begin with one, two or three of theirs', () => {
	const begun = termsOf({ key: 'a', title: '深度𠀀学', year: undefined }).filter((term) => term.startsWith('begun:'));
	assert.deepEqual(
		begun,
		['begun:学', 'begun:度', 'begun:度𠀀', 'begun:深', 'begun:深度', 'begun:𠀀', 'begun:𠀀学'].sort(),
	);
});

function begun(beginning: string): string {
	return `begun:${beginning}`;
}
