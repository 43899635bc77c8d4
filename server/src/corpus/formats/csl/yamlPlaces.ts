/** Finds the items of a YAML list by indentation alone, so that damage in one does not hide the others. */

import type { Span } from '../../../util/span.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { flowItems } from './flowItems.ts';

export interface YamlPlace {
	/** From the item's dash or brace to the end of its last line, or to its closing brace. */
	readonly span: Span;
	/** False after a line that ended the list: what looks like an item may belong to another list. */
	readonly isCertain: boolean;
	/** The line that wrongly ended the list, provided that this is a paper. */
	readonly interruption?: Span | undefined;
}

const DASH = /^-(?:\s|$)/;
const LIST_OPENER = /^(?:references:|---|%YAML)/;
/** A key that may hold a list. Its name need not be `references`, or may be a damaged form of it. */
const ANY_OPENER = /^[^\s#>|*`-][^:]{0,100}:$/;
const MAPPING_ITEM = /^-\s+(?:[{&]|["']?[A-Za-z][\w-]{0,40}["']?\s*:(?:\s|$))/;
/** Fields that a paper's item begins with, for items whose column is not known. */
const PAPER_ITEM = /^-\s+\{?\s*["']?(?:id|citation-key|citekey|type|title|author|abstract|DOI)["']?\s*:(?:\s|$)/;
const FLOW = /^(?:references:\s*)?[[{]/;

/** The items of `text`, in order. */
export function* yamlPlaces(text: string): Generator<YamlPlace> {
	for (const { isFlow, ...stretch } of stretches(text)) {
		if (isFlow) {
			const { isCertain } = stretch;
			yield* flowItems(text, stretch.span).map((span) => ({ span, isCertain }));
		} else {
			yield stretch;
		}
	}
}

interface Stretch extends YamlPlace {
	readonly isFlow: boolean;
}

/** The items in block style, and each list in flow style as a whole. */
function* stretches(text: string): Generator<Stretch> {
	const list = new ListState();
	let current: Stretch | undefined;
	for (const line of linesIn(text)) {
		const role = list.roleOf(line, depthOf(text, line.span.start));
		if (role === 'item' || role === 'flow') {
			if (current) {
				yield current;
			}
			const { isCertain, interruption } = list;
			current = { span: line.span, isCertain, interruption, isFlow: role === 'flow' };
		} else if (role === 'more' && current) {
			current = { ...current, span: { start: current.span.start, end: line.span.end } };
		}
	}
	if (current) {
		yield current;
	}
}

/** Number of blanks before `start` in its line. */
export function depthOf(text: string, start: number): number {
	let from = start;
	while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) {
		from--;
	}
	return start - from;
}

/** The role of a line: it begins an item or a list in flow style, or it continues one. */
type Role = 'item' | 'flow' | 'more' | 'none';

/**
 * What the lines so far imply for the next one. Items have the same indentation, and their other lines are indented
 * further. A line indented less ends the list.
 */
class ListState {
	/** `awaited`: a list may begin. `probable`: a list may begin, but it need not hold papers. */
	#state: 'awaited' | 'probable' | 'inside' | 'flow' | 'outside' = 'awaited';
	#depth: number | undefined;
	isCertain = true;
	interruption: Span | undefined;

	roleOf(line: Line, depth: number): Role {
		const { text } = line;
		if (text === '') {
			return 'none';
		}
		if (this.#state === 'flow' && !MAPPING_ITEM.test(text)) {
			return 'more';
		}
		if (this.#state === 'inside' && depth > (this.#depth ?? 0)) {
			return 'more';
		}
		if (this.#state === 'inside' && depth === this.#depth && DASH.test(text)) {
			return 'item';
		}
		if (text.startsWith('#')) {
			return 'none';
		}
		return this.#begins(text, depth) ? 'item' : this.#outside(line);
	}

	#begins(text: string, depth: number): boolean {
		const isAwaited = this.#state === 'awaited' && DASH.test(text);
		const isAgain = this.#state !== 'awaited' && this.#isAgain(text, depth);
		if (isAwaited || isAgain) {
			this.isCertain = isAwaited;
			this.interruption = isAwaited ? undefined : this.interruption;
			this.#depth = depth;
			this.#state = 'inside';
		}
		return isAwaited || isAgain;
	}

	/**
	 * After the end of a list, an item in the same column continues it, and so does one indented less that is certainly a
	 * paper.
	 */
	#isAgain(text: string, depth: number): boolean {
		if (this.#depth === undefined) {
			return this.#state !== 'outside' && MAPPING_ITEM.test(text);
		}
		return depth === this.#depth ? MAPPING_ITEM.test(text) : depth < this.#depth && PAPER_ITEM.test(text);
	}

	#outside({ text, span }: Line): Role {
		if (this.#state === 'inside') {
			this.interruption = span;
		}
		const isOpener = LIST_OPENER.test(text);
		if (FLOW.test(text) && (isOpener || this.#state === 'awaited')) {
			this.#state = 'flow';
			this.isCertain = this.#depth === undefined;
			return 'flow';
		}
		this.#state = isOpener ? 'awaited' : ANY_OPENER.test(text) ? 'probable' : 'outside';
		return 'none';
	}
}
