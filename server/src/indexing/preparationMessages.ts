/** Messages between the index's thread and the thread that prepares records for it. */

import type { PaperId } from '../corpus/corpus.ts';
import type { PackedRun } from '../index/openIndex.ts';
import type { ComingRecord, PackedBody } from '../index/tables/recordBodies.ts';
import { type ByteList, ByteListWriter, pieceAt } from '../util/byteLists.ts';

export type PreparationOrder =
	| { readonly kind: 'words'; readonly tag: number; readonly words: string }
	/** `round` comes back with the bodies. It grows when everything sent before is no longer wanted. */
	| { readonly kind: 'records'; readonly records: readonly ComingRecord[]; readonly round: number }
	| { readonly kind: 'runs'; readonly ids: Float64Array; readonly rows: Int32Array; readonly round: number }
	| { readonly kind: 'clear' };

export type PreparationAnswer =
	| { readonly kind: 'bodies'; readonly bodies: PackedBodies; readonly round: number }
	| { readonly kind: 'runs'; readonly runs: readonly PackedRun[]; readonly round: number }
	/** The thread has met an error. The index's thread will meet it, too, and can say where. */
	| { readonly kind: 'failed' };

/** Bodies in a few large buffers. */
export interface PackedBodies {
	readonly ids: Float64Array<ArrayBuffer>;
	readonly bodies: ByteList;
	/** Empty for a record without an abstract. */
	readonly abstracts: ByteList;
}

const NO_BYTES = new Uint8Array();

export function packBodies(packed: readonly PackedBody[]): PackedBodies {
	const [bodies, abstracts] = [new ByteListWriter(), new ByteListWriter()];
	for (const { body, abstract } of packed) {
		bodies.add(body);
		abstracts.add(abstract ?? NO_BYTES);
	}
	return { ids: Float64Array.from(packed, ({ id }) => id), bodies: bodies.list(), abstracts: abstracts.list() };
}

export function unpackBodies({ ids, bodies, abstracts }: PackedBodies): readonly PackedBody[] {
	return Array.from(ids, (id, index) => {
		const abstract = pieceAt(abstracts, index);
		return { id, body: pieceAt(bodies, index), abstract: abstract.length > 0 ? abstract : null };
	});
}

/** The buffers of an answer, which need not be copied. */
export function buffersOf(answer: PreparationAnswer): readonly ArrayBuffer[] {
	const lists = (...all: readonly ByteList[]): ArrayBuffer[] =>
		all.flatMap(({ bytes, ends }) => [bytes.buffer, ends.buffer]);
	switch (answer.kind) {
		case 'bodies':
			return [answer.bodies.ids.buffer, ...lists(answer.bodies.bodies, answer.bodies.abstracts)];
		case 'runs':
			return answer.runs.flatMap(({ pages, terms, words, rows }) => [rows.buffer, ...lists(pages, terms, words)]);
		default:
			return [];
	}
}

/** Rows by paper, as two lists. */
export function rowLists(rows: ReadonlyMap<PaperId, number>): {
	readonly ids: Float64Array;
	readonly rows: Int32Array;
} {
	return { ids: Float64Array.from(rows.keys()), rows: Int32Array.from(rows.values()) };
}
