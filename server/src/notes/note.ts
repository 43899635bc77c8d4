/**
 * A Markdown note and its citations. Notes are immutable values: an edit returns a new note, which shares all unchanged
 * parts.
 */

import type { Tree } from '@lezer/common';
import { type LineStarts, lineStartsOf } from '../util/lines.ts';
import type { Span } from '../util/span.ts';
import { type Change, changedRange, edited, fragmentsAfter, widened } from './change.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { type FrontMatter, frontMatterOf, NO_FRONT_MATTER } from './frontMatter.ts';
import { blocksOf } from './markdown.ts';
import { CITATION_SIGN, type Misspelling, misspellingAt } from './misspelling.ts';
import { type ProseBlock, proseAt } from './prose.ts';
import { citationsIn } from './scan.ts';
import { type Source, sourceOf } from './source.ts';

export interface Note {
	readonly text: string;
	readonly syntaxes: readonly CitationSyntax[];
	readonly frontMatter: FrontMatter;
	/** In the order of the text; they never overlap. */
	readonly citations: readonly Citation[];
	/** Text that looks almost like `@paper[...]`, in the order of the text. */
	readonly misspellings: readonly Misspelling[];
}

export interface NoteOptions {
	/** The syntaxes that count as citations. */
	readonly syntaxes: readonly CitationSyntax[];
}

export function readNote(text: string, { syntaxes }: NoteOptions): Note {
	return noteOf(text, { syntaxes, frontMatter: NO_FRONT_MATTER });
}

/** What a note keeps from its previous state. */
type Kept = Pick<Note, 'syntaxes' | 'frontMatter'>;

function noteOf(text: string, before: Kept): Note {
	const source = sourceOf(text);
	return mayCite(source.text, before.syntaxes)
		? parsedNote(text, before, parse(source), [])
		: { text, ...keptFrom(text, source, before), citations: [], misspellings: [] };
}

function keptFrom(text: string, { frontMatterEnd }: Source, { syntaxes, frontMatter }: Kept): Kept {
	return { syntaxes, frontMatter: frontMatterOf(text.slice(0, frontMatterEnd), frontMatter) };
}

/** The note after `changes`. Each change counts offsets in the text that the previous changes left. */
export function editNote(note: Note, changes: readonly Change[]): Note {
	const before = parses.get(note);
	const range = changedRange(changes);
	const text = edited(note.text, changes);
	if (!before || !range) {
		return noteOf(text, note);
	}
	const source = sourceOf(text);
	const reach = widened(before.source, source, range);
	const tree = blocksOf(source.text, fragmentsAfter(before.tree, reach));
	const kept = (blocksOfNote.get(note) ?? []).filter(({ end }) => end < reach.start);
	return parsedNote(text, note, { source, tree }, kept);
}

/** The Markdown parser's result. Kept outside the notes, so that notes stay plain values. */
interface Parse {
	readonly source: Source;
	readonly tree: Tree;
}

const parses = new WeakMap<Note, Parse>();

/** A paragraph, heading or table, with its citations and misspelled citations. */
interface CitingBlock {
	readonly end: number;
	readonly citations: readonly Citation[];
	readonly misspellings: readonly Misspelling[];
}

/** The citing blocks of each note, in order. An edit keeps those before it. */
const blocksOfNote = new WeakMap<Note, readonly CitingBlock[]>();

function parse(source: Source): Parse {
	return { source, tree: blocksOf(source.text) };
}

function parsedNote(text: string, before: Kept, parse: Parse, kept: readonly CitingBlock[]): Note {
	const blocks = [...kept, ...citingBlocks(parse, before.syntaxes, kept.at(-1)?.end ?? 0)];
	const citations = blocks.flatMap((block) => block.citations);
	const misspellings = blocks.flatMap((block) => block.misspellings);
	const note = { text, ...keptFrom(text, parse.source, before), citations, misspellings };
	parses.set(note, parse);
	blocksOfNote.set(note, blocks);
	return note;
}

/** Whether the text may hold a citation. If not, it is not parsed at all. */
function mayCite(text: string, syntaxes: readonly CitationSyntax[]): boolean {
	return nextSign(text, syntaxes, 0) !== undefined;
}

function nextSign(text: string, syntaxes: readonly CitationSyntax[], from: number): number | undefined {
	if (syntaxes.includes('pandoc')) {
		const at = text.indexOf('@', from);
		return at < 0 ? undefined : at;
	}
	CITATION_SIGN.lastIndex = from;
	return CITATION_SIGN.exec(text)?.index;
}

function* citingBlocks(
	{ source, tree }: Parse,
	syntaxes: readonly CitationSyntax[],
	from: number,
): Generator<CitingBlock> {
	let at = nextSign(source.text, syntaxes, from);
	while (at !== undefined) {
		const block = proseAt(tree, source.text, at);
		if (block) {
			yield citingBlock(block, syntaxes);
		}
		at = nextSign(source.text, syntaxes, block?.end ?? at + 1);
	}
}

function citingBlock({ end, stretches }: ProseBlock, syntaxes: readonly CitationSyntax[]): CitingBlock {
	const misspellings: Misspelling[] = [];
	const citations = stretches.flatMap((stretch) =>
		citationsIn(stretch, syntaxes, (offset) => {
			const misspelling = syntaxes.includes('paper') ? misspellingAt(stretch, offset - stretch.offset) : undefined;
			if (misspelling) {
				misspellings.push(misspelling);
			}
		}),
	);
	return { end, citations, misspellings };
}

/** The paragraph, heading or table that contains `offset`. */
export function proseOf(note: Note, offset: number): ProseBlock | undefined {
	const { source, tree } = parses.get(note) ?? remembered(note);
	return proseAt(tree, source.text, offset);
}

function remembered(note: Note): Parse {
	const result = parse(sourceOf(note.text));
	parses.set(note, result);
	return result;
}

/** The citation at `offset`, ends included. Where two citations meet, the one that begins there. */
export function citationAt(note: Note, offset: number): Citation | undefined {
	return lastTouching(note.citations, offset);
}

/** The item at `offset`, with its citation. */
export function itemAt(
	note: Note,
	offset: number,
): { readonly citation: Citation; readonly item: CitationItem } | undefined {
	const citation = citationAt(note, offset);
	const item = citation && lastTouching(citation.items, offset);
	return item && { citation, item };
}

function lastTouching<T extends { readonly span: Span }>(sorted: readonly T[], offset: number): T | undefined {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle]?.span.start ?? 0) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const found = sorted[low - 1];
	return found && offset <= found.span.end ? found : undefined;
}

const knownLines = new WeakMap<Note, LineStarts>();

/** The starts of the note's lines, computed once for each state of the note, because a note may be long. */
export function linesOf(note: Note): LineStarts {
	const lines = knownLines.get(note) ?? lineStartsOf(note.text);
	knownLines.set(note, lines);
	return lines;
}
