/** The entries of a RIS file: lines with tags, from `TY  - ` to `ER  - `. */

import type { Span } from '../../../util/span.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { type TaggedField, taggedField } from '../lines/taggedField.ts';

export interface RisEntry {
	/** In order, without `TY` and `ER`. */
	readonly fields: readonly TaggedField[];
	/** The value of `TY`: `JOUR`. Undefined if the entry has no such line. */
	readonly type: string | undefined;
	/** Whether it ends with `ER`. */
	readonly isClosed: boolean;
	/** From `TY` to the end of the entry's last line. */
	readonly span: Span;
}

/** `TI  - `. Some exporters write more or fewer blanks. */
const TAGGED = /^([A-Z][A-Z0-9])( {0,4})-(?:\s|$)/;

/** Tags that are recognized with any number of blanks. Source: https://en.wikipedia.org/wiki/RIS_(file_format)#Tags */
const TAGS = new Set(
	`A1 A2 A3 A4 A5 A6 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CT CY DA DB DI DO DP DS ED EP ER ET FD H1 H2
	ID IP IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 N1 N2 NO NV OL OP PA PB PG PP PY RD RI RN RP RT SE SF SL
	SN SP SR ST SV T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO WP WT WV Y1 Y2 YR`.split(/\s+/),
);

/** With two blanks, as the format requires, any pair of letters is a tag. */
export function risTag(line: string): { readonly tag: string; readonly prefix: string } | undefined {
	const [prefix, tag, blanks] = TAGGED.exec(line) ?? [];
	if (prefix === undefined || tag === undefined || (blanks !== '  ' && !TAGS.has(tag))) {
		return undefined;
	}
	return { tag, prefix };
}

/** The entries, one at a time. Text between them, such as `Record #3 of 18`, is skipped. */
export function* risEntries(text: string): Generator<RisEntry> {
	let entry: OpenEntry | undefined;
	for (const line of linesIn(text)) {
		const found = risTag(line.text);
		if (!found) {
			entry?.carryOn(line);
			continue;
		}
		const field = taggedField(text, line, found);
		if (found.tag === 'ER') {
			if (entry) {
				yield entry.ended(line.span.end);
			}
			entry = undefined;
			continue;
		}
		if (entry && found.tag === 'TY' && entry.isWhole) {
			yield entry.ended();
			entry = undefined;
		}
		entry ??= new OpenEntry(line);
		entry.add(field, line);
	}
	if (entry) {
		yield entry.ended();
	}
}

class OpenEntry {
	readonly #fields: TaggedField[] = [];
	readonly #start: number;
	#end: number;
	#type: string | undefined;
	#hasTitle = false;

	constructor(first: Line) {
		this.#start = first.span.start;
		this.#end = first.span.end;
	}

	/** Whether another `TY` starts a new entry. A few exporters write a line or two before the first `TY`. */
	get isWhole(): boolean {
		return this.#type !== undefined || this.#hasTitle;
	}

	add(field: TaggedField, line: Line): void {
		this.#end = line.span.end;
		if (field.tag === 'TY') {
			this.#type = field.lines[0]?.text ?? '';
			return;
		}
		this.#hasTitle ||= field.tag === 'TI' || field.tag === 'T1';
		this.#fields.push(field);
	}

	/** A line without a tag continues the previous field. */
	carryOn(line: Line): void {
		this.#fields.at(-1)?.lines.push(line);
		this.#end = line.text === '' ? this.#end : line.span.end;
	}

	ended(closing?: number): RisEntry {
		const span = { start: this.#start, end: closing ?? this.#end };
		return { fields: this.#fields, type: this.#type, isClosed: closing !== undefined, span };
	}
}
