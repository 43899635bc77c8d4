/** The records in the index that may describe one paper: those that share a mark. Within one transaction. */

import { type Identity, identityOf } from '../../corpus/identity/identity.ts';
import { keyMark, MARK_NAMES, type MarkName } from '../../corpus/identity/identityMarks.ts';
import type { RecordPool } from '../../corpus/identity/ties.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import { isDeferred, type MemoryMarks } from './memoryMarks.ts';
import { foldedHash } from './naming.ts';
import type { RecordBodies } from './recordBodies.ts';
import type { BlockRecord, Mark } from './recordMark.ts';
import type { StatedRecords } from './statedRecords.ts';

/**
 * Different records under one mark that are compared with each other. Where there are more, the mark is not that of a
 * paper, and only records with the same facts are one by it.
 */
export const MAX_COMPARED = 200;

export interface BlockOptions {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly stated: StatedRecords;
	/** Set during a first indexing. */
	readonly memoryMarks?: MemoryMarks | undefined;
	/** The default is `MAX_COMPARED`. */
	readonly maxCompared?: number | undefined;
}

export class RecordBlocks implements RecordPool<BlockRecord> {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #memoryMarks: MemoryMarks | undefined;
	readonly #stated: StatedRecords;
	readonly #maxCompared: number;
	readonly #identities = new Map<number, Identity>();
	readonly statedOf: StatedRecords['statedOf'];
	/** Marks with so many different records that one more does not matter. */
	readonly #full = new Set<string>();
	/** Records whose names are not in the table `names` yet, by key. */
	readonly #newKeys = new Map<string, BlockRecord[]>();

	constructor({ sql, bodies, stated, memoryMarks, maxCompared = MAX_COMPARED }: BlockOptions) {
		this.#stated = stated;
		this.statedOf = stated.statedOf;
		this.#memoryMarks = memoryMarks;
		this.#sql = sql;
		this.#bodies = bodies;
		this.#maxCompared = maxCompared;
	}

	/** Must be called for each new record. Its names need not be in the index yet. */
	add(record: BlockRecord, content: RecordContent): void {
		if (content.key === undefined) {
			return;
		}
		const key = comparedKey(content.key);
		const records = this.#newKeys.get(key);
		if (records === undefined) {
			this.#newKeys.set(key, [record]);
		} else {
			records.push(record);
		}
	}

	identityOf({ id }: BlockRecord): Identity {
		let identity = this.#identities.get(id);
		if (identity === undefined) {
			identity = identityOf(this.#bodies.read(id));
			this.#identities.set(id, identity);
		}
		return identity;
	}

	areSame(one: BlockRecord, other: BlockRecord): boolean {
		return one.facts === other.facts;
	}

	candidatesOf(record: BlockRecord): readonly BlockRecord[] {
		const found = this.marksOf(record.id).flatMap((mark) => this.#comparedUnder(mark));
		found.push(...this.#withKeyOf(this.identityOf(record)), ...this.#stated.statedOneWith(record));
		const others = found.filter(({ id, facts }) => id !== record.id && facts !== record.facts);
		return [...new Map(others.map((other) => [other.id, other])).values()];
	}

	/** The marks of a record in the index. */
	marksOf(record: number): readonly Mark[] {
		const row = this.#sql.row('SELECT doi, arxiv, pmid, title, place, key FROM records WHERE id = ?', record);
		return MARK_NAMES.flatMap((name) => {
			const value = row?.[name];
			return typeof value === 'number' ? [{ name, value }] : [];
		});
	}

	/** One record of each set of facts under a mark, up to two more than are compared. */
	#variantsUnder({ name, value }: Mark): readonly BlockRecord[] {
		const mark = `${name} ${value}`;
		if (this.#full.has(mark)) {
			return FULL;
		}
		const most = this.#maxCompared + 2;
		const variants =
			this.#memoryMarks && isDeferred(name)
				? this.#memoryMarks.variants({ name, value }, most)
				: this.#sql.rows(VARIANTS[name], value, value, most + 1, value, most).map(blockRecordIn);
		if (variants.length === most) {
			this.#full.add(mark);
		}
		return variants.length === most ? FULL : variants;
	}

	/** Must be called after records were removed: what was full may not be so any more. */
	recount(): void {
		this.#full.clear();
	}

	/** Whether there are too many different records under a mark to compare them. */
	isCrowded(mark: Mark): boolean {
		const variants = this.#variantsUnder(mark);
		return variants === FULL || variants.length > this.#maxCompared;
	}

	/** Whether a new record is the one with which a mark became crowded. */
	isCrowdedBy(mark: Mark, { facts }: BlockRecord): boolean {
		return this.#variantsUnder(mark).length === this.#maxCompared + 1 && this.withFacts(mark, facts).length === 1;
	}

	/** All records under a mark. */
	allUnder({ name, value }: Mark): readonly BlockRecord[] {
		if (this.#memoryMarks && isDeferred(name)) {
			return this.#memoryMarks.all({ name, value });
		}
		return this.#sql.rows(`SELECT id, facts FROM records WHERE ${name} = ?`, value).map(blockRecordIn);
	}

	/** The first two records under a mark that have these facts. */
	withFacts({ name, value }: Mark, facts: number): readonly BlockRecord[] {
		if (this.#memoryMarks && isDeferred(name)) {
			return this.#memoryMarks.withFacts({ name, value }, facts);
		}
		const query = `SELECT id, facts FROM records WHERE ${name} = ? AND facts = ? ORDER BY id LIMIT 2`;
		return this.#sql.rows(query, value, facts).map(blockRecordIn);
	}

	#comparedUnder(mark: Mark): readonly BlockRecord[] {
		const variants = this.#variantsUnder(mark);
		return variants.length > this.#maxCompared ? [] : variants;
	}

	/** The records with the same key that may be the same paper for it: one of two has no title. */
	#withKeyOf({ key, title }: Identity): readonly BlockRecord[] {
		if (key === undefined) {
			return [];
		}
		const mark: Mark = { name: 'key', value: keyMark(key) };
		return title === '' && !this.isCrowded(mark)
			? this.#named(key)
			: this.#comparedUnder(mark).filter((other) => this.identityOf(other).title === '');
	}

	#named(key: string): readonly BlockRecord[] {
		const named = this.#sql.rows(NAMED, foldedHash(key), key).map(blockRecordIn);
		return [...named, ...(this.#newKeys.get(key) ?? [])].filter((record) => this.identityOf(record).key === key);
	}
}

function blockRecordIn(row: Parameters<typeof numberIn>[0]): BlockRecord {
	return { id: numberIn(row, 'id'), facts: numberIn(row, 'facts') };
}

/** Stands for the records under such a mark: they are compared with none. */
const FULL: readonly BlockRecord[] = [];

const NAMED = `
	SELECT r.id, r.facts FROM names n JOIN records r ON r.id = n.record WHERE n.folded = ? AND n.name = ? LIMIT 1000`;

/** Goes from one value of `facts` to the next, so that a thousand copies of a record are one step. */
const VARIANTS: Readonly<Record<MarkName, string>> = {
	doi: variantsBy('doi'),
	arxiv: variantsBy('arxiv'),
	pmid: variantsBy('pmid'),
	title: variantsBy('title'),
	place: variantsBy('place'),
	key: variantsBy('key'),
};

function variantsBy(name: MarkName): string {
	return `
		WITH RECURSIVE variants (facts) AS (
			SELECT min(facts) FROM records WHERE ${name} = ?
			UNION ALL
			SELECT (SELECT min(facts) FROM records WHERE ${name} = ? AND facts > variants.facts)
			FROM variants WHERE variants.facts IS NOT NULL LIMIT ?
		)
		SELECT (SELECT min(id) FROM records WHERE ${name} = ? AND facts = variants.facts) AS id, facts
		FROM variants WHERE facts IS NOT NULL LIMIT ?`;
}
