/** The rows of the palette: taken papers, found papers, and what could help if none are found. */

import { labelText } from '../../../server/src/messages/foreignText.ts';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { PaperSummary, SearchResponse } from '../../../server/src/protocol.ts';
import { cutAtWord, detailLine, titleLine } from './rowText.ts';

export interface SectionRow {
	readonly kind: 'section';
	/** Empty for a separator line: a label would take space from the title below it. */
	readonly label: string;
}

export interface PaperRow {
	readonly kind: 'paper';
	readonly label: string;
	readonly detail: string;
	readonly paper: PaperSummary;
	readonly section: 'taken' | 'found';
	readonly isTaken: boolean;
}

/** A row with a message. Enter on it does nothing. */
export interface RemarkRow {
	readonly kind: 'remark';
	readonly label: string;
	readonly detail: string;
}

/** A row that runs a command on Enter. */
export interface ActionRow {
	readonly kind: 'action';
	readonly label: string;
	readonly detail: string;
	readonly command: string;
}

export type PaletteRow = SectionRow | PaperRow | RemarkRow | ActionRow;

/** What the server has answered, or that it has not. */
export type PaletteAnswer = Omit<SearchResponse, 'unfinished'> & {
	readonly unfinished?: SearchResponse['unfinished'] | 'unanswered';
};

export const UNANSWERED: PaletteAnswer = { items: [], total: 0, tookMs: 0, unfinished: 'unanswered' };

export interface PaletteState {
	/** The query of `answer`. */
	readonly query: string;
	readonly answer: PaletteAnswer;
	/** In the order in which they were taken. */
	readonly taken: readonly PaperSummary[];
}

/**
 * Taken papers are at the top. If the query finds them, they also appear there, so that the position in the list is
 * kept.
 */
export function paletteRows({ query, answer, taken }: PaletteState): PaletteRow[] {
	const keys = new Set(taken.map(({ key }) => key));
	const found = answer.items.map((paper) => paperRow(paper, 'found', keys.has(paper.key)));
	return [
		...(taken.length > 0 ? [section(paletteMessages.takenSection(taken.length))] : []),
		...taken.map((paper) => paperRow(paper, 'taken', true)),
		...(taken.length > 0 && found.length > 0 ? [section('')] : []),
		...(answer.unknownFilters ?? []).map(unknownFilter),
		...(found.length > 0 ? found : helpRows(query, answer)),
	];
}

/**
 * The row to select after a search: the best paper found, or else the row that could help. Without a query, nobody has
 * asked for the papers found, so taken papers come first.
 */
export function bestRow(rows: readonly PaletteRow[], query: string): PaletteRow | undefined {
	const taken = query.trim() === '' ? rows.find((row) => row.kind === 'paper' && row.section === 'taken') : undefined;
	return (
		taken ??
		rows.find((row) => row.kind === 'paper' && row.section === 'found') ??
		rows.find((row) => row.kind === 'action') ??
		rows.findLast((row) => row.kind === 'remark')
	);
}

/**
 * The row that corresponds to `row` in updated rows: the same paper in the same section; if it was just removed from the
 * taken papers, the next row there; otherwise the paper among those found.
 */
export function sameRow(
	rows: readonly PaletteRow[],
	row: PaletteRow,
	before: readonly PaletteRow[],
): PaletteRow | undefined {
	if (row.kind !== 'paper') {
		return rows.find(({ kind, label }) => kind === row.kind && label === row.label);
	}
	const ofPaper = (key: string, part: PaperRow['section']) =>
		rows.find((one) => one.kind === 'paper' && one.section === part && one.paper.key === key);
	const next = before[before.indexOf(row) + 1];
	const follower = row.section === 'taken' && next?.kind === 'paper' ? ofPaper(next.paper.key, 'taken') : undefined;
	return ofPaper(row.paper.key, row.section) ?? follower ?? ofPaper(row.paper.key, 'found');
}

function section(label: string): SectionRow {
	return { kind: 'section', label };
}

function paperRow(paper: PaperSummary, part: PaperRow['section'], isTaken: boolean): PaperRow {
	return {
		kind: 'paper',
		label: titleLine(paper),
		detail: detailLine(paper, isTaken),
		paper,
		section: part,
		isTaken,
	};
}

function unknownFilter(filter: string): RemarkRow {
	const label = paletteMessages.unknownFilter(shown(filter));
	return { kind: 'remark', label, detail: paletteMessages.unknownFilterAdvice };
}

function helpRows(query: string, { papers = 0, unfinished }: PaletteAnswer): readonly PaletteRow[] {
	switch (unfinished) {
		case 'reading':
			return [remark(nothingYet(query), paletteMessages.stillReading(papers))];
		case 'stopped':
			return [remark(nothingYet(query), paletteMessages.readingStopped(papers)), CONTINUE_READING];
		case 'failed':
			return [remark(nothingYet(query), paletteMessages.readingFailed(papers)), REBUILD];
		case 'unanswered':
			return [RESTART];
		default:
			return papers === 0 ? NO_PAPERS : [query.trim() === '' ? NOTHING_SUGGESTED : nothingFound(query)];
	}
}

function nothingFound(query: string): RemarkRow {
	return remark(paletteMessages.nothingFound(shown(query)), paletteMessages.nothingFoundAdvice);
}

function nothingYet(query: string): string {
	return query.trim() === '' ? paletteMessages.nothingReadYet : paletteMessages.nothingFoundYet(shown(query));
}

function remark(label: string, detail: string): RemarkRow {
	return { kind: 'remark', label, detail };
}

/** Most characters of a query repeated in a message. */
const MAX_QUERY_LENGTH = 60;

function shown(query: string): string {
	return labelText(cutAtWord(query.trim().replace(/\s+/g, ' '), MAX_QUERY_LENGTH));
}

const NOTHING_SUGGESTED = remark(paletteMessages.nothingSuggested, paletteMessages.nothingSuggestedAdvice);

const CONTINUE_READING: ActionRow = {
	kind: 'action',
	label: paletteMessages.continueReading,
	detail: paletteMessages.continueReadingDetail,
	command: 'paperNotes.continueIndexing',
};

const REBUILD: ActionRow = {
	kind: 'action',
	label: paletteMessages.rebuild,
	detail: paletteMessages.rebuildDetail,
	command: 'paperNotes.rebuildIndex',
};

const RESTART: ActionRow = {
	kind: 'action',
	label: paletteMessages.restart,
	detail: paletteMessages.restartDetail,
	command: 'paperNotes.restartServer',
};

const NO_PAPERS: readonly PaletteRow[] = [
	remark(paletteMessages.noPapers, paletteMessages.noPapersDetail),
	{
		kind: 'action',
		label: paletteMessages.chooseLibrary,
		detail: paletteMessages.chooseLibraryDetail,
		command: 'paperNotes.chooseLibrary',
	},
	{
		kind: 'action',
		label: paletteMessages.openSample,
		detail: paletteMessages.openSampleDetail,
		command: 'paperNotes.openSample',
	},
];
