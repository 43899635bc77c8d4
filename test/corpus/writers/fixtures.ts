/** Papers of every kind, and papers that some format cannot hold. */

import { NAME_VARIABLES } from '../../../server/src/corpus/cslVariables.ts';
import type { ExtraDraft, ItemDraft } from '../../../server/src/corpus/paper.ts';
import type { ExportedPaper } from '../../../server/src/corpus/writers/exportedPaper.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';

const TYPES = [
	...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter'],
	...['classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event'],
	...['figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture'],
	...['musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication'],
	...['post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard'],
	...['thesis', 'treaty', 'webpage'],
];

function paper(key: string, item: Partial<ItemDraft>, extra: ExtraDraft = {}, ...aliases: string[]): ExportedPaper {
	const draft: ItemDraft = { id: key, type: 'article-journal', title: `Title of ${key}`, ...item };
	return withRichText<ExportedPaper>({ key, aliases, item: draft, extra });
}

const AUTHOR = [{ family: 'Ash', given: 'Ann' }];

/** One of each type, with what most types have. */
const OF_EACH_TYPE = TYPES.map((type) =>
	paper(`of-${type}`, {
		type,
		author: AUTHOR,
		issued: { 'date-parts': [[2019, 4]] },
		'container-title': 'Annals of Leaves & Bark',
		'collection-title': 'Series on Trees',
		'collection-number': '7',
		volume: '12',
		issue: '3',
		number: 'TR-9',
		page: '12-34',
		publisher: 'Bough & Sons',
		'publisher-place': 'Elmhurst',
		genre: 'Survey',
	}),
);

const TEXTS: Readonly<Record<string, string>> = {
	escapes: 'R&D at 100 % of #1: a_b, a^b, ~x, {set}, C:\\temp, `code`, 5 < 6 > 4, "quoted" – it’s',
	markup: 'On <i>E. coli</i>, <b>bold <i>both</i></b>, H<sub>2</sub>O and x<sup>n</sup>',
	caps: '<span style="font-variant: small-caps;">Small</span> and <span class="nocase">kept Case</span>',
	math: 'Solving $x^2 + \\frac{1}{2} = \\alpha_{i}$ in $O(n \\log n)$, for \\$5 or $6',
	accents: 'Łukasiewicz, Erdős, Nguyễn, Čapek, ﬁne and 日本語',
	entities: 'Fish &amp; chips &eacute;t&eacute; &lt;b',
	hyphens: "A {BERT}-like model -- 'quoted' ''doubly''",
	acronyms: 'BERT: Pre-training of Deep Models for iPhones in the USA',
	sentence: 'Stories of London and the people of Kyoto: Lost words',
};

const OF_TEXTS = Object.entries(TEXTS).map(([name, title]) =>
	paper(`text-${name}`, { title, 'container-title': title, abstract: `${title}.\n\nSecond paragraph.`, note: title }),
);

const PEOPLE = [
	{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
	{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
	{ family: 'Griffin', given: 'Ken', suffix: 'III' },
	{ family: 'Van Gool', given: 'Luc' },
	{ family: 'hooks', given: 'bell' },
	{ literal: 'World Health Organization' },
	{ literal: 'R&D Team' },
	{ family: 'Plato' },
	{ family: '张', given: '伟' },
	{ family: 'Müller-Lüdenscheidt', given: 'Hans-Jürgen' },
	{ family: "O'Brien", given: 'Seán' },
	{ family: 'García Márquez', given: 'Gabriel' },
];

const DATES: Readonly<Record<string, ItemDraft['issued']>> = {
	year: { 'date-parts': [[2017]] },
	month: { 'date-parts': [[2017, 6]] },
	day: { 'date-parts': [[2017, 6, 2]] },
	range: {
		'date-parts': [
			[2016, 12, 28],
			[2017, 1, 3],
		],
	},
	months: {
		'date-parts': [
			[2017, 6],
			[2017, 7],
		],
	},
	years: { 'date-parts': [[2015], [2017]] },
	season: { 'date-parts': [[2017]], season: 1 },
	winter: { 'date-parts': [[2018]], season: 4 },
	about: { 'date-parts': [[1623]], circa: true },
	early: { 'date-parts': [[850]] },
	ancient: { 'date-parts': [[-399]] },
	words: { literal: 'in press' },
};

const OF_DATES = Object.entries(DATES).map(([name, issued]) =>
	paper(`date-${name}`, { ...(issued && { issued }), accessed: { 'date-parts': [[2024, 2, 29]] } }),
);

export const FIXTURES: readonly ExportedPaper[] = [
	...OF_EACH_TYPE,
	...OF_TEXTS,
	paper('people', { type: 'book', author: PEOPLE, editor: PEOPLE.slice(0, 3), translator: AUTHOR }),
	paper('roles', { type: 'book', ...Object.fromEntries(NAME_VARIABLES.map((variable) => [variable, AUTHOR])) }),
	paper('truncated', { author: AUTHOR }, { authorsTruncated: true }),
	paper('phd', { type: 'thesis', genre: 'PhD thesis', publisher: 'Bough University' }),
	paper('master', { type: 'thesis', genre: "Master's thesis" }),
	paper('msc', { type: 'thesis', genre: 'Master of Science' }),
	paper('plainThesis', { type: 'thesis' }),
	paper(
		'arxiv',
		{ type: 'article', issued: { 'date-parts': [[2017, 6, 12]] }, DOI: '10.48550/arXiv.1706.03762' },
		{ arxiv: '1706.03762', categories: ['cs.CL'] },
	),
	paper('oldArxiv', { type: 'article', URL: 'https://example.org/a' }, { arxiv: 'math.GT/0309136' }),
	paper('identifiers', {
		...{ DOI: '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O', ISBN: '978-3-16-148410-0' },
		...{ ISSN: '1878-0849', PMID: '30922926', PMCID: 'PMC6414667', URL: 'https://example.org/~ash/a_b?x=1&y=50%25#z' },
		...{ keyword: 'leaves, bark & roots, $x^2$', page: 'e12345', language: 'en-GB' },
	}),
	paper('everything', {
		...{ type: 'paper-conference', 'title-short': 'Short', 'container-title-short': 'Ann. Leaves', edition: '2' },
		...{ 'container-title': 'Annals', 'event-title': 'Meeting of Trees', 'event-place': 'Elmhurst', version: '1.2' },
		...{ 'number-of-volumes': '3', 'number-of-pages': '400', 'chapter-number': '4', part: '2', medium: 'Film' },
		...{ status: 'forthcoming', 'call-number': 'QA76', archive: 'Tree Archive', archive_location: 'Box 3' },
		...{ authority: 'Forest Court', 'original-title': 'Blätter', 'original-publisher': 'Ast', page: '1-9, 12' },
		...{ 'original-publisher-place': 'Ulm', 'original-date': { 'date-parts': [[1901]] }, note: 'See the errata.' },
		'event-date': {
			'date-parts': [
				[2019, 4, 2],
				[2019, 4, 5],
			],
		},
	}),
	paper('ash:2001/leaves+bark', { title: 'A key with signs' }),
	paper('named', {}, {}, 'ash2001', 'doi:10.1000/x'),
	...OF_DATES,
];

const ODD_NAMES = [
	{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
	{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'Van' },
	{ family: 'Smith', given: 'Ann', suffix: 'Esq.' },
	{ literal: 'Ash, Elm and Partners' },
];

/** Papers with what some format cannot hold. */
export const LOSSY: readonly ExportedPaper[] = [
	paper('12345', { title: 'A key of digits' }),
	paper('no{brace', { title: 'A key that BibTeX cannot hold' }),
	paper('files', {}, { attachments: ['files/a.pdf'], attachmentFolders: ['/home/ann'] }),
	paper('odd-names', { author: ODD_NAMES }),
	paper('pubmed-address', { URL: 'https://pubmed.ncbi.nlm.nih.gov/30922926/' }),
	paper('damaged', { title: 'N^{-}-Type' }),
	paper('repeated', { keyword: 'a, b, a', page: '1–3', 'title-short': 'Title of repeated' }),
	paper('same-title', { type: 'book', 'container-title': 'Title of same-title' }),
	paper('odd-dates', { issued: { literal: 'June 2017' }, accessed: { 'date-parts': [[2017]], season: 'Lent' } }),
	paper('odd-numbers', { ISSN: '1878-0849 (print)', URL: 'https://example.org/{a}', PMID: '123456789', DOI: 'none' }),
	paper('ftp', { URL: 'ftp://example.org/a.pdf', note: 'One.\n\nTwo.', 'container-title': 'Thin\u2009space' }),
	paper('howpublished', { medium: 'https://example.org/b' }),
	paper('empty', { title: undefined as unknown as string, type: 'legislation', page: '7' }),
	paper('preprint', { type: 'document' }, { arxiv: '1706.03762', categories: ['cs.CL', 'cs.LG'] }),
	paper(
		'listing',
		{},
		{
			...{ affiliations: ['Bough University'], hasCode: true, codeUrl: 'https://example.org/c', score: 58.1 },
			...{ pdfUrl: 'https://example.org/paper', yearInferred: true },
			translations: [{ language: 'ZH', title: '叶子', abstract: '树' }],
		},
	),
];
