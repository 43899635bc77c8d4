/** The names in one run of terms. */

import { type Characters, MAX_SLIPS } from './fewSlips.ts';
import { NAME_SIGN } from './lineSigns.ts';
import { charactersOf, NameList, type NearName, type TypedName } from './nameList.ts';
import { RowCursor } from './postings/rowCursor.ts';
import { NO_ROW } from './postings/rowWindow.ts';
import { bytesOfTerm, type TermSpan, termOfBytes } from './postings/termBytes.ts';
import type { PageReader } from './postings/termPages.ts';
import type { TermRuns } from './postings/termRuns.ts';
import { MARKS } from './searchTables.ts';

/** Papers remembered for one name. A common generated name with more papers is no use as a correction. */
const MAX_PAPERS_OF_NAME = 5;

/** In letters. Nobody writes longer names. */
const MAX_NAME_LENGTH = 100;

const [SIGN_LEAD, SIGN_TRAIL] = bytesOfTerm(NAME_SIGN);

const NAME = bytesOfTerm(MARKS.name);

/** Ranges of names in a run: before DOIs and after them. The other names are all DOIs, which are not corrected. */
const NAME_RANGES = [
	{ from: NAME, below: bytesOfTerm(`${MARKS.name}10${NAME_SIGN}0`) },
	{ from: bytesOfTerm(`${MARKS.name}10${NAME_SIGN}:`), below: bytesOfTerm(`${MARKS.name}\u{10ffff}`) },
];

/** A name for comparison: `devlin·etal·2019` becomes `devlinetal2019`. */
export function withoutSigns(name: string): string {
	return name.replaceAll(NAME_SIGN, '');
}

/** Reads all names once: a run never changes. */
export class RunNames {
	/** By length. Names with characters beyond ASCII are separate. */
	readonly #plain = new Map<number, NameList>();
	readonly #wide = new Map<number, NameList>();
	/** The letters of the name being read. */
	readonly #letters = new Uint8Array(MAX_NAME_LENGTH);

	constructor(runs: TermRuns, run: number) {
		for (const { from, below } of NAME_RANGES) {
			const terms = runs.reader(run, from);
			for (let page = terms.next(); page && page.compare(below) < 0; page = terms.next()) {
				if (page.compare(from) >= 0) {
					this.#add(page);
				}
			}
		}
		for (const list of [...this.#plain.values(), ...this.#wide.values()]) {
			list.close();
		}
	}

	/** The names with at most `MAX_SLIPS` errors. */
	near(typed: TypedName): NearName[] {
		const found: NearName[] = [];
		const { length } = typed.characters;
		for (let other = length - MAX_SLIPS; other <= length + MAX_SLIPS; other++) {
			this.#plain.get(other)?.addNear(typed, found);
			this.#wide.get(other)?.addNear(typed, found);
		}
		return found;
	}

	#add(page: PageReader): void {
		const length = plainLetters(page.span, this.#letters);
		if (length !== undefined) {
			addName(this.#plain, { characters: this.#letters, length }, page);
			return;
		}
		const characters = charactersOf(withoutSigns(termOfBytes(page.term().subarray(NAME.length))));
		if (characters.length <= MAX_NAME_LENGTH) {
			addName(this.#wide, { characters, length: characters.length }, page);
		}
	}
}

/** Names of digits only are left out: an arXiv id similar to another one names another paper. */
const NO_NAME = 0;

/** Copies the letters of a name to `letters`. Returns how many there are, or undefined if not all are ASCII. */
function plainLetters({ bytes, end }: TermSpan, letters: Uint8Array): number | undefined {
	let length = 0;
	let hasLetter = false;
	for (let at = NAME.length; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) {
			hasLetter ||= byte >= LETTER_A;
			letters[length++] = byte;
		} else if (byte === SIGN_LEAD && bytes[at + 1] === SIGN_TRAIL) {
			at++;
		} else {
			return undefined;
		}
	}
	return hasLetter && length <= MAX_NAME_LENGTH ? length : NO_NAME;
}

const LETTER_A = 0x61;

interface ReadName {
	readonly characters: Characters;
	readonly length: number;
}

function addName(lists: Map<number, NameList>, { characters, length }: ReadName, page: PageReader): void {
	if (length === NO_NAME) {
		return;
	}
	const list = lists.get(length) ?? new NameList(length, { isWide: characters instanceof Uint16Array });
	lists.set(length, list);
	const rows = new RowCursor(page.bytes, page.start, page.end);
	for (let count = 0; count < MAX_PAPERS_OF_NAME && rows.row < NO_ROW; count++) {
		list.add(characters, rows.row);
		rows.next();
	}
}
