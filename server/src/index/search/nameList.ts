/**
 * Names of one length, flat in memory: beside its letters, a name takes eight bytes. To find those that a mistyped one may
 * stand for, all are looked at, but for nearly all of them the letters that they have are enough to see that they are none.
 */

import { type Characters, MOST_SLIPS, SlipCount } from './fewSlips.ts';

/** A name, and the row of a paper that has it. */
export interface NearName {
	readonly name: string;
	readonly row: number;
	readonly slips: number;
}

/** What was typed, to be looked for in many lists. */
export class TypedName {
	readonly characters: Uint16Array;
	readonly mask: number;

	constructor(name: string) {
		this.characters = charactersOf(name);
		this.mask = maskOf(this.characters, 0, name.length);
	}
}

export class NameList {
	/** Letters of each name. */
	readonly #length: number;
	#characters: Characters;
	#masks = new Int32Array(FIRST_ROOM);
	#rows = new Int32Array(FIRST_ROOM);
	#count = 0;

	constructor(length: number, { isWide }: { readonly isWide: boolean }) {
		this.#length = length;
		this.#characters = isWide ? new Uint16Array(FIRST_ROOM * length) : new Uint8Array(FIRST_ROOM * length);
	}

	/** `name` begins with the name's letters. */
	add(name: Characters, row: number): void {
		if (this.#count === this.#rows.length) {
			this.#resize(2 * this.#count);
		}
		const start = this.#count * this.#length;
		for (let at = 0; at < this.#length; at++) {
			this.#characters[start + at] = name[at] ?? 0;
		}
		this.#masks[this.#count] = maskOf(name, 0, this.#length);
		this.#rows[this.#count++] = row;
	}

	/** No more are to come: room for them is given back. */
	close(): void {
		this.#resize(this.#count);
	}

	/** Adds those at most `MOST_SLIPS` away. */
	addNear(typed: TypedName, found: NearName[]): void {
		const { mask } = typed;
		const slipCount = new SlipCount(typed.characters, this.#characters);
		for (let index = 0; index < this.#count; index++) {
			const other = this.#masks[index] ?? 0;
			// Each slip brings at most one letter that the other has not, and takes at most one.
			if (!hasFewBits(mask & ~other) || !hasFewBits(other & ~mask)) {
				continue;
			}
			const start = index * this.#length;
			const slips = slipCount.to(start, start + this.#length);
			if (slips <= MOST_SLIPS) {
				const name = String.fromCharCode(...this.#characters.subarray(start, start + this.#length));
				found.push({ name, row: this.#rows[index] ?? 0, slips });
			}
		}
	}

	/** Makes room for so many names. */
	#resize(count: number): void {
		const characters = this.#characters instanceof Uint8Array ? Uint8Array : Uint16Array;
		this.#characters = filled(new characters(count * this.#length), this.#characters);
		this.#masks = filled(new Int32Array(count), this.#masks);
		this.#rows = filled(new Int32Array(count), this.#rows);
	}
}

const FIRST_ROOM = 8;

/** `room`, with as much of `values` as it holds. */
function filled<T extends Characters | Int32Array>(room: T, values: T): T {
	room.set(values.subarray(0, room.length));
	return room;
}

export function charactersOf(name: string): Uint16Array<ArrayBuffer> {
	const characters = new Uint16Array(name.length);
	for (let at = 0; at < name.length; at++) {
		characters[at] = name.charCodeAt(at);
	}
	return characters;
}

/** A bit for each letter and digit that a name has. */
function maskOf(name: Characters, start: number, end: number): number {
	let mask = 0;
	for (let at = start; at < end; at++) {
		const character = name[at] ?? 0;
		mask |= 1 << (BIT_OF_ASCII[character] ?? character % BITS);
	}
	return mask;
}

const BITS = 32;

/** There are too few bits: the last four letters, which few names have, share those of the first. */
const BY_BIT = 'abcdefghiklmnoprstuvwy0123456789jqxz';

const BIT_OF_ASCII = Uint8Array.from({ length: 128 }, (_, character) =>
	Math.max(BY_BIT.indexOf(String.fromCharCode(character)) % BITS, 0),
);

/** Whether at most `MOST_SLIPS`, which are two, are set. */
function hasFewBits(mask: number): boolean {
	const withoutLowest = mask & (mask - 1);
	return (withoutLowest & (withoutLowest - 1)) === 0;
}
