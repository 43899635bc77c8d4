/** Where the items of a list in YAML stand, found by indentation alone, so that damage in one does not hide the others. */

import type { Span } from '../../../util/span.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { flowItems } from './flowItems.ts';

export interface YamlPlace {
	/** From the item's dash or brace to the end of its last line or to its closing brace. */
	readonly span: Span;
	/** False behind a line that ended the list: what looks like an item may belong to another list. */
	readonly isCertain: boolean;
	/** The line that ended the list before its time, if this is a paper. */
	readonly interruption?: Span | undefined;
}

const DASH = /^-(?:\s|$)/;
const LIST_OPENER = /^(?:references:|---|%YAML)/;
/** A key that may hold a list: it need not be called `references`, or may once have been. */
const ANY_OPENER = /^[^\s#>|*`-][^:]{0,100}:$/;
const MAPPING_ITEM = /^-\s+(?:[{&]|["']?[A-Za-z][\w-]{0,40}["']?\s*:(?:\s|$))/;
/** The fields that papers begin with where their column is not known. */
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

/** The items in block style, and what is in flow style as a whole. */
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

/** How many blanks stand before `start` in its line. */
export function depthOf(text: string, start: number): number {
	let from = start;
	while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) {
		from--;
	}
	return start - from;
}

/** What a line does: it begins an item, or a list in flow style, or goes on with either. */
type Role = 'item' | 'flow' | 'more' | 'none';

/** What the lines so far tell of the next one. Items stand at one depth, their other lines deeper; a line further left ends the list. */
class ListState {
	/** `awaited`: a list may begin. `probable`: one may begin, but need not hold papers. */
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

	/** Behind the end of a list, an item in its column goes on with it; so does one further left that is surely a paper. */
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
