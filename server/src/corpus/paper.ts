/**
 * A paper as described by one entry of one corpus file. The bibliographic part is a CSL-JSON item
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). A second part holds what CSL has
 * no variable for.
 */

import type { Span } from '../util/span.ts';
import type { Draft, RichText } from '../util/textKinds.ts';
import type { DATE_VARIABLES, IDENTIFIER_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES } from './cslVariables.ts';

/** A person (`family`, `given`) or a team (`literal`). */
export interface CslName {
	readonly family?: RichText;
	readonly given?: RichText;
	readonly literal?: RichText;
	readonly suffix?: RichText;
	readonly 'dropping-particle'?: RichText;
	readonly 'non-dropping-particle'?: RichText;
}

/**
 * `date-parts` holds one date, or two for a range, each `[year, month?, day?]`. `literal` is text that could not be
 * parsed as a date.
 */
export interface CslDate {
	readonly 'date-parts'?: readonly (readonly number[])[];
	readonly literal?: string;
	readonly season?: number | string;
	readonly circa?: boolean | number | string;
}

export type NameVariable = (typeof NAME_VARIABLES)[number];
export type DateVariable = (typeof DATE_VARIABLES)[number];
export type TextVariable = (typeof TEXT_VARIABLES)[number] | IdentifierVariable;
type IdentifierVariable = (typeof IDENTIFIER_VARIABLES)[number];

type CslVariables = { readonly [Name in NameVariable]?: readonly CslName[] } & {
	readonly [Name in DateVariable]?: CslDate;
} & { readonly [Name in TextVariable]?: Name extends IdentifierVariable ? string : RichText };

/** A CSL item. `keyword` holds all keywords, joined by `, `. */
export interface CslItem extends CslVariables {
	readonly id?: string;
	/** A CSL type: `article-journal`, `paper-conference`, `book`, `chapter`, `thesis`, `report`, `webpage`, `article`, ... */
	readonly type: string;
}

/** Title and abstract in another language than the paper's. */
export interface PaperTranslation {
	/** In the source's notation: `ZH` for `**Title (ZH)**`. */
	readonly language: string;
	readonly title?: RichText;
	readonly abstract?: RichText;
}

/** Data of a source for which CSL has no variable. */
export interface PaperExtra {
	/** Without `arXiv:` and without version: `2506.14731`, `math.GT/0309136`. */
	readonly arxiv?: string;
	/** Subject classes as written in the source: `cs.CL`, `CL`. */
	readonly categories?: readonly string[];
	readonly affiliations?: readonly RichText[];
	/** Whether the source says that the paper's code is published. */
	readonly hasCode?: boolean;
	readonly codeUrl?: string;
	readonly pdfUrl?: string;
	/** The score in a listing, written before the category: 58.1. */
	readonly score?: number;
	/** Whether the author list in the source ends with `et al.` or `and others`. */
	readonly authorsTruncated?: boolean;
	/** Whether the year was inferred from dated lines of the same file, because it was not written. */
	readonly yearInferred?: boolean;
	readonly translations?: readonly PaperTranslation[];
	/** Paths of attached files, as written. Paths of an EndNote library are relative to its folder. */
	readonly attachments?: readonly string[];
	/** Folders, as written, to which these paths are relative, instead of the folder of the file that names them. */
	readonly attachmentFolders?: readonly string[];
}

/** One entry of one corpus file. */
export interface PaperRecord {
	/** The key in the source; undefined if the format has none (listings, digests). */
	readonly key?: string;
	/** Further names in the source, such as BibLaTeX `ids`. Does not repeat DOI and arXiv id. */
	readonly aliases?: readonly string[];
	readonly item: CslItem;
	readonly extra?: PaperExtra;
	/** The whole entry. */
	readonly span: Span;
	/** The key alone, for navigation and renaming; the title if the entry has no key. */
	readonly keySpan?: Span;
}

/** What readers assemble records from: `withRichText` turns these into records. */
export type ItemDraft = Draft<CslItem>;
export type NameDraft = Draft<CslName>;
export type ExtraDraft = Draft<PaperExtra>;
