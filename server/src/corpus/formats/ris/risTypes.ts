/** Maps RIS reference types, and those of tools with types of their own, to CSL types. */

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
