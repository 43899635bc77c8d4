/**
 * How often the intended paper is suggested, and how often first, measured on real keys that are mistyped or written in
 * another style. By default a part of the ACL Anthology is used; `EVERY=1` uses all 9,227 papers, and `npm run bench --
 * keys` reports more, also on generated papers.
 */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { PaperSummary } from '../../server/src/corpus/corpus.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { noteProblems } from '../../server/src/features/problems.ts';
import { suggestedPapers } from '../../server/src/features/suggestions/suggestedPapers.ts';
import { foldedWords } from '../../server/src/util/fold.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { keyAnswer, mistypedKeys, shareOf } from '../bench/keyRates.ts';
import { aclAbsent, aclLibrary, type KeyLibrary, sampleLibrary } from '../support/keyLibraries.ts';
import type { Below } from '../support/mistyping.ts';
import { seededRandom } from '../support/random.ts';
import { entry } from '../support/serverCase.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

/** One of this many entries is used. */
const EVERY = Number(process.env['EVERY'] ?? 20);

/** Mistyped keys of each kind, and keys in another style. */
const CASES = 60;
const PICKS = 100;

const SEED = 7;

function randomBelow(): Below {
	const random = seededRandom(SEED);
	return (limit) => Math.floor(random() * limit);
}

let acl: KeyLibrary | undefined;

function openedAcl(): KeyLibrary {
	acl ??= aclLibrary(EVERY);
	return acl;
}

/** The required percentages for one and for two typing errors. */
const MIN_PERCENT = { 1: { offered: 99, first: 97 }, 2: { offered: 95, first: 90 } } as const;

function checkRates(context: TestContext, library: KeyLibrary): void {
	const answers = mistypedKeys(library, CASES, randomBelow()).map((one) => keyAnswer(library.view, one));
	for (const slips of [1, 2] as const) {
		const some = answers.filter((answer) => answer.slips === slips);
		const offered = shareOf(some, ({ isOffered }) => isOffered);
		const first = shareOf(some, ({ isFirst, isAsNear }) => isFirst || isAsNear);
		const asNear = some.filter(({ isAsNear }) => isAsNear).length;
		context.diagnostic(
			`seed ${SEED}, ${some.length} keys with ${slips} slips: ${offered.toFixed(1)} % offered, ${first.toFixed(1)} % first or, of ${asNear}, another as near`,
		);
		const missed = some.filter(({ isFirst, isAsNear }) => !isFirst && !isAsNear);
		const told = missed.map((answer) => `${answer.written} for ${answer.key} gave ${answer.first}`).join('\n');
		assert.ok(some.length > CASES, `${some.length} keys`);
		assert.ok(offered >= MIN_PERCENT[slips].offered && first >= MIN_PERCENT[slips].first, told);
	}
	const wronglySure = answers.filter(({ sure }) => sure === 'wrong');
	assert.deepEqual(wronglySure, []);
}

test('in the sample, after one slip or two the right paper is offered, and first', (context) =>
	checkRates(context, sampleLibrary()));

test(
	'in the ACL Anthology, after one slip or two the right paper is offered, and first',
	{ skip: aclAbsent },
	(context) => checkRates(context, openedAcl()),
);

test('the problem of a mistyped key asks for the right one', () => {
	const { view } = sampleLibrary();
	const written = ['brwn2020gpt3', 'wie2022cot', 'hochreitr1997', 'bahdnaau2015', 'hee2016'];
	view.apply({ kind: 'settings', folders: new Map(), other: readSettings({}) });
	view.apply({ kind: 'corpusComplete', complete: true });
	view.apply({ kind: 'bibliographiesFound', faults: new Map(), named: new Map() });
	view.apply({ kind: 'noteOpened', uri: NOTE, text: written.map((key) => `@paper[${key}]\n`).join('') });
	assert.deepEqual(
		noteProblems(view, NOTE).map(({ message }) => /"([^"]+)"\?$/.exec(message)?.[1]),
		['brown2020gpt3', 'wei2022cot', 'hochreiter1997lstm', 'bahdanau2015', 'he2016'],
	);
});

const NOTE = uriOf('/note.md');

test('a doubled letter is offered without it, wherever it stands, and mended', () => {
	const { view, keys } = sampleLibrary();
	const doubled = keys.flatMap((key) =>
		[...key.matchAll(/\p{L}/gu)].map(({ index }) => ({ key, written: key.slice(0, index + 1) + key.slice(index) })),
	);
	assert.ok(doubled.length > 300, `${doubled.length} keys`);
	for (const { key, written } of doubled.filter((one) => view.resolve(one.written).length === 0)) {
		assert.equal(suggestedPapers(view, written)[0]?.id, view.resolve(key)[0]?.id, `${written} for ${key}`);
	}
	checkMended('@paper[zzhang2023|]', '@paper[zhang2023]');
	checkMended('@paper[zhaang2023|]', '@paper[zhang2023]');
});

/** The note after the light bulb's first fix, with papers whose keys are similar. */
function checkMended(marked: string, expected: string): void {
	const near = ['zhang2022', 'zheng2023', 'zhang2024', 'huang2023', 'zhuang2023'].map((key) => entry(key, key));
	const corpus = [entry('zhang2023', 'On Things'), ...near].join('\n');
	const { workspace, uri, note, offset } = workspaceOf(`\n//- /corpus.bib\n${corpus}\n//- /note.md\n${marked}`);
	const fix = fixes(workspace, uri, { start: offset, end: offset }).find(({ edits }) => edits.length > 0);
	const [edit] = fix?.edits ?? [];
	const mended = edit && note.text.slice(0, edit.span.start) + edit.newText + note.text.slice(edit.span.end);
	assert.equal(mended, expected, marked);
}

const FUNCTION_WORDS = new Set(
	'a an the of on in for to and with by from as at is via or are do does how what'.split(' '),
);

/** Author, year and first word of the title. */
function otherStyle({ families, year, title }: PaperSummary): string {
	const word = foldedWords(title).find((one) => !FUNCTION_WORDS.has(one)) ?? '';
	return `${foldedWords(families[0] ?? '').join('')}${year}${word}`;
}

test('by author, year and first word of the title the right paper is first', { skip: aclAbsent }, (context) => {
	const { view } = openedAcl();
	const below = randomBelow();
	const { papers } = view.corpus.search('', { limit: 10_000 });
	const picked = Array.from({ length: PICKS }, () => papers[below(papers.length)]).filter(
		(paper) => paper !== undefined,
	);
	const missed = picked.flatMap((paper) => {
		const [first] = suggestedPapers(view, otherStyle(paper));
		return first?.id === paper.id ? [] : [`${otherStyle(paper)} for ${paper.key} gave ${first?.key}`];
	});
	context.diagnostic(`${missed.length} of ${picked.length} missed`);
	assert.ok(missed.length <= 0.1 * picked.length, missed.join('\n'));
});
