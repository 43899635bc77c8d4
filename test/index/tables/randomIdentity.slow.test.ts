/**
 * In whatever order records come and go, the index groups them into the papers that the ties between them make when all
 * are looked at together.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Identity, identityOf } from '../../../server/src/corpus/identity/identity.ts';
import { connectedRecords } from '../../../server/src/corpus/identity/identityGroups.ts';
import { type IdentitySigns, identitySigns, keyMark } from '../../../server/src/corpus/identity/identityMarks.ts';
import { relationOf } from '../../../server/src/corpus/identity/relation.ts';
import { tiesOf } from '../../../server/src/corpus/identity/ties.ts';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import { MAX_COMPARED } from '../../../server/src/index/tables/recordBlocks.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';
import { type Random, randomFrom } from '../../support/random.ts';
import { openIndex, runToEnd, type TestIndex, write } from './indexFixture.ts';

/** `SEED=123 npm test` repeats one run. */
const SEEDS =
	process.env['SEED'] === undefined
		? Array.from({ length: Number(process.env['SEEDS'] ?? 8) }, (_, index) => index + 1)
		: [Number(process.env['SEED'])];
const EDITS = 25;
const URIS = ['file:///a.bib', 'file:///b.bib', 'file:///c.bib'];

for (const seed of SEEDS) {
	test(`random order and deletion give the same papers (seed ${seed})`, () => checkRun(seed, MAX_COMPARED));
	test(`so they do where a mark has too many records to compare (seed ${seed})`, () => checkRun(seed, 1 + (seed % 4)));
}

function checkRun(seed: number, maxCompared: number): void {
	const random = randomFrom(seed);
	const index = openIndex(undefined, { batch: 1 + random(6), maxCompared });
	const files = new Map<string, PlacedRecord[]>();
	for (let edit = 0; edit < EDITS; edit++) {
		const uri = pick(URIS, random);
		if (random(6) === 0) {
			runToEnd(index.writer.removeFile(uri));
			files.delete(uri);
		} else {
			const records = edited(files.get(uri) ?? [], random);
			files.set(uri, records);
			write(index, uri, records);
		}
		const expected = papersAmong([...files.values()].flat(), maxCompared);
		assert.deepEqual(papersIn(index), expected, `SEED=${seed}, edit ${edit}, at most ${maxCompared} compared`);
	}
}

function pick<T>(values: readonly T[], random: Random): T {
	const value = values[random(values.length)];
	if (value === undefined) {
		throw new RangeError('nothing to pick from');
	}
	return value;
}

function edited(records: readonly PlacedRecord[], random: Random): PlacedRecord[] {
	const result = [...records];
	for (let changes = 1 + random(5); changes > 0; changes--) {
		const at = random(result.length + 1);
		if (random(3) === 0) {
			result.splice(at, 1);
		} else {
			result.splice(at, 0, randomRecord(random));
		}
	}
	return result;
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const TITLES = [
	'Grazing on dunes at night',
	'Grazing on dunes',
	'Grazing on dunes by nights',
	'Tides',
	'Editorial',
	'',
];
const FAMILIES = [['Ash', 'Beech'], ['Ash'], ['Beech', 'Elm'], ['Fir']];
const CONTAINERS = ['Journal of Coasts', 'J. Coasts', 'Proceedings of the Second Conference on Coasts', 'arXiv'];

/** Few values, so that records share much, contradict each other, and are equal. */
function randomRecord(random: Random): PlacedRecord {
	const sometimes = <T>(share: number, value: T): Partial<T> => (random(10) < share ? value : {});
	const page = pick(['1--9', '12--20', '13', '118'], random);
	return withRichText<PlacedRecord>({
		...sometimes(6, { key: pick(['x', 'y', 'z'], random) }),
		item: {
			type: pick(['article-journal', 'article', 'paper-conference'], random),
			...sometimes(8, { title: pick(TITLES, random) }),
			...sometimes(8, { author: pick(FAMILIES, random).map((family) => ({ family, given: 'A.' })) }),
			...sometimes(7, { issued: { 'date-parts': [[2020 + random(3)]] } }),
			...sometimes(6, { 'container-title': pick(CONTAINERS, random) }),
			...sometimes(5, { volume: String(1 + random(2)) }),
			...sometimes(5, { page }),
			...sometimes(2, { DOI: pick(['10.1000/one', '10.1000/two', '10.2139/ssrn.5'], random) }),
			...sometimes(1, { PMID: pick(['11', '12'], random) }),
			...sometimes(1, { abstract: 'How dunes move.' }),
		},
		range: NOWHERE,
	});
}

/** Each paper as its records, sorted, in the order of their text. */
function papersIn({ sql }: TestIndex): readonly string[] {
	const rows = sql.rows(
		'SELECT paper, group_concat(facts) AS facts FROM (SELECT * FROM records ORDER BY facts) GROUP BY paper',
	);
	return rows.map((row) => String(row['facts']).split(',').sort().join(',')).sort();
}

interface Known {
	readonly identity: Identity;
	readonly signs: IdentitySigns;
	/** The marks under which it is looked for, as texts. */
	readonly marks: ReadonlySet<string>;
}

/** The same, from all records at once. */
function papersAmong(records: readonly PlacedRecord[], maxCompared: number): readonly string[] {
	const known = records.map(knownOf);
	const blocks = new Map<string, Known[]>();
	for (const record of known) {
		for (const mark of record.marks) {
			blocks.set(mark, [...(blocks.get(mark) ?? []), record]);
		}
	}
	const isCompared = (block: readonly Known[]): boolean => new Set(block.map(factsOf)).size <= maxCompared;
	const candidatesUnder = (mark: string, record: Known): readonly Known[] => {
		const block = blocks.get(mark) ?? [];
		if (!mark.startsWith('key')) {
			return isCompared(block) ? block : [];
		}
		const found = block.filter(isFoundByKey);
		const isPair = (other: Known) =>
			(isFoundByKey(record) && isFoundByKey(other)) || record.identity.title === '' || other.identity.title === '';
		return isCompared(found) ? block.filter(isPair) : [];
	};
	const candidatesOf = (record: Known): readonly Known[] =>
		[...new Set([...record.marks].flatMap((mark) => candidatesUnder(mark, record)))].filter(
			(other) => factsOf(other) !== factsOf(record),
		);
	const pool = {
		identityOf: (record: Known) => record.identity,
		candidatesOf,
		areSame: (one: Known, other: Known) => factsOf(one) === factsOf(other),
	};
	const groups = connectedRecords(known, (record) => {
		const isOne = relationOf(record.identity, record.identity).tie !== undefined;
		const copies = isOne ? known.filter((other) => factsOf(other) === factsOf(record)) : [];
		return [...copies, ...tiesOf(pool, record)];
	});
	return groups.map((group) => group.map(factsOf).sort().join(',')).sort();
}

/** Whether it is found by its key. */
function isFoundByKey({ signs }: Known): boolean {
	return signs.marks.key !== null;
}

function factsOf({ signs }: Known): string {
	return String(signs.facts);
}

function knownOf(record: PlacedRecord): Known {
	const signs = identitySigns(record);
	const marks = Object.entries(signs.marks).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
	const ofKey = record.key === undefined ? [] : [`key ${keyMark(record.key)}`];
	return { identity: identityOf(record), signs, marks: new Set([...marks, ...ofKey]) };
}
