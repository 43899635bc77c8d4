/**
 * A Markdown note and its citations. Notes are immutable values: an edit returns a new note, which shares all unchanged
 * parts.
 */

import type { Conflict } from '../util/conflictMarks.ts';
import { type LineStarts, lineStartsOf } from '../util/lines.ts';
import type { Span } from '../util/span.ts';
import { type Change, changedRange, edited, fragmentsAfter, widened } from './change.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import {
	type CitingBlock,
	citationsOf,
	citingBlocks,
	type KeptBlocks,
	keptBlocks,
	mayCite,
	NOTHING_KEPT,
	type Parse,
} from './citingBlocks.ts';
import { type FrontMatter, frontMatterOf, NO_FRONT_MATTER } from './frontMatter.ts';
import { blocksOf } from './markdown.ts';
import type { Misspelling } from './misspelling.ts';
import type { Notebook } from './notebook/notebook.ts';
import type { NoteOptions } from './noteOptions.ts';
import { type ProseBlock, proseAt } from './prose.ts';
import { metadataText, type Source, sourceOf } from './source.ts';

export interface Note {
	readonly text: string;
	readonly syntaxes: readonly CitationSyntax[];
	readonly isMdx: boolean;
	readonly frontMatter: FrontMatter;
	/** In the order of the text; they never overlap. */
	readonly citations: readonly Citation[];
	/** Text that looks almost like `@paper[...]`, in the order of the text. */
	readonly misspellings: readonly Misspelling[];
	/** Set for the prose of a notebook. Then the note's text is not that of its file. */
	readonly notebook?: Notebook;
}

export function readNote(text: string, { syntaxes, isMdx = false }: NoteOptions): Note {
	return noteOf(text, { syntaxes, isMdx, frontMatter: NO_FRONT_MATTER });
}

/** What a note keeps from its previous state. */
type Kept = Pick<Note, 'syntaxes' | 'isMdx' | 'frontMatter'>;

function noteOf(text: string, before: Kept): Note {
	const source = sourceOf(text);
	return mayCite(source.text, before)
		? parsedNote(text, before, parse(source), NOTHING_KEPT)
		: { text, ...keptFrom(text, source, before), citations: [], misspellings: [] };
}

function keptFrom(text: string, source: Source, { syntaxes, isMdx, frontMatter }: Kept): Kept {
	return { syntaxes, isMdx, frontMatter: frontMatterOf(metadataText(text, source), source, frontMatter) };
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
	const kept = keptBlocks(blocksOfNote.get(note) ?? [], reach);
	return parsedNote(text, note, { source, tree }, kept);
}

/** The results of the Markdown parser, kept outside the notes, so that notes stay plain values. */
const parses = new WeakMap<Note, Parse>();

/** The citing blocks of each note, in order. An edit keeps those that it does not touch. */
const blocksOfNote = new WeakMap<Note, readonly CitingBlock[]>();

function parse(source: Source): Parse {
	return { source, tree: blocksOf(source.text) };
}

function parsedNote(text: string, before: Kept, parse: Parse, kept: KeptBlocks): Note {
	const blocks = citingBlocks(parse, before, kept);
	const citations = citationsOf(blocks);
	const misspellings = blocks.flatMap((block) => block.misspellings);
	const note = { text, ...keptFrom(text, parse.source, before), citations, misspellings };
	parses.set(note, parse);
	blocksOfNote.set(note, blocks);
	return note;
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

/** The conflicts that a merge has left in the note, except in code, where they may be an example. */
export function conflictsOf(note: Note): readonly Conflict[] {
	if (!note.text.includes('<<<<<<<')) {
		return [];
	}
	const { source } = parses.get(note) ?? remembered(note);
	return source.conflicts.filter(({ span }) => !isInCode(note, span.start));
}

/** Whether the text behind `offset` is code. */
export function isInCode(note: Note, offset: number): boolean {
	const { tree } = parses.get(note) ?? remembered(note);
	return /Code/.test(tree.resolve(offset, 1).name);
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
	const item = citation?.items.findLast(({ span }) => span.start <= offset && offset <= span.end);
	return citation && item && { citation, item };
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
