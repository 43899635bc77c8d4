/** Converts the citations of a note to the other syntax, where that keeps what they mean. */

import type { Span } from '../util/span.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { type Doubt, doubtsIn } from './doubt.ts';
import { editNote, type Note, readNote } from './note.ts';
import { inOtherSyntax, otherSyntax, type Unwritable } from './otherSyntax.ts';

/**
 * Why a citation is left as it is. `place`: at this place the result would be read as something else. `spelling`: the
 * result would not come back as it was written. `doubt`: the one or the other may be a user name or a cross reference
 * instead of a citation.
 */
export type LeftReason = Unwritable | 'place' | 'spelling' | 'doubt';

export interface ConvertedCitation {
	readonly span: Span;
	readonly newText: string;
}

export interface LeftCitation {
	readonly span: Span;
	readonly reason: LeftReason;
}

/** Both lists are in the order of the text. */
export interface Conversion {
	readonly converted: readonly ConvertedCitation[];
	readonly left: readonly LeftCitation[];
}

export interface ConversionOptions {
	readonly to: CitationSyntax;
	/** Only this citation of the note; undefined for all. */
	readonly only?: Citation;
	/** Whether a citation is left if converting it back would not give the same characters. */
	readonly isExact: boolean;
	/** Whether something that may be no citation is meant as one. */
	readonly isMeant: (item: CitationItem, doubt: Doubt) => boolean;
}

/** Kept, because the light bulb asks at each move of the cursor. */
const readWithBoth = new WeakMap<Note, Note>();

/** The note with the citations of both syntaxes, whichever are enabled for it. */
export function withBothSyntaxes(note: Note): Note {
	const { text, syntaxes, isMdx } = note;
	const both =
		readWithBoth.get(note) ?? (syntaxes.length > 1 ? note : readNote(text, { syntaxes: ['paper', 'pandoc'], isMdx }));
	readWithBoth.set(note, both);
	return both;
}

/** The citations of `syntax` in the note, without what is not meant as one. The note has been read with both syntaxes. */
export function citationsMeant(
	note: Note,
	syntax: CitationSyntax,
	isMeant: ConversionOptions['isMeant'],
): readonly Citation[] {
	const meaningOf = meaningsIn(note, isMeant);
	return note.citations.filter((one) => one.syntax === syntax && meaningOf(one) === 'citation');
}

/** What to replace in `note`, which has been read with both syntaxes, so that its citations are written as `to`. */
export function conversionOf(note: Note, options: ConversionOptions): Conversion {
	const left = new Map<Citation, LeftReason>();
	const chosen = new Map<Citation, string>();
	for (const [citation, rewritten] of rewrittenIn(note, options)) {
		if ('newText' in rewritten) {
			chosen.set(citation, rewritten.newText);
		} else {
			left.set(citation, rewritten.reason);
		}
	}
	settle(note, { chosen, left }, options);
	const unread = options.to === 'pandoc' && !options.only ? unreadByPandoc(note) : [];
	return {
		converted: [...chosen].map(([{ span }, newText]) => ({ span, newText })),
		left: [...[...left].map(([{ span }, reason]) => ({ span, reason })), ...unread].sort(
			(one, other) => one.span.start - other.span.start,
		),
	};
}

/** What each citation that is not in the syntax `to` would become, whatever the text around it. */
function* rewrittenIn(
	note: Note,
	{ to, only, isMeant }: ConversionOptions,
): Generator<readonly [Citation, { readonly newText: string } | { readonly reason: LeftReason }]> {
	const meaningOf = meaningsIn(note, isMeant);
	for (const citation of only ? [only] : note.citations) {
		const meaning = citation.syntax === to ? 'other' : meaningOf(citation);
		if (meaning !== 'other') {
			yield [citation, meaning === 'doubt' ? { reason: 'doubt' } : inOtherSyntax(note.text, citation)];
		}
	}
}

/** Takes out of `chosen` what must stay as it is. */
function settle(
	note: Note,
	{ chosen, left }: { readonly chosen: Map<Citation, string>; readonly left: Map<Citation, LeftReason> },
	options: ConversionOptions,
): void {
	for (let round = 0; ; round++) {
		const wrong = misreadings(note, chosen, options);
		if (wrong.size === 0) {
			return;
		}
		if (round === MAX_ROUNDS) {
			blame(wrong, [...chosen.keys()]);
		}
		for (const [citation, reason] of wrong) {
			chosen.delete(citation);
			left.set(citation, reason);
		}
	}
}

/** In real notes one or two are enough. Each reads the whole note again, so a hostile one must not ask for thousands. */
const MAX_ROUNDS = 20;

/** Citations at places that Pandoc takes for something else, such as the argument of a LaTeX command. */
function unreadByPandoc({ text, isMdx, citations }: Note): LeftCitation[] {
	const read = new Set(citations.map(({ span }) => span.start));
	return readNote(text, { syntaxes: ['paper'], isMdx })
		.citations.filter(({ span }) => !read.has(span.start))
		.map(({ span }) => ({ span, reason: 'place' }));
}

/** `other`: a cross reference, a link or the like, which nobody takes for a citation. */
type Meaning = 'citation' | 'doubt' | 'other';

function meaningsIn(note: Note, isMeant: ConversionOptions['isMeant']): (citation: Citation) => Meaning {
	const doubtOf = doubtsIn(note);
	return (citation) => {
		const doubts = citation.items.flatMap((item) => {
			const doubt = doubtOf(citation, item);
			return doubt && !isMeant(item, doubt) ? [doubt] : [];
		});
		if (doubts.length === 0) {
			return 'citation';
		}
		const isCertain = doubts.length === citation.items.length && doubts.every(({ kind }) => kind !== 'bare');
		return isCertain ? 'other' : 'doubt';
	};
}

/**
 * The chosen citations that must stay as they are, because after all of the changes they or a citation beside them would
 * be read differently. Empty once all is well.
 */
function misreadings(
	note: Note,
	chosen: ReadonlyMap<Citation, string>,
	{ isExact, isMeant }: ConversionOptions,
): Map<Citation, LeftReason> {
	const wrong = new Map<Citation, LeftReason>();
	const after = changedNote(note, chosen);
	const meaningOf = meaningsIn(after, isMeant);
	const found = new Map(after.citations.map((citation) => [citation.span.start, citation]));
	const places: Place[] = [];
	const suspects: number[] = [];
	let shift = 0;
	for (const citation of note.citations) {
		const newText = chosen.get(citation);
		const { start, end } = citation.span;
		const at = start + shift;
		const read = found.get(at);
		found.delete(at);
		const length = newText?.length ?? end - start;
		shift += length - (end - start);
		places.push(...(newText === undefined ? [] : [{ citation, at, end: at + length }]));
		if (!read || read.span.end !== at + length || !isSame(citation, read, newText !== undefined)) {
			suspects.push(at);
		} else if (newText !== undefined && meaningOf(read) !== 'citation') {
			wrong.set(citation, 'doubt');
		} else if (newText !== undefined && isExact && !comesBack(after, read, note.text.slice(start, end))) {
			wrong.set(citation, 'spelling');
		}
	}
	for (const at of [...suspects, ...found.keys()]) {
		blame(wrong, beside(places, at));
	}
	return wrong;
}

/** A converted citation and where it stands after all changes. */
interface Place {
	readonly citation: Citation;
	readonly at: number;
	readonly end: number;
}

function blame(wrong: Map<Citation, LeftReason>, citations: readonly Citation[]): void {
	for (const citation of citations) {
		wrong.set(citation, 'place');
	}
}

/** The converted citation that holds `offset`; without one, the nearest before and behind. */
function beside(places: readonly Place[], offset: number): Citation[] {
	const next = places.findIndex(({ end }) => end > offset);
	const found = next < 0 ? places.length : next;
	const isInside = (places[found]?.at ?? offset + 1) <= offset;
	return places.slice(Math.max(0, isInside ? found : found - 1), found + 1).map(({ citation }) => citation);
}

/** The note with the new texts. As one change, because each one copies the text. */
function changedNote(note: Note, chosen: ReadonlyMap<Citation, string>): Note {
	const citations = [...chosen.keys()];
	const from = citations[0]?.span.start ?? 0;
	const to = citations.at(-1)?.span.end ?? 0;
	const parts = citations.map((one, index) => {
		return (chosen.get(one) ?? '') + note.text.slice(one.span.end, citations[index + 1]?.span.start ?? to);
	});
	return citations.length > 0 ? editNote(note, [{ from, to, insert: parts.join('') }]) : note;
}

/** Whether `read` cites the same papers in the same way, in the other syntax if it `isConverted`. */
function isSame(citation: Citation, read: Citation, isConverted: boolean): boolean {
	return (
		read.syntax === (isConverted ? otherSyntax(citation) : citation.syntax) &&
		read.closed === citation.closed &&
		read.items.length === citation.items.length &&
		read.items.every((item, index) => {
			const before = citation.items[index];
			return before !== undefined && meaningText(item) === meaningText(before);
		})
	);
}

function meaningText({ reference, mode, prefix, locator }: CitationItem): string {
	return JSON.stringify([reference, mode, prefix?.text, locator?.text]);
}

function comesBack({ text }: Note, read: Citation, written: string): boolean {
	const back = inOtherSyntax(text, read);
	return 'newText' in back && back.newText === written;
}
