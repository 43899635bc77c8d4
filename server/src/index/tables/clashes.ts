/**
 * Which records clash: they have the same key and are of different papers. Between files of different libraries that is
 * no clash, because each library may have a paper of its own under the key.
 */

import type { AreApart } from '../../corpus/corpus.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';

export interface Clash {
	readonly name: string;
	readonly record: number;
}

export class Clashes {
	readonly #sql: Sql;
	#areApart: AreApart | undefined;
	/** The clashes of each file, for one version of the index. Only if some files are apart. */
	#known: { readonly version: number; readonly byFile: ReadonlyMap<number, readonly Clash[]> } | undefined;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** Whether two files are apart; undefined if no two are. */
	get areApart(): AreApart | undefined {
		return this.#areApart;
	}

	keepApart(areApart: AreApart | undefined): void {
		this.#areApart = areApart;
		this.#known = undefined;
	}

	/** The clashes of the records of `file`, a number in the index. `version` is the current version of the index. */
	of(file: number, version: number): readonly Clash[] {
		return this.#areApart
			? (this.#byFile(this.#areApart, version).get(file) ?? [])
			: this.#sql.rows('SELECT record, name FROM clashes WHERE file = ?', file).map(clashIn);
	}

	/** Number of clashes by file, without files that have none. */
	counts(version: number): ReadonlyMap<number, number> {
		return this.#areApart
			? new Map([...this.#byFile(this.#areApart, version)].map(([file, clashes]) => [file, clashes.length]))
			: new Map(this.#sql.rows(COUNTS).map((row) => [numberIn(row, 'file'), numberIn(row, 'count')]));
	}

	#byFile(areApart: AreApart, version: number): ReadonlyMap<number, readonly Clash[]> {
		if (this.#known?.version !== version) {
			this.#known = { version, byFile: clashesByFile(this.#sql, areApart) };
		}
		return this.#known.byFile;
	}
}

const COUNTS = 'SELECT file, count(*) AS count FROM clashes GROUP BY file';

/** The table holds every record of a name that several papers have, so no other record can clash with them. */
const ALL = 'SELECT c.file, c.record, c.name, r.paper FROM clashes c JOIN records r ON r.id = c.record';

interface Held extends Clash {
	readonly file: number;
	readonly paper: number;
}

function clashesByFile(sql: Sql, areApart: AreApart): ReadonlyMap<number, readonly Clash[]> {
	const uris = new Map(sql.rows('SELECT id, uri FROM files').map((row) => [numberIn(row, 'id'), textIn(row, 'uri')]));
	const held = sql.rows(ALL).map((row): Held => {
		return { ...clashIn(row), file: numberIn(row, 'file'), paper: numberIn(row, 'paper') };
	});
	const clashing = [...Map.groupBy(held, ({ name }) => name).values()].flatMap((ofName) => {
		const papers = new Map(
			[...Map.groupBy(ofName, ({ file }) => file)].map(([file, ofFile]) => [
				file,
				new Set(ofFile.map(({ paper }) => paper)),
			]),
		);
		return ofName.filter(({ file, paper }) =>
			papers.entries().some(([other, others]) => {
				const isOther = others.size > 1 || !others.has(paper);
				return isOther && !areApart(uris.get(file) ?? '', uris.get(other) ?? '');
			}),
		);
	});
	return Map.groupBy(clashing, ({ file }) => file);
}

function clashIn(row: SqlRow): Clash {
	return { record: numberIn(row, 'record'), name: textIn(row, 'name') };
}
