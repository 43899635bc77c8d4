/** A Markdown note and its citations. Notes are values: an edit gives another note, which shares what did not change. */

import type { Tree } from '@lezer/common';
import { PAPER_OPEN } from '../syntax/paperBrackets.ts';
import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import { type Change, changedRange, edited, fragmentsAfter, widened } from './change.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { type FrontMatter, frontMatterOf, NO_FRONT_MATTER } from './frontMatter.ts';
import { blocksOf } from './markdown.ts';
import { type ProseBlock, proseAt } from './prose.ts';
import { citationsIn } from './scan.ts';
import { type Source, sourceOf } from './source.ts';

export interface Note {
	readonly text: string;
	readonly syntaxes: readonly CitationSyntax[];
	readonly frontMatter: FrontMatter;
	/** In the order of the text; they never overlap. */
	readonly citations: readonly Citation[];
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
		: { text, ...keptIn(text, source, before), citations: [] };
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

/** A paragraph, heading or table with what it cites. */
interface CitingBlock {
	readonly end: number;
	readonly citations: readonly Citation[];
}

/** Those of a note, in order: an edit leaves those before it as they are. */
const found = new WeakMap<Note, readonly CitingBlock[]>();

function parse(source: Source): Parse {
	return { source, tree: blocksOf(source.text) };
}

function parsedNote(text: string, before: Kept, parse: Parse, kept: readonly CitingBlock[]): Note {
	const blocks = [...kept, ...citingBlocks(parse, before.syntaxes, kept.at(-1)?.end ?? 0)];
	const citations = blocks.flatMap((block) => block.citations);
	const note = { text, ...keptIn(text, parse.source, before), citations };
	parses.set(note, parse);
	found.set(note, blocks);
	return note;
}

/** A note that holds none of this costs no parse. */
function mayCite(text: string, syntaxes: readonly CitationSyntax[]): boolean {
	return text.includes(signOf(syntaxes));
}

function signOf(syntaxes: readonly CitationSyntax[]): string {
	return syntaxes.includes('pandoc') ? '@' : PAPER_OPEN;
}

function* citingBlocks(
	{ source, tree }: Parse,
	syntaxes: readonly CitationSyntax[],
	from: number,
): Generator<CitingBlock> {
	const sign = signOf(syntaxes);
	let at = source.text.indexOf(sign, from);
	while (at >= 0) {
		const block = proseAt(tree, source.text, at);
		if (block) {
			yield {
				end: block.end,
				citations: block.stretches.flatMap((stretch) => citationsIn(stretch, syntaxes)),
			};
		}
		at = source.text.indexOf(sign, block?.end ?? at + sign.length);
	}
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

export interface ProblemOptions {
	/** Whether a paper has this name: then its characters are no problem. */
	readonly isKnown?: (reference: string) => boolean;
}

/** What is wrong with how citations are written; whether their papers exist is asked elsewhere. */
export function citationProblems(note: Note, { isKnown }: ProblemOptions = {}): Problem[] {
	return note.citations.flatMap((citation) => [
		...citation.problems,
		...citation.items.flatMap(({ problem, reference }) => (problem && !isKnown?.(reference) ? [problem] : [])),
	]);
}
