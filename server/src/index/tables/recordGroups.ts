/** Groups the records in the index into papers, as the ties between them and people's statements say. Within one transaction. */

import type { PaperId } from '../../corpus/corpus.ts';
import { connectedRecords, recordsApart } from '../../corpus/identity/identityGroups.ts';
import { relationIn, type TiedRecord, tiedRecords, tiesOf } from '../../corpus/identity/ties.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import type { RecordBlocks } from './recordBlocks.ts';
import type { BlockRecord } from './recordMark.ts';
import type { StatedRecords } from './statedRecords.ts';

/** Records with the same facts that are one paper for these. */
type Variant = readonly [BlockRecord, ...BlockRecord[]];

export class RecordGroups {
	readonly #sql: Sql;
	readonly #stated: StatedRecords;
	readonly #blocks: RecordBlocks;

	constructor({ sql, stated }: { readonly sql: Sql; readonly stated: StatedRecords }, blocks: RecordBlocks) {
		this.#sql = sql;
		this.#stated = stated;
		this.#blocks = blocks;
	}

	/** The papers that `records`, all in their papers, and all to which they are tied should be. */
	around(records: readonly BlockRecord[]): readonly (readonly BlockRecord[])[] {
		const papers = this.#papersAround(records);
		const members = [...papers].flatMap((paper) => this.recordsOf(paper));
		const variants = this.#variantsOf(members);
		const byFacts = new Map(variants.map((variant) => [variant[0].facts, variant]));
		const tied = ([first]: Variant): readonly TiedRecord<Variant>[] =>
			tiedRecords(this.#blocks, first).flatMap(({ record, tie }) => {
				const variant = byFacts.get(record.facts);
				return variant === undefined ? [] : [{ record: variant, tie }];
			});
		const stated = this.#stated;
		const groups = stated.areSeparated(papers)
			? recordsApart(variants, {
					tiesOf: tied,
					factsOf: ([first]) => first.facts,
					sidesOf: ([first]) => stated.sidesOf(first),
				})
			: connectedRecords(variants, (variant) => tied(variant).map(({ record }) => record));
		return groups.map((group) => group.flat());
	}

	/**
	 * The papers of `records`, and those to which they are tied. Where people keep records apart, also all papers to which
	 * others in these are tied: whether two parts stay two may depend on each of them.
	 */
	#papersAround(records: readonly BlockRecord[]): ReadonlySet<PaperId> {
		const seen = new Map<number, BlockRecord>();
		const papers = new Set<PaperId>();
		for (let next = records; next.length > 0; ) {
			for (const record of next.filter(({ id }) => !seen.has(id))) {
				seen.set(record.id, record);
				for (const one of [record, ...tiesOf(this.#blocks, record)]) {
					papers.add(this.paperOf(one));
				}
			}
			const members = this.#stated.areSeparated(papers) ? [...papers].flatMap((one) => this.recordsOf(one)) : [];
			next = members.filter(({ id }) => !seen.has(id));
		}
		return papers;
	}

	/** Groups records with the same facts where these make them one paper; others stay alone. */
	#variantsOf(records: readonly BlockRecord[]): readonly Variant[] {
		return [...Map.groupBy(records, ({ facts }) => facts).values()].flatMap((same) => {
			const [first, ...others] = same;
			if (first === undefined) {
				return [];
			}
			return others.length === 0 || this.isTiedToCopies(first)
				? [[first, ...others] as const]
				: same.map((record) => [record] as const);
		});
	}

	/** Whether its own facts make copies of the record one paper. */
	isTiedToCopies(record: BlockRecord): boolean {
		return relationIn(this.#blocks, record, record).tie !== undefined;
	}

	/** The paper in which the record is now. */
	paperOf({ id }: BlockRecord): PaperId {
		return numberIn(this.#sql.row('SELECT paper FROM records WHERE id = ?', id), 'paper');
	}

	/** The records that are now in the paper. */
	recordsOf(paper: PaperId): readonly BlockRecord[] {
		return this.#sql
			.rows('SELECT id, facts FROM records WHERE paper = ?', paper)
			.map((row) => ({ id: numberIn(row, 'id'), facts: numberIn(row, 'facts') }));
	}
}
