/** Maps RIS reference types, and those of tools with types of their own, to CSL types, and says what tags mean in each. */

import type { NameVariable } from '../../paper.ts';

/** Source: https://en.wikipedia.org/wiki/RIS_(file_format)#Type_of_reference */
const TYPES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'article-journal': 'JOUR EJOUR INPR ABST JOURNAL ARTICLE',
		'article-magazine': 'MGZN',
		'article-newspaper': 'NEWS',
		article: 'PREPRINT',
		book: 'BOOK EBOOK EDBOOK WHOLE SER CTLG',
		chapter: 'CHAP ECHAP',
		'paper-conference': 'CONF CPAPER PROC CONFERENCE',
		periodical: 'JFULL',
		thesis: 'THES THESIS',
		report: 'RPRT GOVDOC REPORT',
		standard: 'STAND',
		webpage: 'ELEC WEB ONLINE',
		post: 'ICOMM',
		'post-weblog': 'BLOG',
		software: 'COMP',
		dataset: 'DATA AGGR DBASE',
		patent: 'PAT',
		legal_case: 'CASE',
		legislation: 'STAT LEGAL',
		bill: 'BILL UNBILL UNBIL',
		hearing: 'HEAR',
		map: 'MAP',
		motion_picture: 'MPCT VIDEO DVIDEO ADVS MULTI',
		song: 'SOUND',
		musical_score: 'MUSIC',
		pamphlet: 'PAMP',
		manuscript: 'UNPB UNPD MANSCPT',
		personal_communication: 'PCOMM',
		speech: 'SLIDE',
		'entry-dictionary': 'DICT',
		'entry-encyclopedia': 'ENCYC',
		graphic: 'ART',
		figure: 'FIGURE CHART EQUA',
		classic: 'CLSWK ANCIENT',
	}).flatMap(([type, names]) => names.split(' ').map((name): [string, string] => [name, type])),
);

/** The CSL type of `JOUR`, or of `Journal Article`, which some exporters write instead; `document` for unknown types. */
export function risType(written: string): string {
	const name = written.trim().toUpperCase();
	return TYPES.get(name) ?? TYPES.get(name.split(/[\s_-]/)[0] ?? '') ?? 'document';
}

/** Whether `T2` is the series of an independent work, not the journal or book that contains it. */
export function standsAlone(type: string): boolean {
	return ['book', 'thesis', 'report', 'map', 'motion_picture', 'software', 'dataset', 'classic', 'pamphlet'].includes(
		type,
	);
}

/** Whether `IS` is an issue, not the number of a report or a patent. */
export function hasIssues(type: string): boolean {
	return ['article-journal', 'article-magazine', 'article-newspaper', 'paper-conference'].includes(type);
}

type Roles = readonly [NameVariable, NameVariable, NameVariable, NameVariable];

const USUAL_ROLES: Roles = ['author', 'editor', 'collection-editor', 'translator'];

/** Types of works without authors. Source: EndNote's table of reference types. */
const ROLES: Readonly<Record<string, Roles>> = {
	motion_picture: ['director', 'series-creator', 'producer', 'performer'],
	song: ['composer', 'editor', 'collection-editor', 'producer'],
	musical_score: ['composer', 'editor', 'collection-editor', 'producer'],
};

/** The roles of the people in `AU`, `A2`, `A3` and `A4`. */
export function rolesOf(type: string): Roles {
	return ROLES[type] ?? USUAL_ROLES;
}
