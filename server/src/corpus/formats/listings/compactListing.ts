/**
 * The compact listing: under the line of each paper one line with title and authors run together, then the abstract.
 *
 *     LGMar 14, 2025
 *     A Survey of State Spaces ModelsXingtai Lv, Youbang Sun et al. · tsinghua
 *     State Space Models (SSMs) have emerged ...
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { listingMessages } from '../../../messages/listingMessages.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Format, ReadContext } from '../format.ts';
import { joinLines, type Line, trimmedLine } from '../lines/lines.ts';
import { authorLine } from '../people/authorList.ts';
import { type ListingEvidence, listingEvidence, wordsAndParts } from './listingEvidence.ts';
import { largestYear, listingEntries } from './listingLine.ts';
import { listingRecord } from './listingRecord.ts';
import { splitTitle } from './titleAuthorSplit.ts';

export const compactListing: Format = { name: formatNames.compactListing, accepts, read };

/** A split with a lower score is worse than taking the whole line as the title. */
const MIN_SPLIT_SCORE = -5.5;

/** Requires one paper whose line of title and authors can be split, without a blank line after it. */
function accepts(head: string): boolean {
	const evidence = listingEvidence(listingEntries(head));
	for (const { body } of listingEntries(head)) {
		const [line, next] = body;
		if (line && next?.text !== '') {
			return splitLine(line, body.slice(1), evidence) !== undefined;
		}
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	const largest = largestYear(text);
	const evidence = listingEvidence(listingEntries(text));
	for (const entry of listingEntries(text)) {
		const [line, ...abstract] = entry.body;
		if (!line) {
			const message = listingMessages.nothingBelow;
			report({ code: 'unreadable-entry', message, span: entry.head.line.span });
			continue;
		}
		const offset = splitLine(line, abstract, evidence);
		if (offset === undefined && authorLine(line.text).truncated) {
			report({ code: 'unreadable-entry', message: listingMessages.unclearTitleEnd, span: line.span });
		}
		yield listingRecord(entry, largest, {
			title: trimmedLine(text, { start: line.span.start, end: line.span.start + (offset ?? line.text.length) }),
			authors: offset === undefined ? '' : line.text.slice(offset),
			abstract,
		});
	}
}

/** The offset in `line` at which the authors begin. */
function splitLine(line: Line, abstract: readonly Line[], evidence: ListingEvidence): number | undefined {
	const abstractWords = wordsAndParts(joinLines(abstract));
	const { names, truncated, affiliations } = authorLine(line.text);
	const split = splitTitle(names, { ...evidence, abstractWords });
	const surelyNamed = truncated || affiliations.length > 0;
	return split && (surelyNamed || split.score > MIN_SPLIT_SCORE) ? split.offset : undefined;
}
