/** Papers found before they are indexed: what search ranks by and what a list shows, in a few large pieces. */

import { chainName, nameChain, ownKey } from '../../corpus/keys.ts';
import { mergeRecords } from '../../corpus/merge.ts';
import { creatorsOf, familyName } from '../../corpus/names.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { searchFieldsOf } from '../../corpus/summary.ts';
import { lineOf, packLine } from '../search/paperLine.ts';
import { signaturesOf } from './prefixSignatures.ts';

/**
 * Some papers of one file, in its order. Sending strings and numbers between threads costs little; sending objects
 * costs much.
 */
export interface ProvisionalChunk {
	/** Its place among all chunks. Several threads may read them, and they come in any order. */
	readonly order: number;
	/** Packed lines, one after the other. */
	readonly lines: string;
	readonly lineEnds: Uint32Array;
	/** See `prefixSignatures.ts`. */
	readonly signatures: Uint32Array;
	/** 0 if unknown. */
	readonly years: Int32Array;
	/** Rows, one after the other, each a `ProvisionalRow` as JSON. */
	readonly rows: string;
	readonly rowEnds: Uint32Array;
}

/** Key, title, authors, family names of the first three, whether authors are missing, year, venue. */
export type ProvisionalRow = readonly [
	key: string,
	title: string,
	authors: readonly string[],
	families: readonly string[],
	authorsTruncated: boolean,
	year: number | null,
	venue: string | null,
];

/** Papers per chunk: two whole numbers of bits in each slice of their signatures. */
const CHUNK_PAPERS = 64;

export class ProvisionalCollector {
	#lines: string[] = [];
	#rows: string[] = [];
	#years: number[] = [];

	get isFull(): boolean {
		return this.#lines.length >= CHUNK_PAPERS;
	}

	get isEmpty(): boolean {
		return this.#lines.length === 0;
	}

	add(record: RecordContent): void {
		const paper = mergeRecords([record]);
		const key = expectedKey(record);
		const fields = searchFieldsOf(paper, { key, names: record.aliases ?? [], added: 0 });
		const { title, authors, year, venue } = fields;
		const families = creatorsOf(paper.item).slice(0, 3).map(familyName);
		const isTruncated = paper.extra.authorsTruncated ?? false;
		const row: ProvisionalRow = [key, title, authors, families, isTruncated, year ?? null, venue ?? null];
		this.#lines.push(packLine(lineOf(fields)));
		this.#rows.push(JSON.stringify(row));
		this.#years.push(year ?? 0);
	}

	/** The papers added since the last call, as a chunk with this place among all. */
	take(order = 0): ProvisionalChunk {
		const chunk: ProvisionalChunk = {
			order,
			lines: this.#lines.join(''),
			signatures: signaturesOf(this.#lines),
			lineEnds: endsOf(this.#lines),
			years: Int32Array.from(this.#years),
			rows: this.#rows.join(''),
			rowEnds: endsOf(this.#rows),
		};
		this.#lines = [];
		this.#rows = [];
		this.#years = [];
		return chunk;
	}
}

/**
 * The key that the index will give the paper in most cases. If it gives another, this one is still a name of the
 * paper.
 */
function expectedKey(record: RecordContent): string {
	return ownKey(record) ?? chainName(nameChain(record), 1);
}

function endsOf(texts: readonly string[]): Uint32Array {
	let end = 0;
	return Uint32Array.from(texts, (text) => {
		end += text.length;
		return end;
	});
}
