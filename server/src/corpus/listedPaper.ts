/** What a list of suggestions shows of a paper. Kept ready in the index: while one types, fifty are shown at each key. */

import { byline } from './byline.ts';
import type { ListedPaper, PaperRef, PaperSummary } from './corpus.ts';
import { yearOf } from './identity.ts';
import type { MergedPaper } from './merge.ts';
import { creatorsOf, familyName } from './names.ts';
import { plainText } from './text/richText.ts';

/** All but id and key, as the index keeps it; neither part holds a line end. */
export function listedText({ item, extra }: MergedPaper): string {
	// A byline names no more than two, and says whether there are others.
	const families = creatorsOf(item).slice(0, 3).map(familyName);
	const by = byline({ families, authorsTruncated: extra.authorsTruncated ?? false, year: yearOf(item.issued) });
	return `${besides(by, plainText(item.title ?? ''))}\n${by}`;
}

/** The row of a paper that is not in the index. */
export function listedSummary(paper: PaperSummary): ListedPaper {
	const by = byline(paper);
	return { id: paper.id, key: paper.key, shortTitle: besides(by, paper.title), byline: by };
}

export function listedPaper({ id, key }: PaperRef, text: string): ListedPaper {
	const end = text.indexOf('\n');
	return { id, key, shortTitle: text.slice(0, end), byline: text.slice(end + 1) };
}

/** Characters of title and byline together that a list as wide as VS Code's has room for. */
const ROW_LENGTH = 45;

/** Less would not tell a paper, whoever wrote it. */
const LEAST_TITLE = 20;

/** As much of a title as a row has room for that ends with `by`. */
function besides(by: string, title: string): string {
	return shortened(title, Math.max(ROW_LENGTH - by.length, LEAST_TITLE));
}

/** Cut between words, to so many characters. */
function shortened(title: string, most: number): string {
	if (title.length <= most) {
		return title;
	}
	const end = title.lastIndexOf(' ', most - 1);
	return `${title.slice(0, end > most / 3 ? end : most - 1)}…`;
}
