/**
 * In whatever order records and people's statements come and go, the index groups them into the papers that the ties
 * between them make when all are looked at together.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Identity, identityOf } from '../../../server/src/corpus/identity/identity.ts';
import { connectedRecords, recordsApart } from '../../../server/src/corpus/identity/identityGroups.ts';
import { type IdentitySigns, identitySigns, keyMark } from '../../../server/src/corpus/identity/identityMarks.ts';
import {
	factsUnder,
	type IdentityStatement,
	type Side,
	StatedIdentity,
	statedOf,
} from '../../../server/src/corpus/identity/statedIdentity.ts';
import { relationIn, type TiedRecord, tiedRecords } from '../../../server/src/corpus/identity/ties.ts';
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
	test(`so they do while people state what is one paper and what is two (seed ${seed})`, () =>
		checkRun(seed, seed % 2 === 0 ? MAX_COMPARED : 2 + (seed % 3), true));
	test(`so they do where a mark has too many records to compare (seed ${seed})`, () => checkRun(seed, 1 + (seed % 4)));
}

function checkRun(seed: number, maxCompared: number, areStating = false): void {
	const random = randomFrom(seed);
	const index = openIndex(undefined, { batch: 1 + random(6), maxCompared });
	const files = new Map<string, PlacedRecord[]>();
	let statements: readonly IdentityStatement[] = [];
	for (let edit = 0; edit < EDITS; edit++) {
		const uri = pick(URIS, random);
		if (areStating && random(3) === 0) {
			statements = randomStatements(random);
			runToEnd(index.writer.state(statements));
		} else if (random(6) === 0) {
			runToEnd(index.writer.removeFile(uri));
			files.delete(uri);
		} else {
			const records = edited(files.get(uri) ?? [], random);
			files.set(uri, records);
			write(index, uri, records);
		}
		const expected = papersAmong([...files.values()].flat(), { maxCompared, statements });
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

/** Keys, identifiers, and names of no record. */
const STATED = ['x', 'y', 'z', '10.1000/one', 'https://doi.org/10.1000/TWO', 'pmid:11', 'nobody'];

function randomStatements(random: Random): readonly IdentityStatement[] {
	return Array.from({ length: random(4) }, () => {
		return { kind: pick(['one', 'two'] as const, random), papers: [pick(STATED, random), pick(STATED, random)] };
	});
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
	/** The statements that name it. */
	readonly sides: readonly Side[];
	readonly facts: number;
	/** The marks under which it is looked for, as texts. */
	readonly marks: ReadonlySet<string>;
}

/** The same, from all records at once. */
function papersAmong(
	records: readonly PlacedRecord[],
	{ maxCompared, statements }: { readonly maxCompared: number; readonly statements: readonly IdentityStatement[] },
): readonly string[] {
	const stated = new StatedIdentity(statements);
	const known = records.map((record) => knownOf(record, stated.sidesOf(record)));
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
	const statedAbout = (one: Known, other: Known) => statedOf(one.sides, other.sides);
	const candidatesOf = (record: Known): readonly Known[] => {
		const marked = [...record.marks].flatMap((mark) => candidatesUnder(mark, record));
		const statedOne = known.filter((other) => statedAbout(record, other) === 'one');
		return [...new Set([...marked, ...statedOne])].filter((other) => factsOf(other) !== factsOf(record));
	};
	const pool = {
		identityOf: (record: Known) => record.identity,
		candidatesOf,
		areSame: (one: Known, other: Known) => factsOf(one) === factsOf(other),
		statedOf: statedAbout,
	};
	const tiesOf = (record: Known): readonly TiedRecord<Known>[] => {
		const { tie } = relationIn(pool, record, record);
		const copies = known.filter((other) => other !== record && factsOf(other) === factsOf(record));
		const tied = tie === undefined ? [] : copies.map((copy) => ({ record: copy, tie: 'statement' as const }));
		return [...tied, ...tiedRecords(pool, record)];
	};
	const groups = known.some(({ sides }) => sides.some(({ side }) => side > 0))
		? recordsApart(known, { tiesOf, factsOf: ({ facts }) => facts, sidesOf: ({ sides }) => sides })
		: connectedRecords(known, (record) => tiesOf(record).map((tied) => tied.record));
	return groups.map((group) => group.map(factsOf).sort().join(',')).sort();
}

/** Whether it is found by its key. */
function isFoundByKey({ signs }: Known): boolean {
	return signs.marks.key !== null;
}

function factsOf({ facts }: Known): string {
	return String(facts);
}

function knownOf(record: PlacedRecord, sides: readonly Side[]): Known {
	const signs = identitySigns(record);
	const marks = Object.entries(signs.marks).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
	const ofKey = record.key === undefined ? [] : [`key ${keyMark(record.key)}`];
	const facts = factsUnder(signs.facts, sides);
	return { identity: identityOf(record), signs, sides, facts, marks: new Set([...marks, ...ofKey]) };
}
