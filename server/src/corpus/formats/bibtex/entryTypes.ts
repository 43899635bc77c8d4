/** Maps the entry types of BibTeX, BibLaTeX and tools with types of their own to CSL types. */

/** The CSL type of an entry type. `genre` is set if the entry type is more specific than the CSL type. */
export interface EntryType {
	readonly type: string;
	readonly genre?: string;
	/** Whether it is part of a work with its own title, given by `booktitle` or `journal`. */
	readonly isPart?: true;
}

/** Sources: BibLaTeX manual 2.1, "BibTeXing", Zotero's and Mendeley's exports. */
const TYPES: ReadonlyMap<string, EntryType> = new Map([
	...of(
		{ type: 'article-journal', isPart: true },
		'article suppperiodical journal-article journalarticle article-journal review',
	),
	...of({ type: 'article-newspaper', isPart: true }, 'newspaper newspaper_article newspaperarticle'),
	...of({ type: 'article-magazine', isPart: true }, 'magazine_article magazine magazinearticle'),
	...of(
		{ type: 'book' },
		'book mvbook collection mvcollection reference mvreference proceedings mvproceedings conference_proceedings',
	),
	...of({ type: 'book' }, 'manual nameonly set bookreview'),
	...of({ type: 'pamphlet' }, 'booklet'),
	...of(
		{ type: 'chapter', isPart: true },
		'inbook incollection bookinbook suppbook suppcollection book_section chapter',
	),
	...of({ type: 'paper-conference', isPart: true }, 'inproceedings conference paper-conference conferencepaper'),
	...of({ type: 'entry-encyclopedia', isPart: true }, 'inreference encyclopedia_article encyclopedia'),
	...of({ type: 'report' }, 'report techreport techreport whitepaper'),
	...of({ type: 'thesis' }, 'thesis'),
	...of({ type: 'thesis', genre: 'PhD thesis' }, 'phdthesis phd'),
	...of({ type: 'thesis', genre: "Master's thesis" }, 'mastersthesis masterthesis mathesis'),
	...of({ type: 'thesis', genre: 'Bachelor thesis' }, 'bachelorsthesis bathesis'),
	...of({ type: 'manuscript' }, 'unpublished manuscript'),
	...of({ type: 'article' }, 'preprint'),
	...of({ type: 'webpage' }, 'online electronic www webpage web_page internet blog website'),
	...of({ type: 'patent' }, 'patent'),
	...of({ type: 'dataset' }, 'dataset data'),
	...of({ type: 'software' }, 'software softwareversion softwaremodule codefragment computer_program program'),
	...of({ type: 'motion_picture' }, 'movie video film videorecording'),
	...of({ type: 'song' }, 'audio music song'),
	...of({ type: 'graphic' }, 'artwork image figure graphic'),
	...of({ type: 'map' }, 'map'),
	...of({ type: 'personal_communication' }, 'letter email personal_communication'),
	...of({ type: 'legal_case' }, 'jurisdiction case legal_case'),
	...of({ type: 'legislation' }, 'legislation statute constitution legmaterial legadminmaterial legal'),
	...of({ type: 'bill' }, 'bill'),
	...of({ type: 'standard' }, 'standard'),
	...of({ type: 'speech' }, 'talk presentation lecture speech'),
	...of({ type: 'performance' }, 'performance'),
	...of({ type: 'periodical' }, 'periodical'),
	...of({ type: 'interview' }, 'interview'),
	...of({ type: 'document' }, 'misc generic hardware'),
]);

const UNKNOWN: EntryType = { type: 'document' };

/** The meaning of `type` (in lower case) with the entry's `subtype`. Unknown types become documents. */
export function entryType(type: string, subtype: string): EntryType {
	const found = TYPES.get(type) ?? UNKNOWN;
	if (found.type === 'article-journal' && /newspaper/i.test(subtype)) {
		return { type: 'article-newspaper', isPart: true };
	}
	if (found.type === 'article-journal' && /magazine/i.test(subtype)) {
		return { type: 'article-magazine', isPart: true };
	}
	return found;
}

/** Whether `type` is an entry type of some tool. */
export function isEntryType(type: string): boolean {
	return TYPES.has(type);
}

function of(type: EntryType, names: string): [string, EntryType][] {
	return names.split(' ').map((name) => [name, type]);
}
