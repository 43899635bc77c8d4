/** At a record of a corpus file: changes that say it is one paper with another record, or another paper. */

import type { Corpus, FileProblem, FileRecord, Paper, PaperId } from '../../corpus/corpus.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { formatNames } from '../../messages/formatNames.ts';
import { identityTitles } from '../../messages/identityTitles.ts';
import { mergingMessages } from '../../messages/merging.ts';
import { isSameKey } from '../../syntax/key.ts';
import { baseName } from '../../util/baseName.ts';
import type { Position } from '../../util/span.ts';
import type { IdentityFact } from '../../workspace/decisions.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Fix } from '../findings/finding.ts';
import type { NamedRecord, RecordsMerged } from '../merging/merging.ts';

/** Entries of one light bulb: a paper may have dozens of copies. */
const MAX_OTHERS = 3;

export interface RecordPlace {
	readonly uri: string;
	readonly position: Position;
	/** Whether the editor shows here that papers share a key or an identifier. */
	readonly isShared: boolean;
}

/** A fix of such a problem has its code. */
export interface IdentityFix extends Fix {
	readonly code?: FileProblem['code'];
}

/** First what settles a problem at the record, then how to take apart what counts as one paper, or to merge its records. */
export function identityFixes({ corpus }: WorkspaceView, { uri, position, isShared }: RecordPlace): IdentityFix[] {
	const record = corpus.recordAt(uri, position);
	const paper = record && corpus.paper(record.paper.id);
	if (!paper) {
		return [];
	}
	const shared = isShared ? sharedProblems(corpus, uri, record) : [];
	const settled = shared.flatMap(({ code, others }) =>
		others.flatMap((other) => settling(corpus, { code, paper, other })),
	);
	const mergers = mergersOf(paper, uri, record).map(mergerFix);
	return [...settled, ...takingApart(paper, uri, record), ...mergers];
}

/** The records of the same paper that can be merged into the one at the place. */
export function mergersAt({ corpus }: WorkspaceView, uri: string, position: Position): readonly RecordsMerged[] {
	const record = corpus.recordAt(uri, position);
	const paper = record && corpus.paper(record.paper.id);
	return paper ? mergersOf(paper, uri, record) : [];
}

interface SharedProblem {
	readonly code: FileProblem['code'];
	/** The other papers that the problem names. */
	readonly others: readonly Paper[];
}

function sharedProblems(corpus: Corpus, uri: string, { paper, keyRange }: FileRecord): readonly SharedProblem[] {
	return corpus
		.problemsIn(uri)
		.filter(({ code, range }) => isClash(code) && range.start.line === keyRange.start.line)
		.map(({ code, related = [] }) => {
			const others = related.map((place) => corpus.recordAt(place.uri, place.range.start)?.paper.id);
			const ids = new Set(others.filter((id): id is PaperId => id !== undefined && id !== paper.id));
			return { code, others: [...ids].slice(0, MAX_OTHERS).flatMap((id) => corpus.paper(id) ?? []) };
		});
}

/** Whether papers share something that only one of them should have. */
export function isClash(code: unknown): boolean {
	return code === 'shared-identifier' || code === 'duplicate-key';
}

/** That the papers are one, or, where they share an identifier and may do so, that they are two. */
function settling(
	corpus: Corpus,
	{ code, paper, other }: { readonly code: FileProblem['code']; readonly paper: Paper; readonly other: Paper },
): IdentityFix[] {
	const [one, another] = [ownName(corpus, paper), ownName(corpus, other)];
	if (one === undefined || another === undefined) {
		return [];
	}
	const kinds = code === 'shared-identifier' ? (['one', 'two'] as const) : (['one'] as const);
	return kinds.map((kind) => ({ ...stating(kind, one, another), code }));
}

/** A name that means this paper and no other: a key if possible. */
function ownName(corpus: Corpus, { id, key, aliases }: Paper): string | undefined {
	const given = new Set(corpus.keysIn(id, () => true));
	const isOwn = (name: string): boolean => {
		const papers = corpus.resolve(name);
		return papers.length === 1 && papers[0]?.id === id;
	};
	const isNumber = (name: string): boolean => identifierIn(name) !== undefined;
	return [...[key, ...aliases].filter((name) => given.has(name)), ...aliases.filter(isNumber)].find(isOwn);
}

/** That the record is another paper than others with which it counts as one. They must have other keys. */
function takingApart({ sources }: Paper, uri: string, { range }: FileRecord): IdentityFix[] {
	const own = sources.find((source) => source.uri === uri && source.range.start.line === range.start.line)?.key;
	if (own === undefined) {
		return [];
	}
	const keys = sources.flatMap(({ key }) => (key === undefined || isSameKey(key, own) ? [] : [key]));
	return [...new Set(keys)].slice(0, MAX_OTHERS).map((key) => stating('two', own, key));
}

/** Those of BibTeX only: no other format is merged. */
function mergersOf({ sources }: Paper, uri: string, { range }: FileRecord): RecordsMerged[] {
	const mergeable = sources.flatMap((source) => {
		const isNamed = source.format === formatNames.bibtex && source.key !== undefined;
		return isNamed ? [{ uri: source.uri, key: source.key, line: source.range.start.line }] : [];
	});
	const own = mergeable.find((source) => source.uri === uri && source.line === range.start.line);
	const others = mergeable.filter((source) => source !== own && (source.uri !== own?.uri || source.key !== own?.key));
	return own ? others.slice(0, MAX_OTHERS).map((other) => ({ kept: named(own), merged: named(other) })) : [];
}

function named({ uri, key }: NamedRecord): NamedRecord {
	return { uri, key };
}

function mergerFix({ kept, merged }: RecordsMerged): Fix {
	const title =
		kept.key === merged.key
			? mergingMessages.sameKey(merged.key, baseName(merged.uri))
			: mergingMessages.label(merged.key, kept.key);
	return { title, edits: [], preferred: false, later: { kind: 'mergeRecords', kept, merged } };
}

function stating(kind: IdentityFact['kind'], one: string, other: string): Fix {
	const facts: readonly IdentityFact[] = [{ kind, papers: [one, other] }];
	return { title: identityTitles[kind](one, other), edits: [], preferred: false, later: { kind: 'decide', facts } };
}
