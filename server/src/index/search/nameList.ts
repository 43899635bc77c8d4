/**
 * Names of one length, in flat arrays: a name takes eight bytes besides its letters. A search for names similar to a
 * mistyped one goes through all, but for nearly all a bit mask of their letters shows that they differ too much.
 */

import { type Characters, MAX_SLIPS, SlipCount } from './fewSlips.ts';

/** A name, and the row of a paper that has it. */
export interface NearName {
	readonly name: string;
	readonly row: number;
	readonly slips: number;
}

/** A typed name, prepared for searching many lists. */
export class TypedName {
	readonly characters: Uint16Array;
	readonly mask: number;

	constructor(name: string) {
		this.characters = charactersOf(name);
		this.mask = maskOf(this.characters, 0, name.length);
	}
}

export class NameList {
	/** Letters in each name. */
	readonly #length: number;
	#characters: Characters;
	#masks = new Int32Array(INITIAL_CAPACITY);
	#rows = new Int32Array(INITIAL_CAPACITY);
	#count = 0;

	constructor(length: number, { isWide }: { readonly isWide: boolean }) {
		this.#length = length;
		this.#characters = isWide ? new Uint16Array(INITIAL_CAPACITY * length) : new Uint8Array(INITIAL_CAPACITY * length);
	}

	/** Adds the name at the start of `name`. */
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

	/** Frees unused room. Must be called after the last name was added. */
	close(): void {
		this.#resize(this.#count);
	}

	/** Adds the names with at most `MAX_SLIPS` errors to `found`. */
	addNear(typed: TypedName, found: NearName[]): void {
		const { mask } = typed;
		const slipCount = new SlipCount(typed.characters, this.#characters);
		for (let index = 0; index < this.#count; index++) {
			const other = this.#masks[index] ?? 0;
			// Each error adds at most one letter that the other name does not have, and removes at most one.
			if (!hasFewBits(mask & ~other) || !hasFewBits(other & ~mask)) {
				continue;
			}
			const start = index * this.#length;
			const slips = slipCount.to(start, start + this.#length);
			if (slips <= MAX_SLIPS) {
				const name = String.fromCharCode(...this.#characters.subarray(start, start + this.#length));
				found.push({ name, row: this.#rows[index] ?? 0, slips });
			}
		}
	}

	/** Makes room for this many names. */
	#resize(count: number): void {
		const characters = this.#characters instanceof Uint8Array ? Uint8Array : Uint16Array;
		this.#characters = copiedInto(new characters(count * this.#length), this.#characters);
		this.#masks = copiedInto(new Int32Array(count), this.#masks);
		this.#rows = copiedInto(new Int32Array(count), this.#rows);
	}
}

const INITIAL_CAPACITY = 8;

/** Copies as much of `values` into `room` as fits. */
function copiedInto<T extends Characters | Int32Array>(room: T, values: T): T {
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

/** A bit for each letter and digit in the name. */
function maskOf(name: Characters, start: number, end: number): number {
	let mask = 0;
	for (let at = start; at < end; at++) {
		const character = name[at] ?? 0;
		mask |= 1 << (BIT_OF_ASCII[character] ?? character % MASK_BITS);
	}
	return mask;
}

const MASK_BITS = 32;

/** There are not enough bits: the last four letters, which are rare, share the bits of the first four. */
const LETTERS_BY_BIT = 'abcdefghiklmnoprstuvwy0123456789jqxz';

const BIT_OF_ASCII = Uint8Array.from({ length: 128 }, (_, character) =>
	Math.max(LETTERS_BY_BIT.indexOf(String.fromCharCode(character)) % MASK_BITS, 0),
);

/** Whether at most `MAX_SLIPS` bits, which is two, are set. */
function hasFewBits(mask: number): boolean {
	const withoutLowest = mask & (mask - 1);
	return (withoutLowest & (withoutLowest - 1)) === 0;
}
