/**
 * The page of an author as copied from a listing site: the profile, then per paper its line, title, authors and
 * abstract with blank lines between.
 *
 *     CLOct 10, 2023Code
 *     Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning
 *
 *     Mengzhou Xia, Tianyu Gao, Zhiyuan Zeng et al. · princeton, uw
 *
 *     The popularity of LLaMA ...
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { listingMessages } from '../../../messages/listingMessages.ts';
import { oneLine } from '../../../util/oneLine.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Format, ReadContext } from '../format.ts';
import { joinLines, type Line, trimmedLine } from '../lines/lines.ts';
import { authorLine, splitNames } from '../people/authorList.ts';
import { nameScore } from '../people/personName.ts';
import { largestYear, listingEntries } from './listingLine.ts';
import { listingRecord } from './listingRecord.ts';

export const authorPage: Format = { name: formatNames.authorPage, accepts, read };

const NO_EVIDENCE = { names: new Set<string>(), givenNames: new Set<string>(), commonWords: new Set<string>() };

/** Requires one paper with title and authors in separate paragraphs. */
function accepts(head: string): boolean {
	for (const { body } of listingEntries(head)) {
		const [, authors] = paragraphs(body);
		if (authors) {
			return authors.length === 1 && isAuthors(joinLines(authors));
		}
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	const largest = largestYear(text);
	for (const entry of listingEntries(text)) {
		const [title, second, ...rest] = paragraphs(entry.body);
		const [first, last] = [title?.[0], title?.at(-1)];
		if (!first || !last) {
			const message = listingMessages.nothingBelow;
			report({ code: 'unreadable-entry', message, span: entry.head.line.span });
			continue;
		}
		const authors = joinLines(second ?? []).replaceAll('\n', ' ');
		const named = isAuthors(authors);
		const below = second && !named ? [second, ...rest] : rest;
		yield listingRecord(entry, largest, {
			title: onOneLine(trimmedLine(text, { start: first.span.start, end: last.span.end })),
			authors: named ? authors : '',
			abstract: below.flatMap((paragraph) => [BLANK, ...paragraph]),
		});
	}
}

const BLANK: Line = { text: '', span: { start: 0, end: 0 } };

/** Joins a wrapped title into one line. */
function onOneLine({ text, span }: Line): Line {
	return { text: oneLine(text), span };
}

/** Groups of lines, separated by blank lines. */
function paragraphs(lines: readonly Line[]): Line[][] {
	const groups: Line[][] = [];
	let current: Line[] | undefined;
	for (const line of lines) {
		if (line.text === '') {
			current = undefined;
		} else if (current) {
			current.push(line);
		} else {
			current = [line];
			groups.push(current);
		}
	}
	return groups;
}

function isAuthors(text: string): boolean {
	const { names } = authorLine(text);
	const list = names.length > MAX_LIST_LENGTH ? [] : splitNames(names);
	return list.length > 0 && list.every((name) => nameScore(name, NO_EVIDENCE) !== undefined);
}

/** In characters: enough for a collaboration of a thousand authors. */
const MAX_LIST_LENGTH = 30_000;
