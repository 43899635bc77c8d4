/** The citations of a note block by block, so that an edit reads only the blocks that it can change. */

import type { Tree } from '@lezer/common';
import type { ChangedRange } from './change.ts';
import type { Citation } from './citation.ts';
import { isExampleReference, withoutExampleLabels } from './exampleLabels.ts';
import { CITATION_SIGN, type Misspelling } from './misspelling.ts';
import { movedCitation, movedMisspelling } from './moved.ts';
import type { NoteOptions } from './noteOptions.ts';
import { type ProseBlock, proseAt } from './prose.ts';
import { type Reading, readingOf } from './rescan.ts';
import type { ScanOptions } from './scan.ts';
import { literal, type Search, signSearch } from './signSearch.ts';
import type { Source } from './source.ts';
import { cut, type Stretch } from './words.ts';

/** The Markdown parser's result. */
export interface Parse {
	readonly source: Source;
	readonly tree: Tree;
}

/** A paragraph, heading or table, with its citations and misspelled citations. */
export interface CitingBlock {
	readonly start: number;
	/** End of the block, or of a comment that begins in it and ends in a later one. */
	readonly end: number;
	readonly citations: readonly Citation[];
	readonly misspellings: readonly Misspelling[];
	/** What was found in its only stretch, if it is so long that an edit need not read all of it again. */
	readonly only: Reading | undefined;
	/** The labels of numbered examples that it defines. */
	readonly labels: readonly string[];
	/** Whether text behind the block decides what is a citation in it, because a comment is not closed there. */
	readonly dependsOnLater: boolean;
	/** Whether nothing before the block decides what is a citation in it or behind it. */
	readonly isIndependent: boolean;
}

/** Whether the text may hold a citation. If not, it is not parsed at all. */
export function mayCite(text: string, { syntaxes }: NoteOptions): boolean {
	return syntaxes.includes('pandoc') ? text.includes('@') || mayCitePaper(text) : mayCitePaper(text);
}

function mayCitePaper(text: string): boolean {
	return (text.includes('@') || text.includes('＠')) && paperSign(text, 0) !== undefined;
}

function paperSign(text: string, from: number): number | undefined {
	CITATION_SIGN.lastIndex = from;
	return CITATION_SIGN.exec(text)?.index;
}

/** What a block must hold to be scanned: a sign of a citation, or the start of something that may end in a later block. */
function signsOf({ syntaxes, isMdx }: NoteOptions): Search[] {
	return [
		...(syntaxes.includes('pandoc') ? [literal('@'), literal('＠'), literal('\\begin{')] : [paperSign]),
		literal('<!--'),
		...(isMdx ? [literal('{/*')] : []),
	];
}

/** The blocks that an edit leaves as they are, apart from their places. */
export interface KeptBlocks {
	/** Those before the edit. */
	readonly before: readonly CitingBlock[];
	/** Those that the edit may have changed. */
	readonly changed: readonly CitingBlock[];
	/** Those behind the edit, at their places before it. They count from the first independent block that is found again. */
	readonly behind: readonly CitingBlock[];
	/** How far the edit moves those behind it. */
	readonly by: number;
}

export const NOTHING_KEPT: KeptBlocks = { before: [], changed: [], behind: [], by: 0 };

/** The citing blocks of a note, in order. */
export function citingBlocks({ source, tree }: Parse, options: NoteOptions, kept: KeptBlocks): CitingBlock[] {
	const { text } = source;
	const blocks = [...kept.before];
	const nextSign = signSearch(text, signsOf(options));
	const scanOptions = { ...options, endsLater: closerSearch(text) };
	let start = blocks.at(-1)?.end ?? 0;
	for (let at = nextSign(start); at !== undefined; at = nextSign(start)) {
		const block = proseAt(tree, text, at);
		const again = block?.isTopLevel && start <= block.start ? keptFrom(block.start, kept) : undefined;
		if (again) {
			return [...blocks, ...again];
		}
		const read = block && citingBlock(block, { from: start, options: scanOptions, changed: kept.changed });
		start = Math.max(read?.end ?? 0, at + 1);
		if (read) {
			blocks.push(read);
		}
	}
	return blocks;
}

/** The kept blocks from the one that is now at `start`; undefined if it is not the start of an independent one. */
function keptFrom(start: number, { behind, by }: KeptBlocks): CitingBlock[] | undefined {
	const first = behind.findIndex((block) => block.start + by >= start);
	const block = behind[first];
	return block?.isIndependent && block.start + by === start
		? behind.slice(first).map((one) => movedBlock(one, by))
		: undefined;
}

function movedBlock(block: CitingBlock, by: number): CitingBlock {
	if (by === 0) {
		return block;
	}
	const citations = block.citations.map((citation) => movedCitation(citation, by));
	const misspellings = block.misspellings.map((misspelling) => movedMisspelling(misspelling, by));
	const only = block.only && {
		...block.only,
		...{ citations, misspellings, end: block.only.end + by },
		stretch: { ...block.only.stretch, offset: block.only.stretch.offset + by },
	};
	return { ...block, start: block.start + by, end: block.end + by, citations, misspellings, only };
}

/** Says where `closer` ends at or after a place. Remembers the last place of each, so that it is searched for once. */
function closerSearch(text: string): (closer: string, from: number) => number | undefined {
	const last = new Map<string, number>();
	return (closer, from) => {
		const lastAt = last.get(closer) ?? text.lastIndexOf(closer);
		last.set(closer, lastAt);
		return lastAt < from ? undefined : text.indexOf(closer, from) + closer.length;
	};
}

interface Reread {
	/** Where a comment from an earlier block may end. */
	readonly from: number;
	readonly options: ScanOptions;
	/** What an edit has changed. */
	readonly changed: readonly CitingBlock[];
}

/** The citations of the block behind `from`. */
function citingBlock(block: ProseBlock, { from, options, changed }: Reread): CitingBlock {
	const isCode = options.isMdx === true && MDX_CODE.test(block.stretches[0]?.text ?? '');
	const { stretches, labels } = withoutExampleLabels(isCode ? [] : block.stretches, options);
	const before = stretches.length === 1 ? changed.find(({ start }) => start === block.start)?.only : undefined;
	let start = from;
	const readings: Reading[] = [];
	for (const stretch of stretches.flatMap((whole) => behind(whole, start))) {
		const reading = readingOf(stretch, options, before);
		readings.push(reading);
		start = Math.max(start, reading.end);
	}
	const [first] = readings;
	return {
		start: block.start,
		end: Math.max(block.end, start),
		citations: readings.length === 1 && first ? first.citations : readings.flatMap(({ citations }) => citations),
		misspellings: readings.flatMap(({ misspellings }) => misspellings),
		only: readings.length === 1 && first && first.rests.length > 0 ? first : undefined,
		labels,
		dependsOnLater: readings.some(({ dependsOnLater }) => dependsOnLater),
		isIndependent: block.isTopLevel && from <= block.start,
	};
}

/** In MDX, such a paragraph is JavaScript. */
const MDX_CODE = /^(?:import|export)\s/;

/** The part of the stretch behind `start`, if any. */
function behind(stretch: Stretch, start: number): Stretch[] {
	const { offset, text } = stretch;
	if (offset + text.length <= start) {
		return [];
	}
	return [offset < start ? cut(stretch, start - offset, text.length) : stretch];
}

/** What an edit of this range keeps of the blocks. */
export function keptBlocks(blocks: readonly CitingBlock[], { start, oldEnd, newEnd }: ChangedRange): KeptBlocks {
	const end = blocks.findIndex((block) => block.end >= start || block.dependsOnLater);
	const behind = blocks.findIndex((block) => block.start > oldEnd);
	return {
		before: end < 0 ? blocks : blocks.slice(0, end),
		changed: end < 0 ? [] : blocks.slice(end, behind < 0 ? undefined : Math.max(end, behind)),
		behind: behind < 0 ? [] : blocks.slice(behind),
		by: newEnd - oldEnd,
	};
}

/** The citations of all blocks. What refers to a numbered example anywhere in the note is not a citation. */
export function citationsOf(blocks: readonly CitingBlock[]): readonly Citation[] {
	const labels = new Set(blocks.flatMap((block) => block.labels));
	const citations = blocks.flatMap((block) => block.citations);
	return labels.size > 0 ? citations.filter((citation) => !isExampleReference(citation, labels)) : citations;
}
