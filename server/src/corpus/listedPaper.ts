/** What a list of suggestions shows of a paper. Kept ready in the index: while one types, fifty are shown at each key. */

import { shortByline } from './byline.ts';
import type { ListedPaper, PaperRef, PaperSummary } from './corpus.ts';
import { yearOf } from './identity.ts';
import type { MergedPaper } from './merge.ts';
import { creatorsOf, familyName } from './names.ts';
import { plainText } from './text/richText.ts';

/** All but id and key, as the index keeps it; neither part holds a line end. */
export function listedText({ item, extra }: MergedPaper): string {
	// A byline names no more than two, and says whether there are others.
	const families = creatorsOf(item).slice(0, 3).map(familyName);
	const by = shortByline({ families, authorsTruncated: extra.authorsTruncated ?? false, year: yearOf(item.issued) });
	return `${plainText(item.title)}\n${by}`;
}

/** The row of a paper that is not in the index. */
export function listedSummary(paper: PaperSummary): ListedPaper {
	return { id: paper.id, key: paper.key, title: paper.title, byline: shortByline(paper) };
}

export function listedPaper({ id, key }: PaperRef, text: string): ListedPaper {
	const end = text.indexOf('\n');
	return { id, key, title: text.slice(0, end), byline: text.slice(end + 1) };
}
