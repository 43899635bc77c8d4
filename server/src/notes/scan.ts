/** Finds the citations in prose and skips what is not prose. Takes time linear in the length of the text. */

import { mayBeginAt, paperMayBeginAt } from '../syntax/citationStart.ts';
import { opensAt } from '../syntax/paperBrackets.ts';
import { attributesEnd } from './attributes.ts';
import { Brackets } from './brackets.ts';
import type { Citation } from './citation.ts';
import { bareUrlEnd, definitionsEnd, pandocTargetEnd, targetEnd } from './linkTarget.ts';
import { bracedExpressionEnd, componentTagEnd } from './mdx.ts';
import { nonProseEnd, Prose } from './nonProse.ts';
import type { NoteOptions } from './noteOptions.ts';
import { paperCitationAt } from './paperCitation.ts';
import { commandEnd, environmentEnd } from './rawLatex.ts';
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

export interface Scanned {
	readonly citations: readonly Citation[];
	/** End of the stretch, or of a comment that begins in it and ends in a later block. */
	readonly end: number;
	/** Whether text behind the stretch decides what is a citation in it. */
	readonly dependsOnLater: boolean;
}

const URL_START = String.raw`(?<!\w)(?:https?:\/\/|www\.)`;

/** Where something other than plain text may begin. */
const MARKUP_START = new RegExp(String.raw`[\\\`<$[\]@＠{]|${URL_START}`, 'gi');
const PANDOC_MARKUP_START = new RegExp(String.raw`[\\\`<$[\]@＠{;&*_"'“‘”’^~]|${URL_START}`, 'gi');

export function citationsIn(stretch: Stretch, options: ScanOptions): Scanned {
	const scan = scanOf(stretch, options);
	const { text } = stretch;
	const markupStart = scan.readsPandoc ? PANDOC_MARKUP_START : MARKUP_START;
	const lastSign = lastSignIn(text);
	markupStart.lastIndex = definitionsEnd(text, scan.readsPandoc);
	for (let found = markupStart.exec(text); found; found = markupStart.exec(text)) {
		if (found.index > lastSign && scan.brackets.areSettled(found.index)) {
			break;
		}
		markupStart.lastIndex = stepAt(scan, found.index) ?? found.index + 1;
	}
	const { end, dependsOnLater } = scan;
	return { citations: scan.brackets.citations(), end, dependsOnLater };
}

/** The last place where a citation, or something that may end in a later block, can begin. */
function lastSignIn(text: string): number {
	return Math.max(...SIGNS.map((sign) => text.lastIndexOf(sign)));
}

const SIGNS = ['@', '＠', '<!--', '{/*', '\\begin{'];

function scanOf(stretch: Stretch, options: ScanOptions): Scan {
	const prose = new Prose(stretch.text);
	const readsPandoc = options.syntaxes.includes('pandoc');
	return {
		...options,
		stretch,
		prose,
		brackets: new Brackets(stretch, prose, { readsPandoc }),
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
			return stickyEnd(ENTITY, text, start);
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
				: bareUrlEnd(text, start, scan.brackets.depth > 0);
	}
}

const DELIMITER = /[*_"'“‘”’^~]/;
const ENTITY = /&(?:#\d+|#[xX][\da-fA-F]+|\w+);/y;

function signEnd(scan: Scan, start: number): number | undefined {
	const { stretch, brackets } = scan;
	const mayBePaper = scan.readsPaper && paperMayBeginAt(stretch.text, start);
	const mayBePandoc = scan.readsPandoc && stretch.text[start] === '@';
	if (mayBePaper || (mayBePandoc && mayBeginAt(stretch.text, start))) {
		scan.visitAt?.(stretch.offset + start);
	}
	if (mayBePaper && opensAt(stretch.text, start)) {
		const citation = paperCitationAt(stretch, start);
		brackets.addPaper(citation);
		return citation.span.end - stretch.offset;
	}
	return mayBePandoc ? brackets.addKey(start) : undefined;
}

const FOOTNOTE_MARK = /\[\^[^\s\]]+\]/y;

function openBracketEnd(scan: Scan, start: number): number | undefined {
	const mayBeMark = scan.readsPandoc && !scan.brackets.isNoteAt(start);
	const mark = mayBeMark ? stickyEnd(FOOTNOTE_MARK, scan.stretch.text, start) : undefined;
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
	const isTarget = text[next] === '(';
	const target = isTarget
		? (targetEnd(text, next) ?? (readsPandoc ? pandocTargetEnd(prose, next) : undefined))
		: undefined;
	return attributesEnd(text, target ?? next) ?? target;
}

function nonProse(scan: Scan, start: number): number | undefined {
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
