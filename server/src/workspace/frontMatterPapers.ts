/**
 * The papers under `references:` in a note's front matter
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). They belong to this note alone and are not indexed.
 */

import type { Paper, PaperId, PaperRef, PaperSummary } from '../corpus/corpus.ts';
import { cslYaml } from '../corpus/formats/csl/cslYaml.ts';
import { readAll } from '../corpus/formats/format.ts';
import { identifierIn } from '../corpus/identifiers/identifiers.ts';
import { mergeRecords } from '../corpus/merge.ts';
import { hasNumber, numberName } from '../corpus/numberNames.ts';
import type { PaperRecord } from '../corpus/paper.ts';
import { summaryOf } from '../corpus/summary.ts';
import type { FrontMatter } from '../notes/frontMatter.ts';
import { isSameKey } from '../syntax/key.ts';
import { hashText } from '../util/hash.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import type { Range, Span } from '../util/span.ts';

export interface FrontMatterPaper {
	readonly paper: Paper;
	readonly summary: PaperSummary;
	readonly record: PaperRecord;
}

export interface FrontMatterPapers {
	readonly papers: readonly FrontMatterPaper[];
	/** What is wrong with the list; nothing if it holds no paper, because other programs mean other lists by this name. */
	readonly problems: readonly Problem[];
}

const NO_PAPERS: FrontMatterPapers = { papers: [], problems: [] };

/** Ids of papers in front matter lie below all others, so that they meet none of the index. */
const GREATEST_ID = -(2 ** 49);

export function isOfFrontMatter(id: PaperId): boolean {
	return id <= GREATEST_ID;
}

/** By front matter, which is parsed once as long as it does not change. */
const known = new WeakMap<FrontMatter, FrontMatterPapers>();

/** The papers in the front matter of the note `uri`. */
export function frontMatterPapers(uri: string, frontMatter: FrontMatter): FrontMatterPapers {
	if (!frontMatter.references) {
		return NO_PAPERS;
	}
	const papers = known.get(frontMatter) ?? readPapers(uri, frontMatter);
	known.set(frontMatter, papers);
	return papers;
}

/** The list of papers alone. Everything before it is blank, so that the places are those in the note. */
export function listOnly({ text, references }: FrontMatter): string {
	const { start = 0, end = 0 } = references ?? {};
	return text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
}

function readPapers(uri: string, frontMatter: FrontMatter): FrontMatterPapers {
	const { papers: records, problems } = readAll(cslYaml, listOnly(frontMatter));
	const starts = lineStartsOf(frontMatter.text);
	const placeOf = frontMatter.rangeInFile ?? ((span: Span) => rangeOf(starts, span));
	const papers = records.flatMap((record, index) => paperOf(record, { uri, placeOf, index }));
	return { papers, problems: papers.length > 0 ? problems : [] };
}

interface Place {
	readonly uri: string;
	readonly placeOf: (span: Span) => Range;
	readonly index: number;
}

/** None for a record without a key: nothing can cite it. */
function paperOf(record: PaperRecord, { uri, placeOf, index }: Place): FrontMatterPaper[] {
	const { key, span, keySpan = span, aliases = [] } = record;
	if (key === undefined) {
		return [];
	}
	const merged = mergeRecords([record]);
	const ref = { id: GREATEST_ID - hashText(`${uri}\n${index}`), key };
	const summary = summaryOf(ref, merged);
	const paper: Paper = {
		...ref,
		aliases: [...aliases, summary.doi, summary.arxiv].filter((name) => name !== undefined),
		item: { ...merged.item, id: key },
		extra: merged.extra,
		sources: [
			{
				uri,
				format: cslYaml.name,
				key,
				range: placeOf(span),
				keyRange: placeOf(keySpan),
				gives: [...Object.keys(merged.item), ...Object.keys(merged.extra)],
			},
		],
	};
	return [{ paper, summary, record }];
}

const NONE_NAMED: readonly PaperRef[] = [];

/** The papers that `reference` names: by key or alias, else by an identifier. */
export function papersNamed({ papers }: FrontMatterPapers, reference: string): readonly PaperRef[] {
	if (papers.length === 0) {
		return NONE_NAMED;
	}
	const named = papers.filter(({ paper: { key, aliases } }) =>
		[key, ...aliases].some((name) => isSameKey(name, reference)),
	);
	return (named.length > 0 ? named : papersNumbered(papers, reference)).map(({ paper: { id, key } }) => ({ id, key }));
}

function papersNumbered(papers: readonly FrontMatterPaper[], name: string): readonly FrontMatterPaper[] {
	const identifier = identifierIn(name);
	const number = identifier === undefined ? numberName(name) : undefined;
	if (number !== undefined) {
		return papers.filter(({ record }) => hasNumber(record, number));
	}
	const numbers: readonly string[] = Object.values(identifier ?? {});
	return papers.filter(({ paper }) => numbers.some((number) => paper.aliases.includes(number)));
}
