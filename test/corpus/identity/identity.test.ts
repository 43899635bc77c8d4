/** Which two records are one paper. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityOf } from '../../../server/src/corpus/identity/identity.ts';
import { identitySigns } from '../../../server/src/corpus/identity/identityMarks.ts';
import { relationOf } from '../../../server/src/corpus/identity/relation.ts';
import type { ItemDraft, PaperExtra } from '../../../server/src/corpus/paper.ts';
import type { RecordContent } from '../../../server/src/corpus/recordContent.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';

type Entry = Partial<ItemDraft> & {
	readonly key?: string;
	readonly year?: number;
	readonly by?: string;
	/** The container. */
	readonly in?: string;
	readonly extra?: PaperExtra;
};

/** `by`: authors as `Given Family; ...`; without a space, a team. */
function record({ key, year, by, in: container, extra, ...item }: Entry): RecordContent {
	const author = by?.split('; ').map((name) => {
		const [given, family] = name.split(/ (?=\S+$)/);
		return family === undefined ? { literal: name } : { given: given ?? '', family };
	});
	return withRichText<RecordContent>({
		...(key !== undefined && { key }),
		item: {
			type: 'article',
			...(author && { author }),
			...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
			...(container !== undefined && { 'container-title': container }),
			...item,
		},
		...(extra && { extra }),
	});
}

function checkOne(a: Entry, b: Entry, expected = true): void {
	const [left, right] = [identityOf(record(a)), identityOf(record(b))];
	const text = JSON.stringify([a, b]);
	assert.equal(relationOf(left, right).tie !== undefined, expected, text);
	assert.equal(relationOf(right, left).tie !== undefined, expected, `the other way round: ${text}`);
}

const checkTwo = (a: Entry, b: Entry) => checkOne(a, b, false);

/** One paper, and found by a mark that both have. */
function checkFound(a: Entry, b: Entry): void {
	checkOne(a, b);
	const [left, right] = [identitySigns(record(a)).marks, identitySigns(record(b)).marks];
	const shared = Object.entries(left).filter(([name, value]) => value !== null && value === right[name as 'doi']);
	assert.notEqual(shared.length, 0, `no mark in common: ${JSON.stringify([a, b])}`);
}

const DUNES = 'Grazing on shifting dunes at night';

test('an equal identifier makes records one, from field or address', () => {
	const paper = { title: DUNES, by: 'Ada Ash', year: 2019 };
	checkFound({ ...paper, DOI: '10.1000/X' }, { DOI: 'https://doi.org/10.1000/x' });
	checkFound({ ...paper, DOI: '10.1000/x' }, { URL: 'https://doi.org/10.1000/X' });
	const arxiv = { ...paper, extra: { arxiv: '1706.03762' } };
	checkFound(arxiv, { DOI: '10.48550/arXiv.1706.03762' });
	checkFound(arxiv, { URL: 'http://arxiv.org/pdf/1706.03762v3' });
	checkFound(arxiv, { DOI: '10.1000/published', URL: 'https://arxiv.org/abs/1706.03762' });
	checkFound({ ...paper, PMID: '0012345' }, { PMID: 'PMID: 12345' });
	checkFound({ ...paper, PMID: '12345' }, { URL: 'https://pubmed.ncbi.nlm.nih.gov/12345/' });
});

test('an equal DOI joins titles that differ in some words, or are in two languages', () => {
	const paper = { by: 'Ada Ash; Eve Elm', DOI: '10.1000/x', in: 'Coasts', page: '1-20' };
	checkOne({ ...paper, title: DUNES }, { ...paper, title: `${DUNES}: a survey of sheep`, by: 'A Ash' });
	checkOne({ ...paper, title: DUNES }, { ...paper, title: 'Weiden auf wandernder Düne' });
});

test('an equal DOI of a whole does not join its parts', () => {
	const supplement = { DOI: '10.1000/60s1', in: 'Journal of Grain', volume: '60' };
	const one = { ...supplement, title: 'Oat bran lowers lipids', by: 'Ruth Alder', page: 'S31' };
	const two = { ...supplement, title: 'Night shifts and heart failure', by: 'Ina Cedar', page: 'S299' };
	checkTwo(one, two);
	checkTwo(one, { ...two, by: 'Ruth Alder' });
	checkTwo({ ...supplement, title: one.title }, { ...supplement, title: two.title });
	const chapter = { type: 'chapter', title: 'Tides and trade', by: 'Bob Beech', DOI: '10.1000/b', in: 'Coasts' };
	checkTwo(chapter, { type: 'book', title: 'Coasts', by: 'Bob Beech', DOI: '10.1000/b' });
	checkTwo({ ...chapter, 'chapter-number': '2' }, { ...chapter, 'chapter-number': '3' });
});

test('an erratum, a reply and another part are two papers in spite of an equal DOI', () => {
	const paper = { title: DUNES, by: 'Ada Ash', year: 2019, DOI: '10.1000/x' };
	checkTwo(paper, { ...paper, title: `Erratum: ${DUNES}` });
	checkTwo(paper, { ...paper, title: `Reply to ${DUNES}` });
	checkTwo({ ...paper, title: `${DUNES}, part II` }, { ...paper, title: `${DUNES}, part III` });
	checkTwo(paper, { ...paper, title: DUNES, by: 'Zoe Yew', year: 2001 });
});

test('an equal title needs half of the shorter list of authors', () => {
	const paper = { title: DUNES, by: 'Jacob Devlin; Ming Chang', year: 2018 };
	checkFound(paper, { title: 'Grazing on Shifting Dunes -- at night.', by: 'M. Chang', year: 2018 });
	checkFound(paper, { title: 'Grazing on shifting dunes atnight', by: 'M. Chang; A. Other', year: 2018 });
	checkTwo(paper, { ...paper, by: 'A. Lee' });
	checkTwo(paper, { ...paper, by: 'Xu Chang' });
	checkTwo(paper, { ...paper, title: `${DUNES} in spring` });
});

test('what databases add to titles does not count', () => {
	const paper = { by: 'Olga Larch; Igor Maple', year: 2016 };
	for (const title of [`[${DUNES}].`, `${DUNES}. [Russian]`, `${DUNES} (abstract)`, `[${DUNES}] [Article in French]`]) {
		checkFound({ ...paper, title: DUNES }, { ...paper, title });
	}
	checkTwo({ ...paper, title: DUNES }, { ...paper, title: `Comment on ${DUNES}` });
});

test('years are equal, or one apart with an equal place, a preprint or an article online first', () => {
	const paper = { title: DUNES, by: 'Ada Ash; Eve Elm', year: 2018, in: 'Journal of Coasts' };
	checkTwo(paper, { ...paper, year: 2019 });
	checkOne({ ...paper, volume: '7' }, { ...paper, volume: '7', year: 2019 });
	checkOne({ ...paper, page: '1-14' }, { ...paper, year: 2019, volume: '33', page: '566-582' });
	checkOne({ ...paper, in: 'arXiv' }, { ...paper, year: 2019, volume: '7', page: '9' });
	checkTwo({ ...paper, in: 'arXiv' }, { ...paper, year: 2020, volume: '7', page: '9' });
	const { year: _, ...undated } = paper;
	checkOne(paper, undated);
});

test('volumes and pages are compared as numbers', () => {
	const paper = { title: DUNES, by: 'Ada Ash; Eve Elm', year: 2018, in: 'Journal of Grain Medicine' };
	const place = (volume: string, page: string) => ({ ...paper, volume, page });
	checkOne(place('66', 'A599'), place('66 (Supplement 1)', 'A599'));
	checkOne(place('66', '494--496'), place('LXVI', '494-6'));
	checkOne(place('66', '2266--2280'), place('66', '2261-2275'));
	checkOne(place('66', '118'), place('66', '1--7'));
	checkTwo(place('66', '118'), place('67', '118'));
	checkTwo(place('66', '118-120'), place('66', '301--302'));
});

test('two containers make two papers if volume or page differ as well; abbreviations are one container', () => {
	const paper = { title: DUNES, by: 'Ada Ash; Eve Elm', year: 2018 };
	checkTwo(
		{ ...paper, in: 'Circulating Letters', volume: '136' },
		{ ...paper, in: 'Annals of the Heart', volume: '243' },
	);
	checkTwo({ ...paper, in: 'Sand', page: '9' }, { ...paper, in: 'Water', page: '77', volume: '2' });
	const place = { volume: '7', page: '5' };
	const written = { ...paper, ...place, in: 'Transactions on Database Systems', DOI: '10.1000/1' };
	checkOne(written, { ...paper, ...place, in: 'ACM Trans. Database Syst. (TODS)', DOI: '10.1000/7' });
	checkTwo(written, { ...paper, ...place, in: 'Other Letters', DOI: '10.1000/7' });
});

test('a journal, a conference, a book and a thesis are two papers', () => {
	const paper = { title: DUNES, by: 'Ada Ash; Eve Elm', year: 2018 };
	checkTwo({ ...paper, type: 'thesis' }, { ...paper, type: 'article-journal' });
	checkTwo({ ...paper, type: 'paper-conference' }, { ...paper, type: 'article-journal', in: 'Journal of Coasts' });
	checkOne({ ...paper, type: 'paper-conference' }, { ...paper, type: 'article-journal', in: 'Conference on Coasts' });
	checkOne(
		{ ...paper, type: 'report', extra: { arxiv: '1801.00001' } },
		{ ...paper, type: 'article-journal', in: 'J' },
	);
});

test('part, edition, version and number tell works apart', () => {
	const work = { title: 'The collected works of Ada Ash', by: 'Ada Ash', year: 2018, type: 'book' };
	checkTwo({ ...work, volume: '1' }, { ...work, volume: '2' });
	checkTwo({ ...work, edition: '2nd' }, { ...work, edition: 'Third edition' });
	checkOne({ ...work, edition: '2' }, { ...work, edition: 'Second' });
	checkTwo({ ...work, version: '3.6.1' }, { ...work, note: 'R package version 3.6.2' });
	checkOne({ ...work, version: 'v3.6.0' }, { ...work, note: 'R package version 3.6' });
	const patent = { ...work, type: 'patent', title: 'A gate for sheep on dunes' };
	checkTwo({ ...patent, number: 'US1234567' }, { ...patent, number: 'EP2345678' });
	checkOne({ ...patent, number: 'US 1,234,567 B2' }, { ...patent, number: 'US1234567' });
});

test('two posts at two addresses are two, two addresses of an article say nothing', () => {
	const text = { title: 'What I saw this week', by: 'Ada Ash', year: 2018 };
	const [here, there] = [{ URL: 'https://ash.example/1' }, { URL: 'https://ash.example/2' }];
	for (const type of ['post', 'post-weblog', 'webpage']) {
		checkTwo({ ...text, type, ...here }, { ...text, type, ...there });
		checkOne({ ...text, type, ...here }, { ...text, type, URL: 'http://www.ash.example/1/#top' });
	}
	checkOne({ ...text, type: 'article-journal', ...here }, { ...text, type: 'article-journal', ...there });
});

test('titles that come back need an equal place', () => {
	for (const title of ['Editorial', 'Message from the chair', 'Author index', 'Trade press news', 'Short notes']) {
		const piece = { title, by: 'Ken Quince', year: 2001, in: 'Stored Things Record' };
		checkTwo(piece, piece);
		checkFound({ ...piece, volume: '3', page: '12' }, { ...piece, volume: '3', page: '12-13' });
		checkTwo({ ...piece, volume: '3', page: '12' }, { ...piece, volume: '3', page: '40' });
		checkFound({ ...piece, key: 'quince1' }, { ...piece, key: 'quince1' });
	}
});

test('records without authors need an equal place, or a long title of their own', () => {
	const page = { title: DUNES, year: 2018 };
	checkFound(page, page);
	checkTwo(page, { ...page, year: 2019 });
	checkTwo({ title: 'Dunes', year: 2018 }, { title: 'Dunes', year: 2018 });
	checkTwo({ ...page, in: 'Coasts' }, { ...page, in: 'Coasts' });
	checkOne({ ...page, in: 'Coasts', volume: '3', page: '12' }, { ...page, in: 'Coasts', volume: '3', page: '12' });
	checkTwo({ year: 2018 }, { year: 2018 });
});

test('near titles need an equal place, one year or a preprint; more words an equal place', () => {
	const paper = { title: DUNES, by: 'Ada Ash; Eve Elm', year: 2018, in: 'Coasts' };
	const mistyped = { ...paper, title: 'Grazing on shiftng dunes at nights' };
	const longer = { ...paper, title: `Short report: ${DUNES}` };
	checkFound({ ...paper, volume: '7', page: '5-9' }, { ...mistyped, volume: '7', page: '5' });
	checkFound({ ...paper, volume: '7', page: '5-9' }, { ...longer, volume: '7', page: '5' });
	checkOne(paper, mistyped);
	checkTwo(paper, longer);
	checkTwo(paper, { ...mistyped, by: 'Ada Ash; Bob Beech' });
	checkTwo({ ...paper, title: `${DUNES} 1` }, { ...paper, title: `${DUNES} 2` });
	assert.equal(relationOf(identityOf(record(paper)), identityOf(record(longer))).isNear, true);
});

test('family names are compared without accents and particles, with lost letters, teams as a whole', () => {
	const paper = { title: DUNES, year: 2018 };
	checkOne({ ...paper, by: 'Wojciech Łoś' }, { ...paper, by: 'W. Los' });
	checkOne({ ...paper, by: 'Uwe Günther' }, { ...paper, by: 'Uwe G?nther' });
	checkOne({ ...paper, by: 'Wei Zhang' }, { ...paper, by: 'Zhang Wei' });
	const particle = { ...paper, author: [{ family: 'van der Maaten', given: 'L.' }] };
	checkOne(particle, { ...paper, author: [{ family: 'Maaten', 'non-dropping-particle': 'van der' }] });
	checkOne({ ...paper, author: [{ literal: 'Olmo Team' }] }, { ...paper, by: 'Olmo Team' });
	checkTwo({ ...paper, author: [{ literal: 'Olmo Team' }] }, { ...paper, author: [{ literal: 'Qwen Team' }] });
});

test('names and containers are compared as they read, whatever markup a file has in them', () => {
	const author = (family: string) => ({ title: DUNES, year: 2020, author: [{ family, given: 'Ann' }] });
	for (const written of ['M&uuml;ller', 'M{\\"u}ller', '<b>Müller</b>']) {
		checkOne(author('Müller'), author(written));
	}
	checkOne(
		{ title: DUNES, author: [{ literal: 'R&D Group' }] },
		{ title: DUNES, author: [{ literal: 'R&amp;D Group' }] },
	);
});

test('a record without title, people and number completes the one of the same key', () => {
	const paper = { key: 'nut2010', title: DUNES, by: 'Nick Nut', year: 2010, type: 'book' };
	checkOne(paper, { key: 'nut2010' });
	checkOne(paper, { key: 'nut2010', type: 'article-journal', URL: 'https://x.example/1' });
	checkOne({ key: 'nut2010' }, { key: 'nut2010' });
	checkTwo(paper, { key: 'nut2011' });
	checkTwo(paper, { key: 'nut2010', year: 2011 });
	checkTwo(paper, { key: 'nut2010', DOI: '10.1000/x' });
	checkTwo(paper, { key: 'nut2010', by: 'Paul Palm' });
	const untitled = { key: 'nut2010', by: 'Nick Nut', year: 2010, URL: 'https://x.example/1' };
	checkFound(untitled, untitled);
	checkOne(paper, untitled);
});
