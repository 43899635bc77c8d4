/** A Markdown note and its citations. Notes are values: an edit gives another note, which shares what did not change. */

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
	/** What looks nearly like `@paper[...]`, in the order of the text. */
	readonly misspellings: readonly Misspelling[];
}

export interface NoteOptions {
	/** What counts as a citation. */
	readonly syntaxes: readonly CitationSyntax[];
}

export function readNote(text: string, { syntaxes }: NoteOptions): Note {
	return noteOf(text, { syntaxes, frontMatter: NO_FRONT_MATTER });
}

/** What a note takes over from its state before an edit. */
type Kept = Pick<Note, 'syntaxes' | 'frontMatter'>;

function noteOf(text: string, before: Kept): Note {
	const source = sourceOf(text);
	return mayCite(source.text, before.syntaxes)
		? parsedNote(text, before, parse(source), [])
		: { text, ...keptIn(text, source, before), citations: [], misspellings: [] };
}

function keptIn(text: string, { frontMatterEnd }: Source, { syntaxes, frontMatter }: Kept): Kept {
	return { syntaxes, frontMatter: frontMatterOf(text.slice(0, frontMatterEnd), frontMatter) };
}

/** The note after `changes`, each of which counts offsets in the text that those before it left. */
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
	const kept = (found.get(note) ?? []).filter(({ end }) => end < reach.start);
	return parsedNote(text, note, { source, tree }, kept);
}

/** What the Markdown parser understood. Kept beside the notes, so that they remain plain values. */
interface Parse {
	readonly source: Source;
	readonly tree: Tree;
}

const parses = new WeakMap<Note, Parse>();

/** A paragraph, heading or table with what it cites or nearly cites. */
interface CitingBlock {
	readonly end: number;
	readonly citations: readonly Citation[];
	readonly misspellings: readonly Misspelling[];
}

/** Those of a note, in order: an edit leaves those before it as they are. */
const found = new WeakMap<Note, readonly CitingBlock[]>();

function parse(source: Source): Parse {
	return { source, tree: blocksOf(source.text) };
}

function parsedNote(text: string, before: Kept, parse: Parse, kept: readonly CitingBlock[]): Note {
	const blocks = [...kept, ...citingBlocks(parse, before.syntaxes, kept.at(-1)?.end ?? 0)];
	const citations = blocks.flatMap((block) => block.citations);
	const misspellings = blocks.flatMap((block) => block.misspellings);
	const note = { text, ...keptIn(text, parse.source, before), citations, misspellings };
	parses.set(note, parse);
	found.set(note, blocks);
	return note;
}

/** A note that holds none of this costs no parse. */
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

/** The paragraph, heading or table in which the cursor stands. */
export function proseOf(note: Note, offset: number): ProseBlock | undefined {
	const { source, tree } = parses.get(note) ?? remembered(note);
	return proseAt(tree, source.text, offset);
}

function remembered(note: Note): Parse {
	const result = parse(sourceOf(note.text));
	parses.set(note, result);
	return result;
}

/** The citation under `offset`; its ends count. Where two meet, the one that begins there. */
export function citationAt(note: Note, offset: number): Citation | undefined {
	return lastTouching(note.citations, offset);
}

/** The item under `offset`, with its citation. */
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

/** Where the note's lines begin, found once for each state of it: a note may be long. */
export function linesOf(note: Note): LineStarts {
	const lines = knownLines.get(note) ?? lineStartsOf(note.text);
	knownLines.set(note, lines);
	return lines;
}
