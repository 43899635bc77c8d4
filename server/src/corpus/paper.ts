/**
 * A paper as one entry of one corpus file gives it. The bibliographic part is a CSL-JSON item
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables); beside it stands what CSL has
 * no word for.
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

/** `date-parts` holds one date or two (a range), each `[year, month?, day?]`; `literal` is what could not be read as one. */
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
	/** As the source calls it: `ZH` of `**Title (ZH)**`. */
	readonly language: string;
	readonly title?: RichText;
	readonly abstract?: RichText;
}

/** What a source says of a paper that CSL has no variable for. */
export interface PaperExtra {
	/** Without `arXiv:` and without version: `2506.14731`, `math.GT/0309136`. */
	readonly arxiv?: string;
	/** Subject classes as the source writes them: `cs.CL`, `CL`. */
	readonly categories?: readonly string[];
	readonly affiliations?: readonly RichText[];
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
	readonly translations?: readonly PaperTranslation[];
	/** Paths of attached files, as written; those of an EndNote library from its folder on. */
	readonly attachments?: readonly string[];
	/** Folders, as written, in which these paths begin rather than in that of the file that names them. */
	readonly attachmentFolders?: readonly string[];
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

/** What readers put these together from: `withRichText` makes records of them. */
export type ItemDraft = Draft<CslItem>;
export type NameDraft = Draft<CslName>;
export type ExtraDraft = Draft<PaperExtra>;
