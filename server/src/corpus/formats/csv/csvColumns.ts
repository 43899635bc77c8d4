/**
 * The columns of a table of papers, recognized by their headings in exports of Zotero, Scopus, OpenAlex, PubMed, IEEE
 * Xplore, Dimensions, The Lens, Rayyan, Publish or Perish, JabRef and others.
 */

import type { Cell, Row } from './csvRows.ts';

/** What a column may hold, with its headings, the best first. Headings are in lower case, with letters and digits only. */
const HEADINGS = {
	key: 'citationkey citekey bibtexkey bibkey entrykey key',
	title: 'title articletitle documenttitle papertitle itemtitle worktitle primarytitle titles displayname',
	authors:
		'authorfullnames authors author authornames authorsnames authorshipsauthordisplayname authorshipsrawauthorname fullauthors creators creator',
	year: 'publicationyear year pubyear publishedyear yearpublished',
	date: 'date publicationdate datepublished dateofpublication publisheddate published coverdate',
	container:
		'publicationtitle sourcetitle journaltitle journal journalbook primarylocationsourcedisplayname hostvenuedisplayname containertitle publicationname booktitle venue publication secondarytitle journalname bookseriestitle',
	shortContainer: 'journalabbreviation abbreviatedsourcetitle journalabbr journaliso',
	doi: 'doi itemdoi doilink articledoi doiurl',
	url: 'url link primarylocationlandingpageurl articleurl sourceurls externalurl urls',
	pdf: 'pdflink pdfurl primarylocationpdfurl openaccessoaurl bestoalocationpdfurl oaurl',
	abstract: 'abstractnote abstract summary',
	type: 'itemtype documenttype publicationtype entrytype contenttype typecrossref doctype referencetype type',
	genre: 'thesistype',
	volume: 'volume bibliovolume journalvolume vol',
	issue: 'issue biblioissue issuenumber journalissue',
	number: 'number reportnumber patentnumber',
	articleNumber: 'artno articlenumber',
	pages: 'pages pagination pagerange',
	firstPage: 'pagestart startpage firstpage bibliofirstpage',
	lastPage: 'pageend endpage lastpage bibliolastpage',
	pageCount: 'numpages pagecount numberofpages',
	serials: 'issn issns primarylocationsourceissnl eissn isbn isbns isbn13',
	publisher: 'publisher primarylocationsourcehostorganizationname publishername',
	place: 'place publisherplace address location',
	language: 'language languageoforiginaldocument',
	keywords: 'authorkeywords keywords manualtags automatictags indexkeywords keywordsdisplayname ieeeterms tags',
	editors: 'editor editors',
	translators: 'translator',
	seriesEditors: 'serieseditor',
	bookAuthors: 'bookauthor',
	series: 'series seriestitle',
	seriesNumber: 'seriesnumber',
	edition: 'edition',
	shortTitle: 'shorttitle',
	event: 'conferencename meetingname',
	eventPlace: 'conferencelocation',
	volumes: 'numberofvolumes',
	archive: 'archive',
	archiveLocation: 'archivelocation accessionnumber',
	callNumber: 'callnumber',
	note: 'extra note annotation',
	pmid: 'pmid pubmedid idspmid',
	pmcid: 'pmcid idspmcid pmcid pmc',
	arxiv: 'arxivid arxiv eprint',
	files: 'fileattachments',
	accessed: 'accessdate',
} as const;

export type Column = keyof typeof HEADINGS;

const COLUMNS: ReadonlyMap<string, { readonly column: Column; readonly rank: number }> = new Map(
	Object.entries(HEADINGS).flatMap(([column, headings]) =>
		headings.split(' ').map((heading, rank) => [heading, { column: column as Column, rank }] as const),
	),
);

/** What other programs write into an empty cell. */
const EMPTY = /^(?:|nan|null|none|n\/?a|-|–|undefined)$/i;

/** Where the columns of one table are. */
export class CsvColumns {
	/** How many cells the header has. */
	readonly count: number;
	readonly #places = new Map<Column, { readonly at: number; readonly rank: number }[]>();
	/** Two-letter headings, as in the tables of Web of Science, by place. */
	readonly tags: readonly string[];

	constructor(header: Row) {
		this.count = header.cells.length;
		this.tags = header.cells.map(({ text }) => (/^[A-Z][A-Z0-9]$/.test(text) ? text : ''));
		for (const [at, { text }] of header.cells.entries()) {
			const found = COLUMNS.get(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
			if (found) {
				this.#places.set(found.column, [...(this.#places.get(found.column) ?? []), { at, rank: found.rank }]);
			}
		}
		for (const places of this.#places.values()) {
			places.sort((one, other) => one.rank - other.rank);
		}
	}

	/** How many kinds of columns were recognized. */
	get size(): number {
		return this.#places.size;
	}

	/**
	 * Whether this is a table of papers: of things with titles that people wrote, or that have a DOI, and one more
	 * thing that papers have.
	 */
	get arePapers(): boolean {
		const isNamed = this.has('title') && (this.has('authors') || this.has('doi') || this.has('pmid'));
		const others: readonly Column[] = ['year', 'date', 'container', 'doi', 'abstract', 'serials', 'publisher'];
		return this.isWebOfScience || (isNamed && others.some((column) => this.has(column)));
	}

	get isWebOfScience(): boolean {
		return ['PT', 'AU', 'TI', 'SO'].every((tag) => this.tags.includes(tag));
	}

	has(column: Column): boolean {
		return this.#places.has(column);
	}

	/** The cells of a row that hold something, the best first. */
	cells(row: Row, column: Column): readonly Cell[] {
		return (this.#places.get(column) ?? []).flatMap(({ at }) => {
			const cell = row.cells[at];
			return cell && !EMPTY.test(cell.text) ? [cell] : [];
		});
	}
}
