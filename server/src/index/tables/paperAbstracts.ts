/** The abstracts of papers. Most papers have one record, of which nothing else is unpacked. */

import type { PaperId } from '../../corpus/corpus.ts';
import { mergeRecords } from '../../corpus/merge.ts';
import { plainText } from '../../corpus/text/richText.ts';
import { RecentlyUsed } from '../../util/recentlyUsed.ts';
import type { PlainText } from '../../util/textKinds.ts';
import type { Sql } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

/** Abstracts in the cache, at most: a megabyte. Another letter of a phrase asks for the same ones again. */
const MAX_CACHED = 800;

export class PaperAbstracts {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #known = new RecentlyUsed<PaperId, PlainText>(MAX_CACHED);
	#version: number | undefined;

	constructor(sql: Sql, bodies: RecordBodies) {
		this.#sql = sql;
		this.#bodies = bodies;
	}

	/** The abstract of a paper, empty if it has none. `version` is the current version of the index. */
	of(paper: PaperId, version: number): PlainText {
		if (version !== this.#version) {
			this.#known.clear();
			this.#version = version;
		}
		const known = this.#known.get(paper);
		if (known !== undefined) {
			return known;
		}
		const read = paperAbstract(this.#sql, this.#bodies, paper);
		this.#known.set(paper, read);
		return read;
	}
}

function paperAbstract(sql: Sql, bodies: RecordBodies, paper: PaperId): PlainText {
	const rows = sql.rows(BODIES, paper);
	const [only] = rows;
	const abstract =
		rows.length === 1 && only !== undefined
			? bodies.abstractIn(only)
			: mergeRecords(rows.map((row) => bodies.inRow(row))).item.abstract;
	return plainText(abstract);
}

const BODIES = 'SELECT b.body, b.abstract FROM records r JOIN bodies b ON b.id = r.id WHERE r.paper = ?';
