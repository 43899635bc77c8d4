import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { DamagedIndex } from '../../../server/src/index/database/indexFailure.ts';
import { ROWS_OF_YEAR, type RowRange } from '../../../server/src/index/search/paperRow.ts';
import { rowsAnswering } from '../../../server/src/index/search/postings/answer.ts';
import {
	allOf,
	anyOf,
	begins,
	butNot,
	oneOfRows,
	type Question,
	term,
} from '../../../server/src/index/search/postings/question.ts';
import { mergeAllRuns, mergeSmallRuns } from '../../../server/src/index/search/postings/runMerging.ts';
import { TermCollector } from '../../../server/src/index/search/postings/termCollector.ts';
import { TermLookup } from '../../../server/src/index/search/postings/termLookup.ts';
import { RUNS, TermRuns } from '../../../server/src/index/search/postings/termRuns.ts';
import { createSearchTables } from '../../../server/src/index/search/searchTables.ts';
import { seededRandom } from '../../support/random.ts';

/** What each paper has, by row. */
type Papers = Map<number, readonly string[]>;

/**
 * Some in every paper, so that their rows fill pages of their own; some in few; some beyond ASCII and beyond 2¹⁶. Beside
 * them each paper has words of its own, so that there is more than a slice to merge.
 */
const COMMON = ['common', 'also'];
const RARE = Array.from({ length: 400 }, (_, index) => `rare${(index * 7919).toString(36)}`);
const OTHER = ['naïve', 'ñandú', '学习', '习作', '𠀀𠀁', '𠀀x', 'x'.repeat(300), 'ﬀ', '\uffe6', 'z'];

function emptyRuns(): TermRuns {
	const db = new DatabaseSync(':memory:');
	createSearchTables(db);
	return new TermRuns(db);
}

function randomPapers(random: () => number, count: number, taken: Papers, words = 20): Papers {
	const papers: Papers = new Map();
	for (let made = 0; made < count; made++) {
		// Years of very different size; the rows of a year go from its end.
		const year = 70 + Math.floor(random() ** 3 * 30);
		let row = (year + 1) * ROWS_OF_YEAR - 1;
		while (taken.has(row) || papers.has(row)) {
			row--;
		}
		const some = Array.from({ length: 6 }, () => RARE[Math.floor(random() ** 2 * RARE.length)] ?? '');
		const other = random() < 0.1 ? [OTHER[Math.floor(random() * OTHER.length)] ?? ''] : [];
		const own = Array.from({ length: words }, (_, index) => `own${((row * 71 + index) % 1e9).toString(36)}`);
		papers.set(row, [...COMMON.filter(() => random() < 0.9), ...some, ...other, ...own]);
	}
	return papers;
}

function write(runs: TermRuns, papers: Papers): void {
	const terms = new TermCollector({ mark: 'À', longest: 3 });
	for (const [row, words] of [...papers].sort(([one], [other]) => one - other)) {
		terms.begin(row);
		terms.addText(words.join(' '));
	}
	terms.write(runs, RUNS.names);
}

function randomQuestion(random: () => number, rows: readonly number[], depth = 0): Question {
	const words = [...COMMON, ...RARE.slice(0, 40), ...OTHER];
	const word = words[Math.floor(random() * words.length)] ?? '';
	const some = () =>
		Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomQuestion(random, rows, depth + 1));
	switch (Math.floor(random() * (depth > 2 ? 4 : 7))) {
		case 0:
			return begins([...word].slice(0, 1 + Math.floor(random() * 5)).join(''));
		case 1:
			return term(`À${[...word].slice(0, 2).join('')}`);
		case 2:
			return term(word);
		case 3: {
			const share = random() ** 3;
			return oneOfRows(Int32Array.from(rows.filter(() => random() < share)).sort());
		}
		case 4:
			return anyOf(some());
		case 5:
			return allOf(some());
		default:
			return butNot(randomQuestion(random, rows, depth + 1), randomQuestion(random, rows, depth + 1));
	}
}

type Paper = readonly [row: number, words: readonly string[]];

function answers(paper: Paper, question: Question): boolean {
	const [row, words] = paper;
	switch (question.kind) {
		case 'rows':
			return question.rows.includes(row);
		case 'term':
			return question.term.startsWith('À') && question.term.length <= 4
				? words.some((word) => word.startsWith(question.term.slice(1)))
				: words.includes(question.term);
		case 'begins':
			return words.some((word) => word.startsWith(question.beginning));
		case 'any':
			return question.of.some((one) => answers(paper, one));
		default:
			return (
				question.of.every((one) => answers(paper, one)) &&
				!(question.none !== undefined && answers(paper, question.none))
			);
	}
}

function expected(papers: Papers, question: Question, { first, last }: RowRange, limit: number): number[] {
	return [...papers]
		.filter((paper) => paper[0] >= first && paper[0] <= last && answers(paper, question))
		.map(([row]) => row)
		.sort((one, other) => one - other)
		.slice(0, limit);
}

/** `lookup` may remember what it was asked when there were other runs. */
function check(runs: TermRuns, papers: Papers, random: () => number, lookup = new TermLookup(runs)): void {
	lookup.lookIn(runs.list());
	const rows = [...papers.keys()];
	for (let asked = 0; asked < 150; asked++) {
		const question = randomQuestion(random, rows);
		const [one, other] = [0, 1].map(() => rows[Math.floor(random() * rows.length)] ?? 0);
		const range =
			random() < 0.5
				? { first: 0, last: Number.MAX_SAFE_INTEGER }
				: { first: Math.min(one ?? 0, other ?? 0), last: Math.max(one ?? 0, other ?? 0) };
		const limit = random() < 0.5 ? 10 : 10_000;
		assert.deepEqual(
			rowsAnswering(lookup, question, range, limit),
			expected(papers, question, range, limit),
			JSON.stringify({ question, range, limit }),
		);
	}
}

for (const seed of [1, 2, 3]) {
	test(`runs answer as a look at every paper does, merged or not (seed ${seed})`, () => {
		const random = seededRandom(seed);
		const runs = emptyRuns();
		const lookup = new TermLookup(runs);
		const papers: Papers = new Map();
		for (const count of [1, 2, 3000, 5, 1, 400, 1, 1, 700]) {
			const more = randomPapers(random, count, papers);
			write(runs, more);
			for (const [row, words] of more) {
				papers.set(row, words);
			}
			runs.keep(runs.list());
			check(runs, papers, random, lookup);
			mergeSmallRuns(runs, RUNS.names, () => new Set());
			runs.keep(runs.list());
		}
		check(runs, papers, random, lookup);
		const gone = new Set([...papers.keys()].filter(() => random() < 0.2));
		const slices = [...mergeAllRuns(runs, RUNS.names, gone)];
		runs.keep(runs.list());
		for (const row of gone) {
			papers.delete(row);
		}
		assert.ok(slices.length > 0, 'merged in one slice');
		assert.equal(runs.list().length, 1);
		check(runs, papers, random, lookup);
	});
}

test('a merge that is left half way changes nothing, and one that another process overtook gives way', () => {
	const random = seededRandom(4);
	const runs = emptyRuns();
	const papers: Papers = new Map();
	for (const count of [3000, 3000]) {
		const more = randomPapers(random, count, papers);
		write(runs, more);
		for (const [row, words] of more) {
			papers.set(row, words);
		}
	}
	const left = mergeAllRuns(runs, RUNS.names, new Set());
	left.next();
	check(runs, papers, random);
	assert.equal(runs.unfinished().length, 1);
	for (const _ of mergeAllRuns(runs, RUNS.names, new Set())) {
		// Another process, which does all of it.
	}
	assert.deepEqual(left.next(), { done: true, value: false });
	assert.equal(runs.unfinished().length, 0);
	runs.keep(runs.list());
	check(runs, papers, random);
});

test('whatever a damaged page or directory holds, a question ends: with an answer or by saying so', () => {
	const random = seededRandom(5);
	const db = new DatabaseSync(':memory:');
	createSearchTables(db);
	write(new TermRuns(db), randomPapers(random, 500, new Map(), 0));
	const damage = [
		...db.prepare('SELECT id, bytes FROM search_page').all(),
		...db.prepare('SELECT -id AS id, directory AS bytes FROM search_run').all(),
	];
	const setPage = db.prepare('UPDATE search_page SET bytes = ? WHERE id = ?');
	const setDirectory = db.prepare('UPDATE search_run SET directory = ? WHERE id = -?');
	const set = (bytes: Uint8Array, id: number) => (id < 0 ? setDirectory : setPage).run(bytes, id);
	let noticed = 0;
	for (let turn = 0; turn < 400; turn++) {
		const { id, bytes } = damage[turn % 5 === 0 ? damage.length - 1 : Math.floor(random() * damage.length)] ?? {};
		const whole = bytes as Uint8Array;
		const damaged = whole.slice(0, random() < 0.2 ? Math.floor(random() * whole.length) : whole.length);
		damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
		set(damaged, Number(id));
		try {
			const runs = new TermRuns(db);
			const lookup = new TermLookup(runs);
			lookup.lookIn(runs.list());
			for (const question of [...RARE.slice(0, 30), ...COMMON].flatMap((word) => [
				term(word),
				begins(word.slice(0, 2)),
			])) {
				rowsAnswering(lookup, question, { first: 0, last: Number.MAX_SAFE_INTEGER }, 100);
			}
		} catch (error) {
			assert.ok(error instanceof DamagedIndex, String(error));
			noticed++;
		}
		set(whole, Number(id));
	}
	assert.ok(noticed > 50, `${noticed} of 400 were noticed`);
});
