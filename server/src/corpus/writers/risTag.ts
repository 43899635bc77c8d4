/** The RIS reference type of a CSL type. */

interface RisType {
	readonly tag: string;
	/** The CSL type as which the entry is read. */
	readonly readAs: string;
}

const TAGS: Readonly<Record<string, string>> = {
	article: 'PREPRINT',
	'article-journal': 'JOUR',
	'article-magazine': 'MGZN',
	'article-newspaper': 'NEWS',
	bill: 'BILL',
	book: 'BOOK',
	chapter: 'CHAP',
	classic: 'CLSWK',
	dataset: 'DATA',
	document: 'GEN',
	'entry-dictionary': 'DICT',
	'entry-encyclopedia': 'ENCYC',
	figure: 'FIGURE',
	graphic: 'ART',
	hearing: 'HEAR',
	legal_case: 'CASE',
	legislation: 'STAT',
	manuscript: 'UNPB',
	map: 'MAP',
	motion_picture: 'VIDEO',
	musical_score: 'MUSIC',
	pamphlet: 'PAMP',
	'paper-conference': 'CPAPER',
	patent: 'PAT',
	periodical: 'JFULL',
	personal_communication: 'PCOMM',
	post: 'ICOMM',
	'post-weblog': 'BLOG',
	report: 'RPRT',
	software: 'COMP',
	song: 'SOUND',
	speech: 'SLIDE',
	standard: 'STAND',
	thesis: 'THES',
	webpage: 'ELEC',
};

/** The nearest types of those that RIS lacks. */
const NEAREST: Readonly<Record<string, string>> = {
	broadcast: 'motion_picture',
	entry: 'entry-dictionary',
	regulation: 'legislation',
	review: 'article-journal',
	'review-book': 'article-journal',
	treaty: 'legislation',
};

export function risTypeOf(type: string): RisType {
	const readAs = TAGS[type] === undefined ? (NEAREST[type] ?? 'document') : type;
	return { tag: TAGS[readAs] ?? 'GEN', readAs };
}
