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
		} else if (found.tag === 'ER') {
			yield* endOf(entry, line.span.end);
			entry = undefined;
		} else {
			const isNext = found.tag === 'TY' && entry?.hasType === true;
			yield* isNext ? endOf(entry) : [];
			entry = isNext || !entry ? new OpenEntry(line) : entry;
			yield* entry.add(taggedField(text, line, found), line);
		}
	}
	yield* endOf(entry);
}

function endOf(entry: OpenEntry | undefined, closing?: number): readonly RisEntry[] {
	return entry ? [entry.ended(closing)] : [];
}

class OpenEntry {
	#fields: TaggedField[] = [];
	/** Number of fields before the type, if a title is among them. */
	#before = 0;
	#start: number;
	#end: number;
	/** Where the line with the type begins, and where the line before it ends. */
	#typeStart = 0;
	#endBefore = 0;
	#type: string | undefined;
	#hasTitle = false;

	constructor(first: Line) {
		this.#start = first.span.start;
		this.#end = first.span.end;
	}

	/** Whether another `TY` starts a new entry. */
	get hasType(): boolean {
		return this.#type !== undefined;
	}

	/**
	 * A few exporters write lines before `TY`, even the title. If a second title follows, the lines before `TY` were an
	 * entry of their own without a type, which is returned.
	 */
	add(field: TaggedField, line: Line): readonly RisEntry[] {
		const endBefore = this.#end;
		this.#end = line.span.end;
		if (field.tag === 'TY') {
			this.#type = field.lines[0]?.text ?? '';
			this.#before = this.#hasTitle ? this.#fields.length : 0;
			this.#typeStart = line.span.start;
			this.#endBefore = endBefore;
			return [];
		}
		const isTitle = field.tag === 'TI' || field.tag === 'T1';
		const apart = isTitle && this.#before > 0 ? [this.#splitAtType()] : [];
		this.#hasTitle ||= isTitle;
		this.#fields.push(field);
		return apart;
	}

	#splitAtType(): RisEntry {
		const span = { start: this.#start, end: this.#endBefore };
		const apart = { fields: this.#fields.slice(0, this.#before), type: undefined, isClosed: false, span };
		this.#fields = this.#fields.slice(this.#before);
		this.#before = 0;
		this.#start = this.#typeStart;
		return apart;
	}

	/** A line without a tag continues the previous field. */
	carryOn(line: Line): void {
		// A line after the type continues no field: the fields before the type may be another entry.
		if (this.#fields.length > this.#before) {
			this.#fields.at(-1)?.lines.push(line);
		}
		this.#end = line.text === '' ? this.#end : line.span.end;
	}

	ended(closing?: number): RisEntry {
		const span = { start: this.#start, end: closing ?? this.#end };
		return { fields: this.#fields, type: this.#type, isClosed: closing !== undefined, span };
	}
}
