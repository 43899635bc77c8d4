/** Which records are one paper. Kept up to date while records are added and removed within one transaction. */

import type { PaperId } from '../../corpus/corpus.ts';
import { type IdentitySigns, keyMark } from '../../corpus/identity/identityMarks.ts';
import type { Side } from '../../corpus/identity/statedIdentity.ts';
import { isPoor, tiesOf, tornBy } from '../../corpus/identity/ties.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import type { BloomFilter } from './bloomFilter.ts';
import type { MemoryMarks } from './memoryMarks.ts';
import { foldedHash } from './naming.ts';
import { RecordBlocks } from './recordBlocks.ts';
import type { RecordBodies } from './recordBodies.ts';
import { RecordGroups } from './recordGroups.ts';
import { type BlockRecord, type Mark, marksIn } from './recordMark.ts';
import { identifiersOfPaper, isIdentifier } from './sharedIdentifiers.ts';
import type { StatedRecords } from './statedRecords.ts';

export interface MembershipTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly bloomFilter: BloomFilter;
	/** Set during a first indexing. */
	readonly memoryMarks: MemoryMarks | undefined;
	readonly newId: () => number;
	/** What people state about the records. */
	readonly stated: StatedRecords;
	/** See `MAX_COMPARED`. */
	readonly maxCompared?: number | undefined;
}

/** A record to be added. */
export interface NewMember {
	readonly id: number;
	readonly file: number;
	readonly page: number;
	readonly signs: IdentitySigns;
	/** The statements that name it. */
	readonly sides: readonly Side[];
	readonly content: RecordContent;
}

export class PaperMembership {
	readonly #tools: MembershipTools;
	readonly #blocks: RecordBlocks;
	readonly #groups: RecordGroups;
	/** Papers whose records changed, with the records' contents if they are at hand. */
	readonly #touched = new Map<PaperId, readonly RecordContent[] | undefined>();
	readonly #created = new Set<PaperId>();
	readonly #dropped = new Set<PaperId>();
	/** Records whose ties may have changed because others were removed. */
	readonly #loosened = new Set<number>();
	/** Identifiers that may have begun or ceased to be those of several papers. */
	readonly #identifiers: Mark[] = [];
	/** Marks of removed records that had too many different records. */
	readonly #crowded: Mark[] = [];

	constructor(tools: MembershipTools) {
		this.#tools = tools;
		this.#blocks = new RecordBlocks(tools);
		this.#groups = new RecordGroups(tools, this.#blocks);
	}

	/** By how many papers the corpus has grown. */
	get growth(): number {
		return this.#created.size - this.#dropped.size;
	}

	/** Papers that existed before and no longer exist. */
	get dropped(): ReadonlySet<PaperId> {
		return this.#dropped;
	}

	isTouched(paper: PaperId): boolean {
		return this.#touched.has(paper);
	}

	/** Whether the paper is new. */
	isNew(paper: PaperId): boolean {
		return this.#created.has(paper);
	}

	/** The papers whose records changed, with all their records. */
	touchedPapers(): Map<PaperId, readonly RecordContent[]> {
		return new Map([...this.#touched].map(([paper, contents]) => [paper, contents ?? this.contentsOf(paper)]));
	}

	/** The identifiers that may have begun or ceased to be those of several papers. */
	changedIdentifiers(): Iterable<Mark> {
		const changed = [...this.#touched].filter(([, contents]) => contents === undefined);
		const marks = changed.flatMap(([paper]) => identifiersOfPaper(this.#tools.sql, paper));
		return new Map([...this.#identifiers, ...marks].map((mark) => [`${mark.name} ${mark.value}`, mark])).values();
	}

	contentsOf(paper: PaperId): readonly RecordContent[] {
		return this.#groups.recordsOf(paper).map(({ id }) => this.#tools.bodies.read(id));
	}

	/** Must be called for each record that is removed, before it is. */
	leaving(record: number): void {
		const { sql } = this.#tools;
		const row = sql.row('SELECT id, facts, paper FROM records WHERE id = ?', record);
		const node = { id: record, facts: numberIn(row, 'facts') };
		const paper = numberIn(row, 'paper');
		this.#touched.set(paper, undefined);
		const marks = this.#blocks.marksOf(record);
		this.#identifiers.push(...marks.filter(isIdentifier));
		this.#crowded.push(...marks.filter((mark) => this.#blocks.isCrowded(mark)));
		for (const other of this.#blocks.candidatesOf(node)) {
			if (isPoor(this.#blocks.identityOf(other))) {
				this.#loosened.add(other.id);
			}
		}
	}

	/** Must be called when all records of `papers` that go are removed, before any is added. */
	left(papers: Iterable<PaperId>): void {
		this.#blocks.recount();
		const remaining = [...papers].flatMap((paper) => {
			const records = this.#groups.recordsOf(paper);
			if (records.length === 0) {
				this.#drop(paper);
			}
			return records;
		});
		const loosened = [...this.#loosened].flatMap((id) => this.#recordNumbered(id));
		this.#regroup([...remaining, ...loosened, ...this.#freed()]);
	}

	/**
	 * Groups `records` anew. `restate` writes that other statements name them now; it is called once and changes nothing
	 * else.
	 */
	restated(records: readonly number[], restate: () => void): void {
		for (const record of records) {
			this.leaving(record);
		}
		const compared = records
			.flatMap((record) => this.#blocks.marksOf(record))
			.filter((mark) => !this.#blocks.isCrowded(mark));
		restate();
		this.#blocks.recount();
		const loosened = [...records, ...this.#loosened].flatMap((id) => this.#recordNumbered(id));
		const crowded = compared.filter((mark) => this.#blocks.isCrowded(mark));
		this.#regroup([...loosened, ...this.#freed(), ...crowded.flatMap((mark) => this.#blocks.allUnder(mark))]);
	}

	/** Records under marks that had too many different ones and no longer have. */
	#freed(): readonly BlockRecord[] {
		return this.#crowded.filter((mark) => !this.#blocks.isCrowded(mark)).flatMap((mark) => this.#blocks.allUnder(mark));
	}

	/** Adds a record to its paper. That is created, or other papers are merged or split, if necessary. */
	add(member: NewMember): void {
		const { id, content, signs, sides } = member;
		const record = { id, facts: signs.facts };
		this.#insert(member);
		this.#create(id, [content]);
		const known = this.#knownMarks(member);
		this.#blocks.add(record, content);
		if (known.length === 0 && sides.length === 0) {
			return;
		}
		this.#identifiers.push(...known.filter(isIdentifier));
		const crowded = known.filter((mark) => this.#blocks.isCrowdedBy(mark, record));
		const copy = [...known.flatMap((mark) => this.#blocks.withFacts(mark, signs.facts)), ...this.#statedCopies(record)] //
			.find((other) => other.id !== id);
		// A copy has torn what its own facts tear. Its key may be new.
		const torn = tornBy(this.#blocks, record, copy && 'key');
		const copies = copy !== undefined && this.#groups.isTiedToCopies(record) ? [copy] : [];
		const joined = [record, ...copies, ...tiesOf(this.#blocks, record)];
		if (crowded.length > 0 || torn.length > 0 || this.#areSeparated(joined)) {
			this.#regroup([record, ...copies, ...torn, ...crowded.flatMap((mark) => this.#blocks.allUnder(mark))]);
		} else {
			this.#merge(joined);
		}
	}

	#statedCopies(record: BlockRecord): readonly BlockRecord[] {
		return this.#tools.stated.statedOneWith(record).filter(({ facts }) => facts === record.facts);
	}

	/** Whether the papers of `records` must not simply become one. */
	#areSeparated(records: readonly BlockRecord[]): boolean {
		const { stated } = this.#tools;
		return !stated.isEmpty && stated.areSeparated(new Set(records.map((record) => this.#groups.paperOf(record))));
	}

	/** The marks under which there may be other records. */
	#knownMarks({ signs, content }: NewMember): readonly Mark[] {
		const { bloomFilter } = this.#tools;
		const key = content.key === undefined ? undefined : comparedKey(content.key);
		const marks = marksIn(signs.marks);
		const known = marks.filter(({ value }) => bloomFilter.add(value));
		if (key === undefined) {
			return known;
		}
		const completed = { name: 'key', value: keyMark(key) } as const;
		const mayBeCompleted =
			signs.marks.key === null ? bloomFilter.has(completed.value) : bloomFilter.has(foldedHash(key));
		return mayBeCompleted ? [...known, completed] : known;
	}

	#insert({ id, file, page, sides, signs: { marks, facts, likeness } }: NewMember): void {
		const { title, doi, arxiv, pmid, place, key } = marks;
		this.#tools.sql.run(INSERT, id, id, file, page, facts, title, doi, arxiv, pmid, place, key, likeness);
		this.#tools.memoryMarks?.add({ id, facts }, marks);
		this.#tools.stated.write(id, sides);
	}

	/** Makes the papers of `records` one. */
	#merge(records: readonly BlockRecord[]): void {
		const papers = [...new Set(records.map((record) => this.#groups.paperOf(record)))].sort((a, b) => a - b);
		const [first, ...others] = papers;
		if (first === undefined || others.length === 0) {
			return;
		}
		this.#touched.set(first, undefined);
		for (const other of others) {
			this.#tools.sql.run('UPDATE records SET paper = ? WHERE paper = ?', first, other);
			this.#drop(other);
		}
	}

	/** Finds the papers anew of `records`, of all in their papers, and of all to which they are tied. */
	#regroup(records: readonly BlockRecord[]): void {
		this.#assign(this.#groups.around(records));
	}

	/** Makes each group a paper. A paper goes on as the group that has its first record. */
	#assign(groups: readonly (readonly BlockRecord[])[]): void {
		const old = new Map(groups.flat().map((record) => [record.id, this.#groups.paperOf(record)]));
		const left = new Set(old.values());
		for (const group of groups) {
			const before = new Set(group.map(({ id }) => old.get(id) ?? 0));
			const kept = [...before].sort((a, b) => a - b).find((paper) => left.has(paper));
			const paper = kept ?? this.#tools.newId();
			left.delete(paper);
			if (kept === undefined) {
				this.#create(paper, undefined);
			}
			const moved = group.filter(({ id }) => old.get(id) !== paper);
			for (const { id } of moved) {
				this.#tools.sql.run('UPDATE records SET paper = ? WHERE id = ?', paper, id);
			}
			if (moved.length > 0) {
				this.#touched.set(paper, undefined);
			}
			for (const origin of moved.map(({ id }) => old.get(id) ?? 0)) {
				this.#touched.set(origin, undefined);
			}
		}
		for (const paper of left) {
			this.#drop(paper);
		}
	}

	/** Creates a paper. Its row is written later, when its key is known. */
	#create(paper: PaperId, contents: readonly RecordContent[] | undefined): void {
		this.#created.add(paper);
		this.#touched.set(paper, contents);
	}

	#drop(paper: PaperId): void {
		if (!this.#created.delete(paper)) {
			this.#tools.sql.run('DELETE FROM papers WHERE id = ?', paper);
			this.#dropped.add(paper);
		}
		this.#touched.delete(paper);
	}

	#recordNumbered(id: number): readonly BlockRecord[] {
		const row = this.#tools.sql.row('SELECT facts FROM records WHERE id = ?', id);
		return row === undefined ? [] : [{ id, facts: numberIn(row, 'facts') }];
	}
}

const INSERT = 'INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
