/**
 * The requests and notifications of Paper Notes beyond the Language Server Protocol. Beside the citation syntax
 * and the messages this is all of the server that the client imports; it imports nothing.
 */

/** What editors and their plug-ins call the languages of notes. */
export const NOTE_LANGUAGES: readonly string[] = [
	...['markdown', 'md', 'gfm', 'pandoc', 'vimwiki'],
	...['quarto', 'rmd', 'rmarkdown'],
	...['mdx', 'markdown.mdx'],
];

/** `paperNotes/search`: papers that match a query, best first. An empty query lists papers cited already, then recent ones. */
export const searchRequest = 'paperNotes/search';

export interface SearchParams {
	/** Only its first 1,000 characters are searched for. */
	readonly query: string;
	/** 50 when absent. */
	readonly limit?: number;
	readonly offset?: number;
	/**
	 * The note that the search is for. Papers of its own library come first, then papers it cites, and each `key` is the one
	 * that means the paper in this note. Papers that no key means there are left out.
	 */
	readonly uri?: string;
}

export interface SearchResponse {
	readonly items: readonly PaperSummary[];
	/** How many papers match in all; at least this many where counting stopped early. */
	readonly total: number;
	readonly tookMs: number;
	/** How many papers there are to search in. */
	readonly papers?: number;
	/** Present while papers are still being read, or where that was stopped or has failed before its end: more may match later. */
	readonly unfinished?: 'reading' | 'stopped' | 'failed';
	/** What looks like a filter of the query and is none: `foo:bar`, `year:abc`. */
	readonly unknownFilters?: readonly string[];
}

export interface PaperSummary {
	readonly key: string;
	readonly title: string;
	readonly authors: readonly string[];
	/** Authors and year in the fewest words: `Vaswani et al. 2017`. */
	readonly byline: string;
	readonly year?: number;
	readonly venue?: string;
	readonly categories?: readonly string[];
	readonly doi?: string;
	readonly arxiv?: string;
	readonly abstract?: string;
	/** Whether the note that the search is for cites it. */
	readonly citedHere?: true;
	/** Where the words of the query stand, for a list to mark them; absent where they stand in neither. */
	readonly marks?: { readonly title?: readonly Mark[]; readonly abstract?: readonly Mark[] };
}

/** From a place in a text up to another, in UTF-16 units. */
export type Mark = readonly [start: number, end: number];

/** `paperNotes/related`: the papers most like a paper, a text, or a paragraph of a note; best first. Nothing leaves the machine. */
export const relatedRequest = 'paperNotes/related';

/**
 * Like the paper that `key` names in the note `uri` or in no note in particular; like `text`; or like the paragraphs of the
 * open note `uri` at `range`, or the words selected there: without what they cite already, and without names of authors.
 */
export type RelatedParams = {
	/** 10 when absent, at most 100. */
	readonly limit?: number;
} & (
	| { readonly key: string; readonly uri?: string }
	| { readonly text: string; readonly uri?: string }
	| { readonly uri: string; readonly range: Range }
);

export interface RelatedResponse {
	readonly items: readonly PaperSummary[];
	/** How many papers there are. */
	readonly papers: number;
	readonly tookMs: number;
}

/** `paperNotes/uncited`: the papers that no note cites, in the order of files and of places in them. */
export const uncitedRequest = 'paperNotes/uncited';

export interface UncitedResponse {
	/** The first thousand, each with the key's place in its first record. */
	readonly papers: readonly (Place & { readonly key: string; readonly title: string; readonly byline: string })[];
	readonly total: number;
	/** False while papers or notes are still being read: a paper may be cited yet. */
	readonly isComplete: boolean;
}

/** `paperNotes/paper`: everything known of one paper; `null` when the key or the place names none or several. */
export const paperRequest = 'paperNotes/paper';

/**
 * The paper that `key` (a key or any alias) names, in the note `uri` or in no note in particular, or the one that is cited
 * at a place of a note.
 */
export type PaperParams =
	| { readonly key: string; readonly uri?: string }
	| { readonly uri: string; readonly position: Position };

export interface PaperResponse {
	/** A CSL-JSON item; its `custom` holds categories, affiliations and what else CSL has no variable for. */
	readonly paper: Readonly<Record<string, unknown>>;
	readonly key: string;
	readonly aliases: readonly string[];
	/** At most 1,000; `moreSources` says how many there are besides. */
	readonly sources: readonly Place[];
	readonly moreSources?: number;
	/** At most 1,000; `moreCitedBy` says how many there are besides. */
	readonly citedBy: readonly CitingPlace[];
	readonly moreCitedBy?: number;
	/** All of its people, each by name. */
	readonly authors: readonly string[];
	/** Where the paper can be read, if it says so. */
	readonly url?: string;
	/** The PDF on the web, if there is one. */
	readonly pdfUrl?: string;
	/** The PDF files that its records name. */
	readonly pdfs: readonly AttachedPdf[];
	/** The page that the citation at the place names. */
	readonly page?: number;
}

export interface AttachedPdf {
	readonly name: string;
	/** URIs where it may be, the likeliest first; none need lead to a file. */
	readonly places: readonly string[];
}

export interface Place {
	readonly uri: string;
	readonly range: Range;
}

export interface CitingPlace extends Place {
	/** The line of the note that cites. */
	readonly text: string;
}

export interface Range {
	readonly start: Position;
	readonly end: Position;
}

export interface Position {
	readonly line: number;
	readonly character: number;
}

/** `paperNotes/status`: what is indexed. */
export const statusRequest = 'paperNotes/status';

export interface StatusResponse {
	/** False once all files on disk are in the index, or where there is a `failure`. */
	readonly indexing: boolean;
	/** Indexing was stopped before its end, and waits to be continued. */
	readonly stopped?: boolean;
	/** Why indexing has ended for good before its end, as a sentence: only a rebuild begins it again. `indexing` is false. */
	readonly failure?: string;
	readonly papers: number;
	/** Papers beside those that a first look has seen: lists show them, the index does not have them yet. Absent for none. */
	readonly seen?: number;
	readonly notes: number;
	readonly files: readonly FileStatus[];
	/** How long the last complete look at the corpus took. */
	readonly tookMs: number;
	readonly offers?: Offers;
}

/** What would help with the notes as they are. */
export interface Offers {
	/** Uris of the workspace folders whose notes cite papers as `[@key]`, while nothing reads that: see `paperNotes.syntaxes`. */
	readonly pandoc: readonly string[];
}

export interface FileStatus {
	readonly uri: string;
	/** Absent when the file could not be read. */
	readonly format?: string;
	readonly papers: number;
	readonly problems: number;
	/** Why the file was not read, or was read with doubt. */
	readonly note?: string;
}

/** `paperNotes/problems`: what is wrong with the corpus in sum. Each problem is told where its file is open. */
export const problemsRequest = 'paperNotes/problems';

export interface ProblemsResponse {
	/** One for each code, the most frequent first. */
	readonly codes: readonly CodeSummary[];
}

export interface CodeSummary {
	/** As in `paperNotes.diagnostics.*`. */
	readonly code: string;
	readonly count: number;
	/** How many files have such problems. */
	readonly files: number;
	/** The few that have most. */
	readonly worst: readonly { readonly uri: string; readonly count: number }[];
	/** A few, in the first files that have such. */
	readonly examples: readonly PlacedMessage[];
}

export interface PlacedMessage extends Place {
	readonly message: string;
}

/**
 * `paperNotes/citationEdit`: the edits that cite papers at the cursors and selections of a note. A cursor in a citation
 * or right behind one adds to it, a selected key is replaced, and elsewhere a citation of its own is made, written as the
 * nearest one is.
 */
export const citationEditRequest = 'paperNotes/citationEdit';

export interface CitationEditParams {
	readonly uri: string;
	readonly selections: readonly Range[];
	/** In the order in which they are cited. */
	readonly keys: readonly string[];
}

/** In the order of the text; they never overlap. */
export interface CitationEditResponse {
	readonly edits: readonly CitationTextEdit[];
	/** Why there are none, and what to do, where the note is another by now than the one they were meant for. */
	readonly refusal?: string;
}

export interface CitationTextEdit {
	readonly range: Range;
	/** Empty, as the range then is, where the citation has all the papers already. */
	readonly newText: string;
	/** Where the citation ends afterwards, in UTF-16 units from the start of `range`. */
	readonly end: number;
}

/** `paperNotes/citationForm`: the edit that gives the citation at a place of a note another form; `null` where it cannot have it. */
export const citationFormRequest = 'paperNotes/citationForm';

export interface CitationFormParams {
	readonly uri: string;
	readonly position: Position;
	/** "(Zeng 2025)", "Zeng (2025)" or "(2025)". */
	readonly mode: 'parenthetical' | 'inText' | 'suppressAuthor';
}

export type CitationFormResponse =
	| { readonly range: Range; readonly newText: string }
	/** Why there is no edit, and what to do, where the note is another by now than the one it was meant for. */
	| { readonly refusal: string };

/**
 * `paperNotes/cursorLeft`, from the client: the cursor has left the citation that was being written in a note, or stands in
 * none after an edit. What is wrong there is reported from then on. A client that sends it says so at start, with
 * `initializationOptions.cursorLeft: true`; for others a moment of rest counts.
 */
export const cursorLeftNotification = 'paperNotes/cursorLeft';

export interface CursorLeftParams {
	readonly uri: string;
}

/** `paperNotes/rebuildIndex`: forget the index and read every file again. */
export const rebuildRequest = 'paperNotes/rebuildIndex';

/** `paperNotes/stopIndexing`: leave the index as far as it is, and answer from that. Without effect when it is complete. */
export const stopIndexingRequest = 'paperNotes/stopIndexing';

/** `paperNotes/continueIndexing`: go on where indexing was stopped, and take up what has changed meanwhile. */
export const continueIndexingRequest = 'paperNotes/continueIndexing';

/** `paperNotes/statusChanged`, from the server: counts or progress are new. Sent a few times a second at most. */
export const statusChangedNotification = 'paperNotes/statusChanged';

export interface StatusSummary {
	/** As in `StatusResponse`. */
	readonly indexing: boolean;
	readonly stopped?: boolean;
	readonly failure?: string;
	readonly papers: number;
	/** As in `StatusResponse`. */
	readonly seen?: number;
	readonly problems: number;
	/** 0 to 1 while indexing, when known. */
	readonly progress?: number;
	/** As in `StatusResponse`. */
	readonly offers?: Offers;
}
