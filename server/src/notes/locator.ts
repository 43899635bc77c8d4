/**
 * Locators: the part of a paper that a citation means, by CSL's terms and the abbreviations that its locales use
 * (https://docs.citationstyles.org/en/stable/specification.html#locators).
 */

/** Each of CSL's terms, and what people write for it, in lower case and without full stops at the end. */
const TERMS = {
	page: 'p pp pg pgs page pages s seite seiten pág págs pag pagina páginas pagine blz side sida sidor str с стр 页 頁 쪽',
	chapter:
		'ch chs chap chaps chapter chapters kap kapitel chapitre chapitres cap caps capítulo capitolo hfdst rozdz гл 章',
	section: 'sec secs sect section sections § §§ abschn abschnitt sección sez sezione 节 節',
	figure: 'fig figs figure figures abb abbildung afb figura rys рис 图 図',
	volume: 'vol vols volume volumes bd bde band t tome tomo т том 卷 巻',
	table: 'tbl tbls tab tabs table tables tabelle tabla tableau 表',
	note: 'n nn note notes fn anm nota voetnoot',
	line: 'l ll line lines z zeile zeilen ligne lignes rigo',
	paragraph: 'para paras par paragraph paragraphs ¶ ¶¶ abs absatz párr',
	part: 'pt pts part parts teil partie parte deel',
	book: 'bk bks book books buch livre libro',
	column: 'col cols column columns sp spalte spalten',
	equation: 'eq eqs eqn eqns equation equations gl gleichung',
	appendix: 'app apps appendix appendices anh anhang annexe',
	article: 'art arts article articles artikel',
	folio: 'fol fols folio folios bl blatt',
	issue: 'no nos nr nrs issue issues heft № n° nº',
	verse: 'v vv verse verses vers',
	supplement: 'supp supps suppl supplement supplements',
	opus: 'op opp opus opera',
	scene: 'sc scs scene scenes szene',
	act: 'act acts akt',
	rule: 'r rr rule rules regel',
	canon: 'can cann canon canons',
} as const;

export type LocatorTerm = keyof typeof TERMS;

export interface Locator {
	readonly term: LocatorTerm;
	/** `12`, `12–15`, `iv`, `3.2, 3.4` */
	readonly value: string;
	/** Whether the value names several, as `12-15` and `12 f.` do. */
	readonly isSeveral: boolean;
	/** Its place in the text, with the term. */
	readonly start: number;
	readonly end: number;
}

const TERM_OF: ReadonlyMap<string, LocatorTerm> = new Map(
	(Object.keys(TERMS) as LocatorTerm[]).flatMap((term) => TERMS[term].split(' ').map((written) => [written, term])),
);

const NUMBER = String.raw`(?:\p{Lu}?\d+[a-z]?(?:[.:]\d+[a-z]?)*|[ivxlcdm]+|[IVXLCDM]+)(?![\p{L}\d])`;
const RANGE = String.raw`${NUMBER}(?:\s?[-–—]{1,3}\s?${NUMBER}|\s?ff?\b)?`;
const VALUE = String.raw`${RANGE}(?:(?:\s?,\s?|\s(?:&|and|und|et|y|e)\s)(?=\d)${RANGE})*`;

/** A term with its value: `p. 12`, `pp.12-15`, `§ 3.2`, `第12页` has the term behind. */
const WITH_TERM = new RegExp(String.raw`(\p{L}+|§{1,2}|¶{1,2}|№|n[°º])\.?\s*(${VALUE})`, 'uy');
const BEFORE_TERM = /第?(\d+(?:[-–—]\d+)?)([页頁章节節卷巻쪽])/uy;

/** Without a term it is a page. */
const BARE = new RegExp(String.raw`(?=\d)(${VALUE})(?=\s*(?:[,;}]|$))`, 'uy');

/** Where a locator may begin: at the beginning, and after a comma, semicolon or brace. */
const BEGINNINGS = /^[{(]?\s*|[,;{(]\s*/g;

/** The locators in the words after a reference, in order. For `§ 3, p. 12, my emphasis` these are a section and a page. */
export function locatorsIn(text: string): Locator[] {
	const found: Locator[] = [];
	for (const { 0: before, index } of text.matchAll(BEGINNINGS)) {
		const start = index + before.length;
		const locator = start >= (found.at(-1)?.end ?? 0) ? locatorAt(text, start) : undefined;
		found.push(...(locator ? [locator] : []));
	}
	return found;
}

function locatorAt(text: string, start: number): Locator | undefined {
	const [whole, written = '', value = ''] = matchAt(WITH_TERM, text, start) ?? [];
	const term = TERM_OF.get(written.toLowerCase());
	if (whole !== undefined && term) {
		return locator(term, value, { start, end: start + whole.length });
	}
	const [behind, number = '', sign = ''] = matchAt(BEFORE_TERM, text, start) ?? [];
	const signed = TERM_OF.get(sign);
	if (behind !== undefined && signed) {
		return locator(signed, number, { start, end: start + behind.length });
	}
	const [bare] = matchAt(BARE, text, start) ?? [];
	return bare === undefined ? undefined : locator('page', bare, { start, end: start + bare.length });
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
	pattern.lastIndex = start;
	return pattern.exec(text);
}

function locator(term: LocatorTerm, written: string, place: Pick<Locator, 'start' | 'end'>): Locator {
	const value = written.trim().replace(/\s?[-–—]{1,3}\s?/g, '–');
	return { term, value, isSeveral: /[–,&]|\s|ff?$/.test(value), ...place };
}

/** The page to open, counted as the paper counts: the first of the first locator that has one in Arabic numerals. */
export function pageOf(locators: readonly Locator[]): number | undefined {
	const page = locators.find(({ term, value }) => term === 'page' && /^\d/.test(value));
	return page && Number.parseInt(page.value, 10);
}
