/**
 * One transaction's worth of change to the papers: records go and come, papers part and join, and in the end everything
 * drawn from them (keys, clashes, search) is settled for the papers concerned, and for no others.
 */

import type { PaperId } from '../corpus.ts';
import { type Identity, type IdentityMarks, identityMarks, identityOf, samePaper } from '../identity.ts';
import { identityGroups } from '../identityGroups.ts';
import { chainName } from '../keys.ts';
import { mergeRecords } from '../merge.ts';
import type { RecordContent } from '../recordContent.ts';
import { searchFieldsOf } from '../summary.ts';
import { canonicalKey, chainOf, foldedHash, givenNames, holdersOf, loneBearer, type NameHolder } from './naming.ts';
import type { RecordBodies, WrittenRecord } from './recordBodies.ts';
import type { SearchTables } from './searchTables.ts';
import { numberIn, type Sql, textIn } from './sql.ts';

/** Where a record stands: which file, which page of it. */
export interface RecordHome {
	readonly file: number;
	readonly page: number;
}

export interface UpdateTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly search: SearchTables;
	readonly newId: () => number;
	/** The time to note for papers that come now. */
	readonly now: number;
}

/**
 * Records that may be of the same paper. One per identifier will do, since all that share it are one paper already; of
 * those that share the title, `samePaper` decides.
 */
const LIKE = `
	SELECT * FROM (SELECT id, paper FROM records WHERE doi = ? LIMIT 1) UNION ALL
	SELECT * FROM (SELECT id, paper FROM records WHERE arxiv = ? LIMIT 1) UNION ALL
	SELECT id, paper FROM records WHERE title = ? AND year BETWEEN ? AND ?`;

export class PaperUpdate {
	readonly #tools: UpdateTools;
	/** Papers whose records changed, with what they say where that is at hand. */
	readonly #touched = new Map<PaperId, readonly RecordContent[] | undefined>();
	readonly #created = new Set<PaperId>();
	readonly #suspects = new Set<PaperId>();
	readonly #names = new Set<string>();
	readonly #chains = new Set<string>();
	readonly #identities = new Map<number, Identity>();
	#papers = 0;

	constructor(tools: UpdateTools) {
		this.#tools = tools;
	}

	/** Takes records away and parts the papers that only they held together. To be called before any record is added. */
	removeAll(records: readonly number[]): void {
		const papers = new Set(records.map((record) => this.#remove(record)));
		for (const paper of papers) {
			this.#part(paper);
		}
	}

	add(record: number, { content, ...written }: WrittenRecord, home: RecordHome): void {
		const { sql, bodies } = this.#tools;
		const marks = identityMarks(content);
		const paper = this.#paperOf(record, marks, content);
		const { title, year, doi, arxiv } = marks;
		sql.run(
			'INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
			record,
			paper,
			home.file,
			home.page,
			title,
			year,
			doi,
			arxiv,
		);
		bodies.write(record, { content, ...written });
		for (const name of givenNames(content)) {
			sql.run('INSERT OR IGNORE INTO names VALUES (?, ?, ?)', foldedHash(name), name, record);
			this.#names.add(name);
		}
		const chain = chainOf(content);
		if (chain !== undefined) {
			sql.run('INSERT INTO chains VALUES (?, ?)', chain, record);
			this.#chains.add(chain);
		}
	}

	/** Settles what follows from all changes. By how many papers the corpus grew. */
	settle(): number {
		const contents = new Map<PaperId, readonly RecordContent[]>();
		for (const [paper, known] of this.#touched) {
			contents.set(paper, known ?? this.#contentsOf(paper));
		}
		for (const content of [...contents.values()].flat()) {
			for (const name of givenNames(content)) {
				this.#names.add(name);
			}
		}
		const generated = this.#tools.sql.row('SELECT 1 FROM chains LIMIT 1') !== undefined;
		for (const name of this.#names) {
			this.#settleName(name, generated);
		}
		for (const chain of this.#chains) {
			this.#suspectNeighbours(chain);
		}
		for (const [paper, records] of contents) {
			this.#settlePaper(paper, records, true);
		}
		for (const paper of this.#suspects) {
			this.#settlePaper(paper, this.#contentsOf(paper), false);
		}
		return this.#papers;
	}

	#remove(record: number): PaperId {
		const { sql, bodies } = this.#tools;
		const row = sql.row('SELECT paper, file FROM records WHERE id = ?', record);
		const content = bodies.read(record);
		for (const name of givenNames(content)) {
			sql.run('DELETE FROM names WHERE folded = ? AND name = ? AND record = ?', foldedHash(name), name, record);
			this.#names.add(name);
		}
		const chain = chainOf(content);
		if (chain !== undefined) {
			sql.run('DELETE FROM chains WHERE chain = ? AND record = ?', chain, record);
			this.#chains.add(chain);
		}
		sql.run('DELETE FROM clashes WHERE file = ? AND record = ?', numberIn(row, 'file'), record);
		sql.run('DELETE FROM records WHERE id = ?', record);
		bodies.delete(record);
		return numberIn(row, 'paper');
	}

	/** After records have gone from a paper: what is left may be none, one or several. */
	#part(paper: PaperId): void {
		const records = this.#recordsOf(paper);
		if (records.length === 0) {
			this.#drop(paper);
			return;
		}
		this.#touched.set(paper, undefined);
		const identities = records.map((record) => this.#identity(record));
		const [, ...others] = identityGroups(identities);
		for (const group of others) {
			const part = this.#tools.newId();
			for (const index of group) {
				this.#tools.sql.run('UPDATE records SET paper = ? WHERE id = ?', part, records[index] ?? 0);
			}
			this.#create(part, undefined);
		}
	}

	/** The paper that a new record belongs to, made or joined as need be. */
	#paperOf(record: number, marks: IdentityMarks, content: RecordContent): PaperId {
		const papers = [...this.#papersLike(marks, content)].sort((a, b) => a - b);
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

	/** The papers that a record with these marks is of. */
	#papersLike({ title, year, doi, arxiv }: IdentityMarks, content: RecordContent): Set<PaperId> {
		const papers = new Set<PaperId>();
		const rows = this.#tools.sql.rows(LIKE, doi, arxiv, title, year - 1, year + 1);
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

	#create(paper: PaperId, contents: readonly RecordContent[] | undefined): void {
		this.#tools.sql.run('INSERT INTO papers VALUES (?, ?, ?)', paper, '', this.#tools.now);
		this.#created.add(paper);
		this.#touched.set(paper, contents);
		this.#papers++;
	}

	#drop(paper: PaperId): void {
		const { sql, search } = this.#tools;
		sql.run('DELETE FROM papers WHERE id = ?', paper);
		if (!this.#created.delete(paper)) {
			search.delete(paper);
		}
		this.#touched.delete(paper);
		this.#papers--;
	}

	/** Which records clash over `name`, and whose key may now be another. */
	#settleName(name: string, generated: boolean): void {
		const holders = holdersOf(this.#tools.sql, name);
		const [first] = holders;
		const isShared = holders.some((holder) => holder.paper !== first?.paper);
		const bystanders = new Set(holders.map((holder) => holder.paper).filter((paper) => !this.#touched.has(paper)));
		const [bystander] = bystanders;
		if (bystander !== undefined && bystanders.size === 1) {
			// Its key was its own and is now shared, or the other way round. Two bystanders shared it before and still do.
			this.#suspects.add(bystander);
		}
		for (const holder of holders) {
			this.#noteClash(name, holder, isShared);
		}
		const bearer = generated ? loneBearer(this.#tools.sql, name) : undefined;
		if (bearer !== undefined && !this.#touched.has(bearer)) {
			this.#suspects.add(bearer);
		}
	}

	#noteClash(name: string, { file, record }: NameHolder, isShared: boolean): void {
		const change = isShared
			? 'INSERT OR IGNORE INTO clashes VALUES (?, ?, ?)'
			: 'DELETE FROM clashes WHERE file = ? AND record = ? AND name = ?';
		this.#tools.sql.run(change, file, record, name);
	}

	/** Where a generated name has come or gone, at most one paper to each side of it gets a longer or shorter key. */
	#suspectNeighbours(chain: string): void {
		const CHAINS = 'SELECT c.chain, r.paper FROM chains c JOIN records r ON r.id = c.record WHERE c.chain';
		for (const direction of ['>= ? ORDER BY c.chain', '<= ? ORDER BY c.chain DESC']) {
			const bystander = this.#firstBystander(`${CHAINS} ${direction} LIMIT ? OFFSET ?`, chain);
			if (bystander !== undefined) {
				this.#suspects.add(bystander);
			}
		}
	}

	#firstBystander(sql: string, chain: string): PaperId | undefined {
		const STRIDE = 4;
		for (let at = 0; ; at += STRIDE) {
			const rows = this.#tools.sql.rows(sql, chain, STRIDE, at);
			for (const row of rows) {
				const paper = numberIn(row, 'paper');
				const found = textIn(row, 'chain');
				if (!this.#touched.has(paper)) {
					return paper;
				}
				if (found !== chain && this.#chains.has(found)) {
					// Whoever stands behind it is its own neighbour and found from there.
					return undefined;
				}
			}
			if (rows.length < STRIDE) {
				return undefined;
			}
		}
	}

	#settlePaper(paper: PaperId, records: readonly RecordContent[], isTouched: boolean): void {
		const { sql, search } = this.#tools;
		const key = canonicalKey(sql, paper, records);
		const row = sql.row('SELECT key, added FROM papers WHERE id = ?', paper);
		const isNewKey = textIn(row, 'key') !== key;
		if (isNewKey) {
			sql.run('UPDATE papers SET key = ? WHERE id = ?', key, paper);
		}
		if (!isNewKey && !isTouched) {
			return;
		}
		if (!this.#created.has(paper)) {
			search.delete(paper);
		}
		const names = new Set(records.flatMap(searchedNames));
		search.put(
			paper,
			searchFieldsOf(mergeRecords(records), { key, names: [...names].sort(), added: numberIn(row, 'added') }),
		);
	}

	#recordsOf(paper: PaperId): number[] {
		return this.#tools.sql.rows('SELECT id FROM records WHERE paper = ?', paper).map((row) => numberIn(row, 'id'));
	}

	#contentsOf(paper: PaperId): readonly RecordContent[] {
		return this.#recordsOf(paper).map((record) => this.#tools.bodies.read(record));
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

/** What search finds a paper by: of generated names the shortest, which the longer ones only spell out. */
function searchedNames(record: RecordContent): readonly string[] {
	const chain = chainOf(record);
	return chain === undefined ? givenNames(record) : [...givenNames(record), chainName(chain, 1)];
}
