/** What a suggestion list shows of a paper. Stored in the index, because fifty rows are shown on each key press. */

import { shortByline } from './byline.ts';
import type { ListedPaper, PaperRef, PaperSummary } from './corpus.ts';
import type { MergedPaper } from './merge.ts';
import { creatorsOf, familyName } from './names.ts';
import { plainText } from './text/richText.ts';
import { yearOf } from './year.ts';

/** Everything except id and key, as the index stores it. No part contains a line end. */
export function listedText({ item, extra }: MergedPaper): string {
	// A byline names at most two authors and says whether there are more.
	const families = creatorsOf(item).slice(0, 3).map(familyName);
	const by = shortByline({ families, authorsTruncated: extra.authorsTruncated ?? false, year: yearOf(item.issued) });
	return `${plainText(item.title)}\n${by}`;
}

/** The row of a paper that is not in the index yet. */
export function listedSummary(paper: PaperSummary): ListedPaper {
	return { id: paper.id, key: paper.key, title: paper.title, byline: shortByline(paper) };
}

export function listedPaper({ id, key }: PaperRef, text: string): ListedPaper {
	const end = text.indexOf('\n');
	return { id, key, title: text.slice(0, end), byline: text.slice(end + 1) };
}
