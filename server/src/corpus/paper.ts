/**
 * A paper as one entry of one corpus file gives it. The bibliographic part is a CSL-JSON item
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables); beside it stands what CSL has
 * no word for.
 */

import type { Span } from '../util/span.ts';

/** A person (`family`, `given`) or a team (`literal`). */
export interface CslName {
	readonly family?: string;
	readonly given?: string;
	readonly literal?: string;
	readonly suffix?: string;
	readonly 'dropping-particle'?: string;
	readonly 'non-dropping-particle'?: string;
}

/** `date-parts` holds one date or two (a range), each `[year, month?, day?]`; `literal` is what could not be read as one. */
export interface CslDate {
	readonly 'date-parts'?: readonly (readonly number[])[];
	readonly literal?: string;
	readonly season?: number | string;
	readonly circa?: boolean | number | string;
}

/** The CSL variables that readers fill. Text is rich text: see `text/richText.ts`. */
export interface CslItem {
	readonly id?: string;
	/** A CSL type: `article-journal`, `paper-conference`, `book`, `chapter`, `thesis`, `report`, `webpage`, `article`, ... */
	readonly type: string;
	readonly title?: string;
	readonly 'title-short'?: string;
	readonly author?: readonly CslName[];
	readonly editor?: readonly CslName[];
	readonly translator?: readonly CslName[];
	readonly 'container-author'?: readonly CslName[];
	readonly 'collection-editor'?: readonly CslName[];
	readonly contributor?: readonly CslName[];
	readonly issued?: CslDate;
	readonly accessed?: CslDate;
	readonly 'original-date'?: CslDate;
	readonly 'event-date'?: CslDate;
	readonly 'container-title'?: string;
	readonly 'container-title-short'?: string;
	readonly 'collection-title'?: string;
	readonly 'collection-number'?: string;
	readonly 'event-title'?: string;
	readonly 'event-place'?: string;
	readonly volume?: string;
	readonly 'number-of-volumes'?: string;
	readonly issue?: string;
	readonly number?: string;
	readonly page?: string;
	readonly 'number-of-pages'?: string;
	readonly 'chapter-number'?: string;
	readonly edition?: string;
	readonly version?: string;
	readonly publisher?: string;
	readonly 'publisher-place'?: string;
	readonly genre?: string;
	readonly medium?: string;
	readonly status?: string;
	readonly language?: string;
	readonly abstract?: string;
	/** Keywords, joined by `, ` as CSL has them in one string. */
	readonly keyword?: string;
	readonly note?: string;
	readonly archive?: string;
	readonly archive_location?: string;
	readonly 'call-number'?: string;
	readonly DOI?: string;
	readonly ISBN?: string;
	readonly ISSN?: string;
	readonly PMID?: string;
	readonly PMCID?: string;
	readonly URL?: string;
}

/** What a source says of a paper that CSL has no variable for. */
export interface PaperExtra {
	/** Without `arXiv:` and without version: `2506.14731`, `math.GT/0309136`. */
	readonly arxiv?: string;
	/** Subject classes as the source writes them: `cs.CL`, `CL`. */
	readonly categories?: readonly string[];
	readonly affiliations?: readonly string[];
	/** The source marks the paper as having published code. */
	readonly hasCode?: boolean;
	readonly codeUrl?: string;
	readonly pdfUrl?: string;
	/** The score a listing gives, as written before the category: 58.1. */
	readonly score?: number;
	/** The source ends the author list with `et al.` or `and others`. */
	readonly authorsTruncated?: boolean;
	/** The year was not written; it was inferred from the dated lines of the same file. */
	readonly yearInferred?: boolean;
	/** Paths of attached files, as written. */
	readonly attachments?: readonly string[];
}

/** One entry of one corpus file. */
export interface PaperRecord {
	/** The key its source gives it; absent where the format has none (listings, digests). */
	readonly key?: string;
	/** Further names its source gives it, such as BibLaTeX `ids`. DOI and arXiv id are not repeated here. */
	readonly aliases?: readonly string[];
	readonly item: CslItem;
	readonly extra?: PaperExtra;
	/** The whole entry. */
	readonly span: Span;
	/** The key alone, for a jump and a rename; where the entry has no key, its title. */
	readonly keySpan?: Span;
}
