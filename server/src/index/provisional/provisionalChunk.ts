/** Papers as a first look at corpus files sees them: what search ranks by and what a list shows, in few large pieces. */

import { chainName, isCitable, nameChain } from '../../corpus/keys.ts';
import { mergeRecords } from '../../corpus/merge.ts';
import { creatorsOf, familyName } from '../../corpus/names.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { searchFieldsOf } from '../../corpus/summary.ts';
import { lineOf, packLine } from '../search/paperLine.ts';
import { beginningsIn } from './prefixSignatures.ts';

/** Some papers of one file, in its order. Between threads strings and numbers cost little, objects much. */
export interface ProvisionalChunk {
	/** One packed line after the other. */
	readonly lines: string;
	readonly lineEnds: Uint32Array;
	/** See `beginnings.ts`. */
	readonly beginnings: Uint32Array;
	/** 0 where it is unknown. */
	readonly years: Int32Array;
	/** One row after the other, each as `ProvisionalRow` in JSON. */
	readonly rows: string;
	readonly rowEnds: Uint32Array;
}

/** Key, title, authors, families of the first three, whether authors are missing, year, venue. */
export type ProvisionalRow = readonly [
	key: string,
	title: string,
	authors: readonly string[],
	families: readonly string[],
	authorsTruncated: boolean,
	year: number | null,
	venue: string | null,
];

/** Papers to a chunk: two whole numbers of bits in each slice of their signatures. */
const CHUNK = 64;

export class ProvisionalCollector {
	#lines: string[] = [];
	#rows: string[] = [];
	#years: number[] = [];

	get isFull(): boolean {
		return this.#lines.length >= CHUNK;
	}

	get isEmpty(): boolean {
		return this.#lines.length === 0;
	}

	add(record: RecordContent): void {
		const paper = mergeRecords([record]);
		const key = likelyKey(record);
		const fields = searchFieldsOf(paper, { key, names: record.aliases ?? [], added: 0 });
		const { title, authors, year, venue } = fields;
		const families = creatorsOf(paper.item).slice(0, 3).map(familyName);
		const isTruncated = paper.extra.authorsTruncated ?? false;
		const row: ProvisionalRow = [key, title, authors, families, isTruncated, year ?? null, venue ?? null];
		this.#lines.push(packLine(lineOf(fields)));
		this.#rows.push(JSON.stringify(row));
		this.#years.push(year ?? 0);
	}

	/** What has been added since the last. */
	take(): ProvisionalChunk {
		const chunk: ProvisionalChunk = {
			lines: this.#lines.join(''),
			beginnings: beginningsIn(this.#lines),
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

/** What the index will most likely call the paper; in any case a name that it will answer to. */
function likelyKey(record: RecordContent): string {
	return record.key !== undefined && isCitable(record.key) ? record.key : chainName(nameChain(record), 1);
}

function endsOf(texts: readonly string[]): Uint32Array {
	let end = 0;
	return Uint32Array.from(texts, (text) => {
		end += text.length;
		return end;
	});
}
