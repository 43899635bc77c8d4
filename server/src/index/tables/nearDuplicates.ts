/**
 * Records that stay two papers although they may be one: titles nearly the same, the same authors, and nothing that
 * plainly tells them apart. Reads the marks of every record, so it is called only when somebody asks.
 */

import type { ListedRecord, NearDuplicates } from '../../corpus/corpus.ts';
import { type Identity, identityOf } from '../../corpus/identity/identity.ts';
import { relationOf } from '../../corpus/identity/relation.ts';
import { plainText } from '../../corpus/text/richText.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import type { RecordBodies } from './recordBodies.ts';
import { RecordPlaces } from './recordPlaces.ts';
import { StatedRecords } from './statedRecords.ts';

/** Records of one first author and one start of the title that are compared with each other. */
const MAX_IN_GROUP = 200;
/** Records looked at in all: 0.5 s. Small groups come first, because what is in them is more often the same. */
const MAX_RECORDS = 10_000;
/** Comparisons in all: 0.5 s. */
const MAX_COMPARISONS = 20_000;
/** Nobody looks through more of them. */
const MAX_COUNTED = 1000;
const MAX_LISTED = 100;

interface Tools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
}

interface Candidate {
	readonly id: number;
	readonly paper: number;
}

type Pair = readonly [Candidate, Candidate];

/** Keeps its last answer: a report asks again whenever the status changes. */
export class NearDuplicateSearch {
	readonly #tools: Tools;
	#last: { readonly version: number; readonly found: NearDuplicates } | undefined;

	constructor(tools: Tools) {
		this.#tools = tools;
	}

	/** `version` is the current version of the index. */
	at(version: number): NearDuplicates {
		if (this.#last?.version !== version) {
			this.#last = { version, found: nearDuplicates(this.#tools) };
		}
		return this.#last.found;
	}
}

function nearDuplicates(tools: Tools): NearDuplicates {
	const { pairs, isComplete } = nearPairs(tools);
	const listed = inOrderOfPlace(tools.sql, pairs).slice(0, MAX_LISTED);
	return {
		pairs: listed.map(([one, other]) => [listedRecord(tools, one), listedRecord(tools, other)]),
		count: pairs.length,
		isComplete,
	};
}

/** One pair of records for each pair of papers. */
function nearPairs({ sql, bodies }: Tools): { readonly pairs: readonly Pair[]; readonly isComplete: boolean } {
	const { groups, isComplete } = candidateGroups(sql);
	const identityIn = identitiesIn(bodies);
	const stated = new StatedRecords(sql);
	const found = new Map<string, Pair>();
	let comparisons = 0;
	for (const [one, other] of groups.values().flatMap(pairsOf)) {
		if (comparisons === MAX_COMPARISONS || found.size === MAX_COUNTED) {
			return { pairs: [...found.values()], isComplete: false };
		}
		const papers = `${Math.min(one.paper, other.paper)} ${Math.max(one.paper, other.paper)}`;
		if (!found.has(papers)) {
			comparisons++;
			if (stated.statedOf(one, other) === undefined && relationOf(identityIn(one), identityIn(other)).isNear) {
				found.set(papers, [one, other]);
			}
		}
	}
	return { pairs: [...found.values()], isComplete };
}

/** Reads each record once. */
function identitiesIn(bodies: RecordBodies): (record: Candidate) => Identity {
	const known = new Map<number, Identity>();
	return ({ id }) => {
		const identity = known.get(id) ?? identityOf(bodies.read(id));
		known.set(id, identity);
		return identity;
	};
}

/** Records of several papers with the same `likeness`; of the records of a paper that say the same, one. */
function candidateGroups(sql: Sql): { readonly groups: readonly Candidate[][]; readonly isComplete: boolean } {
	const rows = sql.rows(CANDIDATES, MAX_RECORDS + 1);
	const records = rows.slice(0, MAX_RECORDS).map((row) => ({
		id: numberIn(row, 'id'),
		paper: numberIn(row, 'paper'),
		likeness: numberIn(row, 'likeness'),
	}));
	const groups = [...Map.groupBy(records, ({ likeness }) => likeness).values()];
	return {
		groups: groups.map((group) => group.slice(0, MAX_IN_GROUP)),
		isComplete: rows.length <= MAX_RECORDS && groups.every(({ length }) => length <= MAX_IN_GROUP),
	};
}

function* pairsOf(group: readonly Candidate[]): Generator<Pair> {
	for (const [index, one] of group.entries()) {
		for (const other of group.slice(index + 1)) {
			if (one.paper !== other.paper) {
				yield [one, other];
			}
		}
	}
}

interface PlacedRecord {
	readonly id: number;
	readonly uri: string;
	readonly range: ListedRecord['range'];
}

/** The pairs in the order of their files and of the places there, and so the two records of each. */
function inOrderOfPlace(sql: Sql, pairs: readonly Pair[]): readonly (readonly [PlacedRecord, PlacedRecord])[] {
	const places = new RecordPlaces(sql);
	const placed = ({ id }: Candidate): PlacedRecord => {
		return { id, uri: textIn(sql.row(FILE, id), 'uri'), range: places.placeOf(id).range };
	};
	return pairs
		.map(([a, b]) => {
			const [one, other] = [placed(a), placed(b)];
			return comparePlaces(one, other) <= 0 ? ([one, other] as const) : ([other, one] as const);
		})
		.sort(([a, b], [c, d]) => comparePlaces(a, c) || comparePlaces(b, d));
}

function comparePlaces(a: PlacedRecord, b: PlacedRecord): number {
	return compareText(a.uri, b.uri) || compareRanges(a.range, b.range);
}

function listedRecord({ sql, bodies }: Tools, { id, uri, range }: PlacedRecord): ListedRecord {
	const content = bodies.read(id);
	const key = content.key ?? textIn(sql.row(PAPER_KEY, id), 'key');
	return { key, title: plainText(content.item.title), uri, range };
}

const FILE = 'SELECT f.uri FROM records r JOIN files f ON f.id = r.file WHERE r.id = ?';
const PAPER_KEY = 'SELECT p.key FROM records r JOIN papers p ON p.id = r.paper WHERE r.id = ?';
const CANDIDATES = `
	WITH groups AS MATERIALIZED (
		SELECT likeness, count(*) AS size FROM records WHERE likeness IS NOT NULL
		GROUP BY likeness HAVING min(paper) < max(paper)
	)
	SELECT min(r.id) AS id, r.paper, r.likeness FROM groups g JOIN records r ON r.likeness = g.likeness
	GROUP BY g.size, r.likeness, r.facts, r.paper ORDER BY g.size, r.likeness, r.facts, r.paper LIMIT ?`;
