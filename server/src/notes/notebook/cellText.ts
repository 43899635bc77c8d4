/** The text of one cell, and where each of its characters is in the notebook's file. */

import { jsonEscapes } from '../../util/jsonEscapes.ts';
import type { Span } from '../../util/span.ts';
import type { CellStrings } from './notebookCells.ts';

/**
 * A stretch of the cell of which each character is one in the file, or a single character that is an escape in the file.
 * It lasts to the next one's start.
 */
interface Run {
	readonly start: number;
	/** Where it begins in the file. */
	readonly place: number;
	/** The characters of the file for its first character: 1, or the length of an escape. */
	readonly width: number;
	/** Which of the cell's strings it is in. */
	readonly string: number;
}

/** What replaces a part of a cell. */
export interface CellEdit {
	readonly span: Span;
	readonly newText: string;
}

export class CellText {
	readonly text: string;
	readonly #runs: readonly Run[];
	readonly #strings: CellStrings;

	constructor(json: string, strings: CellStrings) {
		const runs: Run[] = [];
		let text = '';
		for (const [string, { start, end }] of strings.entries()) {
			let from = start;
			const add = (place: number, width: number, added: string): void => {
				runs.push({ start: text.length, place, width, string });
				text += added;
			};
			for (const written of jsonEscapes(json.slice(start, end))) {
				const place = start + written.start;
				if (place > from) {
					add(from, 1, json.slice(from, place));
				}
				add(place, written.length, written.text);
				from = place + written.length;
			}
			if (from < end || from === start) {
				add(from, 1, json.slice(from, end));
			}
		}
		this.text = text;
		this.#runs = runs;
		this.#strings = strings;
	}

	/** Where the span, which is not beyond the text, is in the file. It may include the end of a string and the start of another. */
	inFile({ start, end }: Span): Span {
		const from = this.#placeOf(start);
		return { start: from, end: end > start ? this.#endOf(end) : from };
	}

	/** The edit as edits inside the strings of the file, with the new text as JSON writes it. */
	editsInFile({ span, newText }: CellEdit): readonly CellEdit[] {
		const parts = this.#partsOf(span);
		const lines = newText.split(/(?<=\n)/);
		const texts = lines.length === parts.length ? lines : [newText, ...parts.slice(1).map(() => '')];
		return parts.map((part, index) => ({ span: this.inFile(part), newText: asJson(texts[index] ?? '') }));
	}

	/** The span, cut where one string ends and the next begins. */
	#partsOf({ start, end }: Span): readonly Span[] {
		const [first, last] = [this.#runAt(start), this.#runAt(Math.max(start, end - 1))];
		const cuts: number[] = [];
		for (let string = (first?.string ?? 0) + 1; string <= (last?.string ?? 0); string++) {
			const { start: cut = end } = this.#runs.find((run) => run.string === string) ?? {};
			cuts.push(cut);
		}
		const parts = [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
		return parts.filter((part, index) => index === 0 || part.end > part.start);
	}

	/** Between two strings this is the start of the second. */
	#placeOf(offset: number): number {
		const run = this.#runAt(offset);
		if (!run) {
			return this.#strings[0]?.start ?? 0;
		}
		const inside = offset - run.start;
		return inside === 0 ? run.place : run.place + run.width + inside - 1;
	}

	/** Where the character before `offset` ends. */
	#endOf(offset: number): number {
		const run = this.#runAt(offset - 1);
		return run ? run.place + run.width + offset - 1 - run.start : this.#placeOf(offset);
	}

	/** The last run that begins at or before `offset`. */
	#runAt(offset: number): Run | undefined {
		let low = 0;
		let high = this.#runs.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#runs[middle]?.start ?? 0) <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return this.#runs[low - 1];
	}
}

/** The text as it is inside a JSON string. */
function asJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}
