/** Where we read BibTeX otherwise than Better BibTeX does, on purpose, and why. */

import type { FieldResult } from './zoteroFields.ts';

export interface KeptDifference {
	readonly field: string;
	readonly reason: string;
	/** The entries concerned; where absent, `holds` says which. */
	readonly keys?: readonly string[];
	readonly holds?: (expected: string, actual: string) => boolean;
}

const isMissing = (expected: string) => expected === '';
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

export const KEPT_DIFFERENCES: readonly KeptDifference[] = [
	{ field: 'key', reason: 'The entry has no key; Better BibTeX makes one up.', holds: (_, actual) => actual === '' },
	{
		field: 'key',
		reason: 'Better BibTeX handed this file to Zotero, which makes keys of its own.',
		keys: ['Fosas2018'],
	},
	{
		field: 'DOI',
		reason: '"doi:" and "http://dx.doi.org/" are no part of a DOI.',
		holds: (expected, actual) => expected.endsWith(actual) && actual.startsWith('10.'),
	},
	...['DOI', 'container', 'pages', 'ISBN', 'issue'].map((field) => ({
		field,
		reason: "The file says it; Zotero's type of item has no field for it, and Better BibTeX lets it go.",
		holds: isMissing,
	})),
	{
		field: 'title',
		reason: 'An addition is no part of the title by which records join; it is kept as a note.',
		holds: (expected, actual) => expected.startsWith(`${actual}. `),
	},
	{ field: 'abstract', reason: 'Escaped braces are text.', keys: ['Ghallab20141'] },
	{ field: 'container', reason: 'A raised word is a word.', keys: ['Frit2'] },
	{
		field: 'creators',
		reason: 'The number that DBLP gives a person, and "et al.", are no parts of a name.',
		keys: ['journals/corr/abs-1106-5271', 'Kay:85'],
	},
	{
		field: 'title',
		reason: 'Title and subtitle are parted by a colon, as Zotero, Pandoc and citeproc do; Better BibTeX sets a point.',
		holds: (expected, actual) => letters(expected) === letters(actual) && /: /.test(actual),
	},
	{
		field: 'container',
		reason: 'The subtitle of a book belongs to its title; Better BibTeX drops it.',
		holds: (expected, actual) => actual.startsWith(`${expected}: `),
	},
	{
		field: 'title',
		reason: 'The brace, the bracket or the bar of a text that was exported twice; we keep the letters.',
		holds: (expected, actual) =>
			letters(expected.normalize('NFD').replace(/\p{M}/gu, '')) ===
			letters(actual.normalize('NFD').replace(/\p{M}/gu, '')),
	},
	{
		field: 'title',
		reason: 'Subscripts of words stand as Unicode has them where it has them all, else behind a low line.',
		keys: ['Altarawneh_2010', 'Masumi_1991', 'Isobe_1996'],
	},
	{
		field: 'title',
		reason: 'Mathematics that an exporter has escaped twice: neither side can tell what was meant.',
		keys: ['Seo_2013', 'Keller_2014', 'Landmann2015', 'Rigutti_2010a', 'Keller_2007'],
	},
	{
		field: 'title',
		reason: 'The addition to a title follows the subtitle, as in BibLaTeX; Better BibTeX puts it between the two.',
		keys: ['10.4:58', '10.5:60', '10.5:61'],
	},
	{
		field: 'title',
		reason: 'The test renames the field `lista` to `title` by a setting of its own.',
		keys: ['Algar1985'],
	},
	{
		field: 'title',
		reason: 'The key stands several times in the file, and its items are told apart by nothing else.',
		keys: ['Doe-2017', 'Other-', 'Unkonw-'],
	},
	{
		field: 'creators',
		reason: '"and others" is no person: we say that the list is truncated.',
		holds: (expected, actual) => expected.replace(/author: others\|(?:; )?/, '').replace(/; $/, '') === actual,
	},
	{
		field: 'creators',
		reason: '"Guy L. Steele, Jr." and "Steele, Guy L., Jr." name a Steele; by the letter they name a Jr.',
		keys: [
			...['Barton:87', 'Granger', 'Kyburg:91', 'Lansky:SSS95', 'McCluskey:56', 'Schubert:90', 'Campo_mrssp_2001'],
			...['Doppalapudi_jap_1998', 'Cui_2012', 'miller85', 'Merle_1967', 'Merle_1974'],
		],
	},
	{
		field: 'creators',
		reason: 'The háček belongs to the letter behind it, as TeX sets it; Better BibTeX puts it on the one before.',
		holds: (expected, actual) =>
			letters(expected.normalize('NFD')).replace(/\p{M}/gu, '') ===
			letters(actual.normalize('NFD')).replace(/\p{M}/gu, ''),
	},
	{
		field: 'creators',
		reason: 'Damaged or unknown accents; the letters are all there.',
		keys: ['Bogadottir2012', 'MR1870153', 'Hulin_1980'],
	},
	{
		field: 'creators',
		reason: '"Cullis, A.G.; Hutchison, J.L." are two people.',
		holds: (expected) => expected.includes('; hutchison|'),
	},
	{
		field: 'creators',
		reason: 'An editor stays one where Zotero has only contributors; producers and hosts are contributors.',
		keys: [
			...['Ball.W:2014a', 'Roberts2006', 'Koster2006', 'Fondrie2004', 'Calhoun2018'],
			...['10.12:87a', '10.12:87b', '10.2:22a', '10.2:29b'],
		],
	},
	{
		field: 'creators',
		reason: '"the Arts National Endowment for": nothing to be made of it.',
		keys: ['for2014'],
	},
	{
		field: 'container',
		reason: 'An article with a journal and a title of proceedings is in the journal.',
		keys: ['Kant:77', 'WarrenETAL:1977', 'Makhniy_ass_2006', 'Wilkinson_slms_2009'],
	},
	{
		field: 'container',
		reason: 'Better BibTeX knows this abbreviation from a table of its own.',
		keys: ['Kowalski:75', 'Knoll_1932', 'Vegard_zp_1921', 'Kupers_2019', 'Bruenig2017'],
	},
	{
		field: 'date',
		reason: 'A range has two ends; Better BibTeX keeps the first or the text.',
		holds: (expected, actual) => actual.includes('/') && expected.includes(actual.slice(0, 4)),
	},
	{
		field: 'date',
		reason: 'Month and day are read where Better BibTeX leaves the text or drops them.',
		holds: (expected, actual) => /^\d{4}-\d+/.test(actual) && expected.includes(actual.slice(0, 4)),
	},
	{
		field: 'date',
		reason: 'There is no month 25 or 31, nor one called "ar"; CSL has no way to say that a range is open.',
		keys: ['Bareket-Bojmel2013', 'Evans2016', 'Tambe:97', '10.13:93'],
	},
	{
		field: 'abstract',
		reason: 'A bare % in an abstract is a per cent sign to whoever wrote it, and a bare < less than.',
		holds: (expected, actual) => /%/.test(actual.slice(expected.length - 5)) || /[¡¿]/.test(expected),
	},
	{
		field: 'abstract',
		reason: 'A lone dollar, tilde or unknown command stays visible; a citation stands in brackets.',
		keys: [
			...[
				'Olsen_1980_proc',
				'Wang_1980_proc',
				'Trivich_1978',
				'Wang_2007',
				'Mysyrowicz_1980',
				'Kim_2004',
				'Shimada_1989',
			],
			...['Adachi_1989', 'Edelkamp04', 'Willis2015', 'Maity2018', 'Akhavan_2009'],
		],
	},
	{ field: 'keywords', reason: 'Braces around all keywords belong to none of them.', keys: ['Fosas2018'] },
	{ field: 'url', reason: 'An address holds no braces.', keys: ['yaroshetskii1983'] },
	{ field: 'pages', reason: 'A lone hyphen is no page.', holds: (expected) => expected === '-' },
	{
		field: 'issue',
		reason: 'The number of a patent, without the country that its type implies.',
		keys: ['sorace', 'laufenberg'],
	},
	{ field: 'issue', reason: '`eid` is the article number, which is no issue.', keys: ['Lymperakis_apl_2013'] },
	{ field: 'ISBN', reason: 'The ISBN stands in a note.', keys: ['Perinet_1989_book'] },
];

/** Why `result`, of the entry `key`, may differ; undefined where nobody has said so. */
export function reasonToDiffer(key: string, { field, expected, actual }: FieldResult): string | undefined {
	return KEPT_DIFFERENCES.find(
		(kept) => kept.field === field && (kept.keys?.includes(key) === true || kept.holds?.(expected, actual) === true),
	)?.reason;
}
