/** Which records are one paper. Kept up to date while records are added and removed within one transaction. */

import type { PaperId } from '../../corpus/corpus.ts';
import { type Identity, type IdentityMarks, identityOf, samePaper } from '../../corpus/identity.ts';
import { identityGroups } from '../../corpus/identityGroups.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import type { BloomFilter } from './bloomFilter.ts';
import type { RecordBodies } from './recordBodies.ts';

export interface MembershipTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly bloomFilter: BloomFilter;
	readonly newId: () => number;
}

/**
 * Records that may be of the same paper. One per identifier is enough, since all that share it are one paper already.
 * Among those that share the title, `samePaper` decides.
 */
const SIMILAR_RECORDS = `
	SELECT * FROM (SELECT id, paper FROM records WHERE doi = ? LIMIT 1) UNION ALL
	SELECT * FROM (SELECT id, paper FROM records WHERE arxiv = ? LIMIT 1) UNION ALL
	SELECT id, paper FROM records WHERE title = ? AND year BETWEEN ? AND ?`;

export class PaperMembership {
	readonly #tools: MembershipTools;
	/** Papers whose records changed, with the records' contents if they are at hand. */
	readonly #touched = new Map<PaperId, readonly RecordContent[] | undefined>();
	readonly #created = new Set<PaperId>();
	readonly #dropped = new Set<PaperId>();
	readonly #identities = new Map<number, Identity>();

	constructor(tools: MembershipTools) {
		this.#tools = tools;
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

	contentsOf(paper: PaperId): readonly RecordContent[] {
		return this.#recordsOf(paper).map((record) => this.#tools.bodies.read(record));
	}

	/** Splits a paper after records were removed from it. The rest may be no paper, one or several. */
	part(paper: PaperId): void {
		const records = this.#recordsOf(paper);
		if (records.length === 0) {
			this.#drop(paper);
			return;
		}
		this.#touched.set(paper, undefined);
		const [, ...others] = identityGroups(records.map((record) => this.#identity(record)));
		for (const group of others) {
			const part = this.#tools.newId();
			for (const index of group) {
				this.#tools.sql.run('UPDATE records SET paper = ? WHERE id = ?', part, records[index] ?? 0);
			}
			this.#create(part, undefined);
		}
	}

	/** The paper of a new record. It is created, or other papers are merged, if necessary. */
	paperOf(record: number, marks: IdentityMarks, content: RecordContent): PaperId {
		const papers = [...this.#similarPapers(marks, content)].sort((a, b) => a - b);
		const [first, ...others] = papers;
		if (first === undefined) {
			this.#create(record, [content]);
			return record;
		}
		this.#touched.set(first, undefined);
		for (const other of others) {
			this.#tools.sql.run('UPDATE records SET paper = ? WHERE paper = ?', first, other);
			this.#drop(other);
		}
		return first;
	}

	#similarPapers({ title, year, doi, arxiv }: IdentityMarks, content: RecordContent): Set<PaperId> {
		const papers = new Set<PaperId>();
		const { bloomFilter } = this.#tools;
		const known = [doi, arxiv, title].filter((mark) => mark !== null && bloomFilter.add(mark));
		if (known.length === 0) {
			return papers;
		}
		const rows = this.#tools.sql.rows(SIMILAR_RECORDS, doi, arxiv, title, year - 1, year + 1);
		if (rows.length === 0) {
			return papers;
		}
		const identity = identityOf(content);
		for (const row of rows) {
			const paper = numberIn(row, 'paper');
			if (!papers.has(paper) && samePaper(this.#identity(numberIn(row, 'id')), identity)) {
				papers.add(paper);
			}
		}
		return papers;
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

	#recordsOf(paper: PaperId): number[] {
		return this.#tools.sql.rows('SELECT id FROM records WHERE paper = ?', paper).map((row) => numberIn(row, 'id'));
	}

	#identity(record: number): Identity {
		let identity = this.#identities.get(record);
		if (identity === undefined) {
			identity = identityOf(this.#tools.bodies.read(record));
			this.#identities.set(record, identity);
		}
		return identity;
	}
}
