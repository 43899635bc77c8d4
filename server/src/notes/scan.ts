/** Finds the citations in prose and skips what is not prose. Takes time linear in the length of the text. */

import { mayBeginAt, paperMayBeginAt } from '../syntax/citationStart.ts';
import { opensAt } from '../syntax/paperBrackets.ts';
import { append } from '../util/append.ts';
import { Brackets } from './brackets.ts';
import type { Citation } from './citation.ts';
import { bareUrlEnd, definitionsEnd, pandocTargetEnd, targetEnd } from './linkTarget.ts';
import { bracedExpressionEnd, componentTagEnd } from './mdx.ts';
import { attributesBehind, LOOK_AHEAD, nonProseEnd, Prose } from './nonProse.ts';
import type { NoteOptions } from './noteOptions.ts';
import { paperCitationAt } from './paperCitation.ts';
import { commandEnd, environmentEnd } from './rawLatex.ts';
import { literal, signSearch } from './signSearch.ts';
import { stickyEnd } from './sticky.ts';
import type { Stretch } from './words.ts';

interface Scan extends ScanOptions {
	readonly stretch: Stretch;
	readonly prose: Prose;
	readonly brackets: Brackets;
	readonly readsPaper: boolean;
	readonly readsPandoc: boolean;
	/** Where the text has been scanned to, beyond the stretch if something in it ends there. */
	end: number;
	dependsOnLater: boolean;
}

export interface ScanOptions extends NoteOptions {
	/** Called for every `@` in the prose where a citation may begin. */
	readonly visitAt?: (offset: number) => void;
	/** Where the first `closer` at or behind an offset ends, in any block. */
	readonly endsLater?: (closer: string, from: number) => number | undefined;
}

/** A place to which a scan can return: what stands before it counts only as noted here. */
export interface Rest {
	/** Counts from the start of the stretch. */
	readonly at: number;
	/** The delimiters that are open: see `Brackets.restAt`. */
	readonly openDelimiters: string;
	/** How far the scan looked between the rest before this one and here: text behind it decided nothing up to here. */
	readonly reach: number;
}

/** A part of a stretch to be scanned; all of it by default. */
export interface Part {
	readonly from?: Pick<Rest, 'at' | 'openDelimiters'>;
	/** The rest of an earlier scan that stands at `at` now, if the text from there on is the same as then. */
	readonly mayBeKnownFrom?: (at: number) => Rest | undefined;
}

export interface Scanned {
	readonly citations: readonly Citation[];
	/** End of the stretch, or of a comment that begins in it and ends in a later block. */
	readonly end: number;
	/** Whether text behind the stretch decides what is a citation in it. */
	readonly dependsOnLater: boolean;
	/** In order, some hundreds of characters apart. None if text behind the stretch decides something. */
	readonly rests: readonly Rest[];
	/** Where it stopped, counted from the start of the stretch, if what follows is known. */
	readonly knownFrom: number | undefined;
}

/** In characters. The closer, the less of a long paragraph is read again after an edit, and the more is remembered. */
const REST_DISTANCE = 400;
const URL_START = String.raw`(?<!\w)(?:https?:\/\/|www\.)`;

/** Where something other than plain text may begin. */
const MARKUP_START = new RegExp(String.raw`[\\\`<$[\]@＠{]|${URL_START}`, 'gi');
const PANDOC_MARKUP_START = new RegExp(String.raw`[\\\`<$[\]@＠{;&*_"'“‘”’^~]|${URL_START}`, 'gi');

export function citationsIn(stretch: Stretch, options: ScanOptions, part: Part = {}): Scanned {
	const scan = scanOf(stretch, options, part);
	const { prose, brackets } = scan;
	const markupStart = scan.readsPandoc ? PANDOC_MARKUP_START : MARKUP_START;
	const nextSign = signSearch(prose.text, SIGNS);
	const citations: Citation[] = [];
	let from = part.from?.at ?? definitionsEnd(prose, scan.readsPandoc);
	const rests = new Rests(scan, from, part);
	for (let at = nextMarkup(markupStart, prose.text, from); at !== undefined; ) {
		prose.looked(at + LOOK_AHEAD);
		if ((nextSign(at) === undefined && brackets.areSettled(at)) || rests.isKnownFrom(at)) {
			break;
		}
		if (rests.note(at)) {
			append(citations, brackets.takeCitations());
		}
		from = stepAt(scan, at) ?? at + 1;
		prose.looked(from + LOOK_AHEAD);
		at = nextMarkup(markupStart, prose.text, from);
	}
	append(citations, brackets.citations());
	const { end, dependsOnLater } = scan;
	return { citations, end, dependsOnLater, rests: dependsOnLater ? [] : rests.noted, knownFrom: rests.knownFrom };
}

/** The places at which one scan rests. */
class Rests {
	readonly noted: Rest[] = [];
	knownFrom: number | undefined;
	readonly #scan: Scan;
	readonly #part: Part;
	/** The latest one, or where the scan began. */
	#last: number;

	constructor(scan: Scan, start: number, part: Part) {
		this.#scan = scan;
		this.#last = start;
		this.#part = part;
	}

	/** Whether the scan rests at `at` and what follows is known. */
	isKnownFrom(at: number): boolean {
		const mayBe = this.#part.mayBeKnownFrom?.(at);
		const openDelimiters = mayBe ? this.#scan.brackets.restAt(at) : undefined;
		if (openDelimiters === undefined || openDelimiters !== mayBe?.openDelimiters) {
			return false;
		}
		this.noted.push({ at, openDelimiters, reach: this.#scan.prose.reach });
		this.knownFrom = at;
		return true;
	}

	/** Notes that the scan rests at `at`, if it does and is far enough from the rest before. Says whether it was noted. */
	note(at: number): boolean {
		const { brackets, prose, isMdx } = this.#scan;
		const openDelimiters = at >= this.#last + REST_DISTANCE && !isMdx ? brackets.restAt(at) : undefined;
		if (openDelimiters === undefined) {
			return false;
		}
		this.noted.push({ at, openDelimiters, reach: prose.reach });
		prose.reach = 0;
		this.#last = at;
		return true;
	}
}

function nextMarkup(markupStart: RegExp, text: string, from: number): number | undefined {
	markupStart.lastIndex = from;
	return markupStart.exec(text)?.index;
}

/** Where a citation, or something that may end in a later block, can begin. */
const SIGNS = ['@', '＠', '<!--', '{/*', '\\begin{'].map(literal);

function scanOf(stretch: Stretch, options: ScanOptions, { from }: Part): Scan {
	const prose = new Prose(stretch.text);
	const readsPandoc = options.syntaxes.includes('pandoc');
	return {
		...options,
		stretch,
		prose,
		brackets: new Brackets(stretch, prose, { readsPandoc, openDelimiters: from?.openDelimiters ?? '' }),
		readsPaper: options.syntaxes.includes('paper'),
		readsPandoc,
		end: stretch.offset + stretch.text.length,
		dependsOnLater: false,
	};
}

/** Takes the markup at `start`. Returns the position after it; undefined if it is plain text. */
function stepAt(scan: Scan, start: number): number | undefined {
	const { text } = scan.stretch;
	switch (text[start]) {
		case '@':
		case '＠':
			return signEnd(scan, start);
		case '[':
			return openBracketEnd(scan, start);
		case ']':
			return closeBracketEnd(scan, start);
		case ';':
			scan.brackets.addSemicolon(start);
			return undefined;
		case '&':
			return entityEnd(scan.prose, start);
		case '{':
			return scan.isMdx ? expressionEnd(scan, start) : undefined;
		case '\\':
		case '`':
		case '<':
		case '$':
			return nonProse(scan, start);
		default:
			return DELIMITER.test(text[start] ?? '')
				? scan.brackets.addDelimiter(start)
				: bareUrlEnd(scan.prose, start, scan.brackets.depth > 0);
	}
}

const DELIMITER = /[*_"'“‘”’^~]/;
const ENTITY = /&(?:#\d+|#[xX][\da-fA-F]+|\w+);/y;
const BEGUN_ENTITY = /&#?\w*/y;

function entityEnd(prose: Prose, start: number): number | undefined {
	prose.looked((stickyEnd(BEGUN_ENTITY, prose.text, start) ?? start) + 1);
	return stickyEnd(ENTITY, prose.text, start);
}

function signEnd(scan: Scan, start: number): number | undefined {
	const { stretch, brackets } = scan;
	const mayBePaper = scan.readsPaper && paperMayBeginAt(stretch.text, start);
	const mayBePandoc = scan.readsPandoc && stretch.text[start] === '@';
	if (mayBePaper || (mayBePandoc && mayBeginAt(stretch.text, start))) {
		scan.visitAt?.(stretch.offset + start);
		scan.prose.looked(start + (opensAt(stretch.text, start) ? 0 : VISIT_REACH));
	}
	if (mayBePaper && opensAt(stretch.text, start)) {
		const citation = paperCitationAt(stretch, start);
		scan.prose.looked(citation.closed ? citation.span.end - stretch.offset : Number.POSITIVE_INFINITY);
		brackets.addPaper(citation);
		return citation.span.end - stretch.offset;
	}
	return mayBePandoc ? brackets.addKey(start) : undefined;
}

/** In characters. So far at most, a misspelled citation or a key in braces goes. */
const VISIT_REACH = 1100;

const FOOTNOTE_MARK = /\[\^[^\s\]]+\]/y;

function openBracketEnd(scan: Scan, start: number): number | undefined {
	const mayBeMark = scan.readsPandoc && !scan.brackets.isNoteAt(start);
	const mark = mayBeMark ? stickyEnd(FOOTNOTE_MARK, scan.stretch.text, start) : undefined;
	if (mayBeMark && mark === undefined && scan.stretch.text[start + 1] === '^') {
		scan.prose.looked(Number.POSITIVE_INFINITY);
	}
	// To Pandoc, the brackets of `@a [^@b]` are those of the key.
	const isOfKey = mark !== undefined && scan.stretch.text[start + 2] === '@' && scan.brackets.followKey(start);
	if (mark === undefined || isOfKey) {
		scan.brackets.open(start);
		return undefined;
	}
	return mark;
}

/** After the brackets of a link comes its target, and after any brackets there may be attributes. */
function closeBracketEnd({ stretch: { text }, brackets, prose, readsPandoc }: Scan, start: number): number | undefined {
	if (!brackets.close(start)) {
		return undefined;
	}
	const next = start + 1;
	const target = text[next] === '(' ? targetBehind(prose, next, readsPandoc) : undefined;
	return attributesBehind(prose, target ?? next) ?? target;
}

function targetBehind(prose: Prose, start: number, readsPandoc: boolean): number | undefined {
	const end = targetEnd(prose.text, start);
	if (end === undefined) {
		prose.looked(Number.POSITIVE_INFINITY);
	}
	return end ?? (readsPandoc ? pandocTargetEnd(prose, start) : undefined);
}

function nonProse(scan: Scan, start: number): number | undefined {
	const end = nonProseBehind(scan, start);
	if (end === undefined && MAY_GO_ON.test(scan.prose.text.slice(start, start + 6))) {
		scan.prose.looked(Number.POSITIVE_INFINITY);
	}
	return end;
}

/** What begins so and does not end may do so with text that follows anywhere. */
const MAY_GO_ON = /^(?:<[a-z/!?]|\\begin)/i;

function nonProseBehind(scan: Scan, start: number): number | undefined {
	const { prose, readsPandoc } = scan;
	const { text } = prose;
	const environment = readsPandoc && text[start] === '\\' ? environmentEnd(text, start) : undefined;
	if (environment !== undefined) {
		return regionEnd(scan, start, environment);
	}
	if (text.startsWith('<!--', start)) {
		return nonProseEnd(prose, start) ?? regionEnd(scan, start, '-->');
	}
	const tagEnd = scan.isMdx && text[start] === '<' ? componentTagEnd(prose, start) : undefined;
	return (
		tagEnd ?? nonProseEnd(prose, start) ?? (readsPandoc && text[start] === '\\' ? commandEnd(prose, start) : undefined)
	);
}

/** MDX: `{1 + 1}` is code, and a comment is written `{/* a *\/}`. */
function expressionEnd(scan: Scan, start: number): number | undefined {
	return scan.prose.text.startsWith('{/*', start)
		? regionEnd(scan, start, '*/}')
		: bracedExpressionEnd(scan.prose, start);
}

/** Past `closer`, which may stand in a later block. Without one, the region is text. */
function regionEnd(scan: Scan, start: number, closer: string): number | undefined {
	const end = scan.prose.after(closer, start + 1);
	if (end !== undefined || !scan.endsLater) {
		return end;
	}
	const laterEnd = scan.endsLater(closer, scan.end);
	scan.dependsOnLater = true;
	scan.end = laterEnd ?? scan.end;
	return laterEnd === undefined ? undefined : scan.stretch.text.length;
}
