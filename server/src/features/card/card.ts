/** The facts about a paper that a card shows, for both the Markdown and the plain text rendering. */

import type { Paper } from '../../corpus/corpus.ts';
import { creatorsOf, writtenName } from '../../corpus/names.ts';
import type { CslItem, CslName, PaperExtra } from '../../corpus/paper.ts';
import { cardMessages } from '../../messages/card.ts';
import type { CitationMode } from '../../notes/citation.ts';
import { notebookOf } from '../../util/notebookCell.ts';
import type { Position } from '../../util/span.ts';
import { type PlainText, type RichText, richText } from '../../util/textKinds.ts';
import type { CitingPlace } from '../../workspace/view.ts';
import { hasAttachedPdf } from './attachedPdfs.ts';
import { type CardSource, cardSources } from './cardSources.ts';
import { type PaperLink, paperLinks } from './paperLinks.ts';

export interface Card {
	readonly key: string;
	/** The note in which the key means this paper; undefined if it does so everywhere. */
	readonly keyIn?: string | undefined;
	/** The key in the citation under the card, if the paper no longer has it. */
	readonly formerKey?: string;
	/** Undefined if the record has none. The card then shows the key instead. */
	readonly title: RichText | undefined;
	readonly authors: CardAuthors;
	/** Venue, date, categories, code: `Nature 521 (7553), 436–444 · May 2015 · cs.LG · code published`. */
	readonly published: RichText;
	readonly links: readonly PaperLink[];
	/** Whether a PDF file on disk belongs to the paper. */
	readonly hasPdfFile: boolean;
	/** Uri of the note about the paper, if there is one. */
	readonly literatureNote?: string | undefined;
	readonly abstract: RichText;
	/** The first few places that cite the paper. */
	readonly citing: readonly CitingPlace[];
	/** How many places there are, and in how many notes. */
	readonly cited: { readonly places: number; readonly notes: number };
	readonly keywords: RichText;
	readonly note: RichText;
	readonly sources: readonly CardSource[];
	/** The part of the paper that the citation under the card means: `section 3, page 12`. */
	readonly citedAt?: PlainText;
	/** The page of it at which to open the PDF. */
	readonly page?: number | undefined;
	/** The citation under the card, if it can be converted to another form. */
	readonly forms?: CitationForms;
}

export interface CitationForms {
	readonly uri: string;
	/** A position inside the reference. */
	readonly position: Position;
	/** The forms that the citation does not have now. */
	readonly modes: readonly CitationMode[];
}

/** `Zhiyuan Zeng, Jiatong Yu et al. · princeton, uw` */
export interface CardAuthors {
	/** `Zhiyuan Zeng, Jiatong Yu` */
	readonly named: RichText;
	/** Number of further authors in the record. */
	readonly more: number;
	/** Whether the record itself leaves out authors. */
	readonly truncated: boolean;
	/** `princeton, uw` */
	readonly affiliations: RichText;
}

/** Papers of large teams have hundreds of authors. Ten fill about two lines of a card. */
const MAX_AUTHORS = 10;

/** In characters. Keywords and notes can be pages long and are not the main content of a card. */
const MAX_KEYWORDS_LENGTH = 200;
const MAX_NOTE_LENGTH = 300;

/** More citing lines than this would push the rest of the card out of sight. */
const MAX_CITING_LINES = 5;

const NO_TEXT = richText('');

export function cardOf(paper: Paper, citing: readonly CitingPlace[], maxAbstractLength: number): Card {
	const { item, extra } = paper;
	return {
		key: paper.key,
		title: item.title,
		authors: authorsOf(creatorsOf(item), extra),
		published: publishedOf(item, extra),
		links: paperLinks(paper),
		hasPdfFile: hasAttachedPdf(paper),
		abstract: shortened(item.abstract ?? NO_TEXT, maxAbstractLength),
		citing: citing.slice(0, MAX_CITING_LINES),
		cited: { places: citing.length, notes: new Set(citing.map((place) => notebookOf(place.uri))).size },
		keywords: shortened(item.keyword ?? NO_TEXT, MAX_KEYWORDS_LENGTH),
		note: shortened(item.note ?? NO_TEXT, MAX_NOTE_LENGTH),
		sources: cardSources(paper),
	};
}

function authorsOf(names: readonly CslName[], extra: PaperExtra): CardAuthors {
	return {
		named: richText(names.slice(0, MAX_AUTHORS).map(writtenName).join(', ')),
		more: Math.max(0, names.length - MAX_AUTHORS),
		truncated: extra.authorsTruncated === true,
		affiliations: richText(extra.affiliations?.join(', ') ?? ''),
	};
}

function publishedOf(item: CslItem, extra: PaperExtra): RichText {
	const parts = [placeOf(item), dateOf(item), ...(extra.categories ?? []), extra.hasCode && cardMessages.hasCode];
	return richText(parts.filter(Boolean).join(' · '));
}

/** `Nature 521 (7553), 436–444`, `Springer · vol. 2`, `pp. 5–9`. */
function placeOf(item: CslItem): string {
	const { volume, issue, page } = item;
	const venue = item['container-title'] ?? item['event-title'] ?? item.publisher;
	const pages = page?.replace(/(?<=\d)\s*-{1,2}\s*(?=\w*\d)/g, '–');
	if (venue !== undefined && item['container-title'] !== undefined) {
		const number = [volume, issue && (volume ? `(${issue})` : issue)].filter(Boolean).join(' ');
		return [[venue, number].filter(Boolean).join(' '), pages].filter(Boolean).join(', ');
	}
	return [venue, volume && cardMessages.volume(volume), pages && cardMessages.pages(pages)].filter(Boolean).join(' · ');
}

/** `12 June 2017`, `June 2017`, `2017`, or the date as it was written. */
function dateOf(item: CslItem): string | undefined {
	const [year, month, day] = item.issued?.['date-parts']?.[0] ?? [];
	if (year === undefined) {
		return item.issued?.literal;
	}
	const name = month === undefined ? undefined : cardMessages.months[month - 1];
	return [name && day, name, year].filter(Boolean).join(' ');
}

/** Cut at a space, so that no word and no LaTeX command is cut in half. A `limit` of 0 means no limit. */
function shortened(text: RichText, limit: number): RichText {
	if (limit === 0 || text.length <= limit) {
		return text;
	}
	const end = text.lastIndexOf(' ', limit);
	return richText(`${text.slice(0, end > 0 ? end : limit)} …`);
}
