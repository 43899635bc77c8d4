/**
 * The changes of one transaction to the papers. Records are removed and added, papers are split and merged. At the
 * end everything derived from them (keys, clashes, search) is updated for the papers concerned only.
 */

import type { PaperId } from '../../corpus/corpus.ts';
import { identitySigns } from '../../corpus/identity/identityMarks.ts';
import { factsUnder } from '../../corpus/identity/statedIdentity.ts';
import type { KeyMemory } from '../../corpus/keyMemory.ts';
import { chainName } from '../../corpus/keys.ts';
import { listedText } from '../../corpus/listedPaper.ts';
import { type MergedPaper, mergeRecords } from '../../corpus/merge.ts';
import { numberNamesOf } from '../../corpus/numberNames.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { searchedAbstract, searchFieldsOf } from '../../corpus/summary.ts';
import { numberIn, textIn } from '../database/sql.ts';
import { LostKeys } from './lostKeys.ts';
import { settleNames } from './nameSettlement.ts';
import { canonicalKey, chainOf, foldedHash, givenNames } from './naming.ts';
import { type MembershipTools, PaperMembership } from './paperMembership.ts';
import type { SearchTables } from './searchText.ts';
import { settleSharedIdentifiers } from './sharedIdentifiers.ts';

/** The file and page of a record. */
export interface RecordHome {
	readonly file: number;
	readonly page: number;
}

export interface UpdateTools extends MembershipTools {
	readonly search: SearchTables;
	/** The time to store for new papers. */
	readonly now: number;
	/** Where keys are remembered that records lose. */
	readonly keyMemory?: Pick<KeyMemory, 'keepLost'> | undefined;
}

interface Named {
	readonly folded: number;
	readonly name: string;
	readonly record: number;
}

interface SettledPaper {
	readonly records: readonly RecordContent[];
	readonly merged: MergedPaper;
	readonly key: string;
	readonly added: number;
	/** Whether the key has changed. */
	readonly isNew: boolean;
}

export class PaperUpdate {
	readonly #tools: UpdateTools;
	readonly #membership: PaperMembership;
	/** Names of new records, written together later. */
	readonly #named: Named[] = [];
	readonly #names = new Set<string>();
	/** Names that no record had before. */
	readonly #newNames = new Set<string>();
	readonly #chains = new Set<string>();
	/** New records by their ids. */
	readonly #added = new Map<number, RecordContent>();
	readonly #lostKeys: LostKeys;

	constructor(tools: UpdateTools) {
		this.#tools = tools;
		this.#membership = new PaperMembership(tools);
		this.#lostKeys = new LostKeys(tools, tools.keyMemory);
	}

	/**
	 * Removes records, and splits papers that only these records held together. Must be called before any record is
	 * added.
	 */
	removeAll(records: readonly number[]): void {
		for (const record of records) {
			this.#membership.leaving(record);
		}
		this.#membership.left(new Set(records.map((record) => this.#remove(record))));
	}

	/** Adds a record with its content. Its body is already in the index. */
	add(record: number, content: RecordContent, home: RecordHome): void {
		const { sql, bloomFilter, stated } = this.#tools;
		this.#added.set(record, content);
		const sides = stated.sidesIn(content);
		const signs = identitySigns(content);
		const facts = factsUnder(signs.facts, sides);
		this.#membership.add({ id: record, ...home, signs: { ...signs, facts }, sides, content });
		for (const name of givenNames(content)) {
			const folded = foldedHash(name);
			this.#named.push({ folded, name, record });
			(bloomFilter.add(folded) ? this.#names : this.#newNames).add(name);
		}
		// Two papers with the same number, such as two editions, do not clash.
		for (const name of numberNamesOf(content)) {
			this.#named.push({ folded: foldedHash(name), name, record });
		}
		const chain = chainOf(content);
		if (chain !== undefined) {
			sql.run('INSERT INTO chains VALUES (?, ?)', chain, record);
			this.#chains.add(chain);
		}
	}

	/**
	 * Groups records anew that other statements name now. Their papers, and all that depends on these, follow in `settle`.
	 * `restate` writes which statements name them.
	 */
	restate(records: readonly number[], restate: () => void): void {
		this.#membership.restated(records, restate);
		for (const record of records) {
			const chain = chainOf(this.#tools.bodies.read(record));
			void (chain !== undefined && this.#chains.add(chain));
		}
	}

	/** Updates everything that depends on the changes. Returns by how many papers the corpus has grown. */
	settle(): number {
		this.#writeNames();
		for (const paper of this.#membership.dropped) {
			this.#tools.search.delete(paper);
		}
		settleSharedIdentifiers(this.#tools.sql, this.#tools.stated, this.#membership.changedIdentifiers());
		const touched = this.#membership.touchedPapers();
		for (const name of [...touched.values()].flat().flatMap(givenNames)) {
			if (!this.#newNames.has(name)) {
				this.#names.add(name);
			}
		}
		const suspects = settleNames(this.#tools.sql, {
			names: this.#names,
			newNames: this.#newNames,
			chains: this.#chains,
			isNewRecord: (record) => this.#added.has(record),
			isTouched: (paper) => this.#membership.isTouched(paper),
		});
		for (const [paper, records] of touched) {
			this.#putInSearch(paper, this.#settlePaper(paper, records));
		}
		for (const paper of suspects) {
			const settled = this.#settlePaper(paper, this.#membership.contentsOf(paper));
			if (settled.isNew) {
				this.#putInSearch(paper, settled);
			}
		}
		this.#lostKeys.keep((paper) => this.#membership.isTouched(paper));
		return this.#membership.growth;
	}

	/** Writes the names in the order of their table: that takes half as long as in random order. */
	#writeNames(): void {
		for (const { folded, name, record } of this.#named.sort((a, b) => a.folded - b.folded)) {
			this.#tools.sql.run('INSERT OR IGNORE INTO names VALUES (?, ?, ?)', folded, name, record);
		}
	}

	#remove(record: number): PaperId {
		const { sql, bodies, stated } = this.#tools;
		const row = sql.row('SELECT paper, file FROM records WHERE id = ?', record);
		const content = bodies.read(record);
		const paper = numberIn(row, 'paper');
		this.#lostKeys.removed(content, () => textIn(sql.row('SELECT key FROM papers WHERE id = ?', paper), 'key'));
		for (const name of givenNames(content)) {
			sql.run(DELETE_NAME, foldedHash(name), name, record);
			this.#names.add(name);
		}
		for (const name of numberNamesOf(content)) {
			sql.run(DELETE_NAME, foldedHash(name), name, record);
		}
		const chain = chainOf(content);
		if (chain !== undefined) {
			sql.run('DELETE FROM chains WHERE chain = ? AND record = ?', chain, record);
			this.#chains.add(chain);
		}
		sql.run('DELETE FROM clashes WHERE file = ? AND record = ?', numberIn(row, 'file'), record);
		stated.write(record, []);
		sql.run('DELETE FROM records WHERE id = ?', record);
		bodies.delete(record);
		return paper;
	}

	/** Writes the current key of a paper, and what a list shows of it. */
	#settlePaper(paper: PaperId, records: readonly RecordContent[]): SettledPaper {
		const { sql, bodies, now } = this.#tools;
		const merged = mergeRecords(records);
		const listed = listedText(merged);
		const key = canonicalKey(this.#tools, paper, records);
		if (this.#membership.isNew(paper)) {
			sql.run('INSERT INTO papers VALUES (?, ?, ?, ?)', paper, key, now, bodies.packed(listed));
			return { records, merged, key, added: now, isNew: true };
		}
		const row = sql.row('SELECT key, added, listed FROM papers WHERE id = ?', paper);
		const isNew = textIn(row, 'key') !== key;
		if (isNew || bodies.unpacked(row, 'listed') !== listed) {
			sql.run('UPDATE papers SET key = ?, listed = ? WHERE id = ?', key, bodies.packed(listed), paper);
		}
		return { records, merged, key, added: numberIn(row, 'added'), isNew };
	}

	/** Writes the current fields of the paper to search. */
	#putInSearch(paper: PaperId, { records, merged, key, added }: SettledPaper): void {
		const { search } = this.#tools;
		if (!this.#membership.isNew(paper)) {
			search.delete(paper);
		}
		search.put(paper, searchFieldsOf(merged, { key, names: searchedNames(records), added }));
		if (merged.item.abstract !== undefined) {
			const isOfRecord = records.length === 1 && records[0] === this.#added.get(paper);
			search.putAbstract?.(paper, { plain: () => searchedAbstract(merged), isOfRecord });
		}
	}
}

const DELETE_NAME = 'DELETE FROM names WHERE folded = ? AND name = ? AND record = ?';

/** The names that search finds a paper by. Of generated names, only the shortest: the longer ones merely extend it. */
function searchedNames(records: readonly RecordContent[]): readonly string[] {
	const names = records.flatMap((record) => {
		const chain = chainOf(record);
		return chain === undefined ? givenNames(record) : [...givenNames(record), chainName(chain, 1)];
	});
	return names.length > 1 ? [...new Set(names)].sort() : names;
}
