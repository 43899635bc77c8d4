import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityOf, samePaper } from '../../server/src/corpus/identity.ts';
import { identityGroups } from '../../server/src/corpus/identityGroups.ts';
import type { ItemDraft, PaperExtra } from '../../server/src/corpus/paper.ts';
import type { RecordContent } from '../../server/src/corpus/recordContent.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';

type Entry = Partial<ItemDraft> & { readonly year?: number; readonly by?: string; readonly extra?: PaperExtra };

/** `by`: authors as `Given Family; ...`; without a space, a team. */
function identity({ year, by, extra, ...item }: Entry) {
	const author = by?.split('; ').map((name) => {
		const [given, family] = name.split(/ (?=\S+$)/);
		return family === undefined ? { literal: name } : { given: given ?? '', family };
	});
	const issued = year === undefined ? undefined : { 'date-parts': [[year]] };
	return identityOf(
		withRichText<RecordContent>({
			item: { type: 'article', ...(author && { author }), ...(issued && { issued }), ...item },
			...(extra && { extra }),
		}),
	);
}

function checkSame(a: Entry, b: Entry, expected = true): void {
	assert.equal(samePaper(identity(a), identity(b)), expected);
	assert.equal(samePaper(identity(b), identity(a)), expected, 'the other way round');
}

const checkApart = (a: Entry, b: Entry) => checkSame(a, b, false);

test('equal DOIs are one paper, whatever else is said', () =>
	checkSame({ DOI: '10.1000/X', title: 'One' }, { DOI: 'https://doi.org/10.1000/x', title: 'Another', year: 1999 }));

test('a DOI in the address counts', () => checkSame({ DOI: '10.1000/x' }, { URL: 'https://doi.org/10.1000/X' }));

test('equal arXiv ids are one paper, from field, DOI or address', () => {
	const field = { extra: { arxiv: '1706.03762' } };
	checkSame(field, { DOI: '10.48550/arXiv.1706.03762' });
	checkSame(field, { URL: 'http://arxiv.org/pdf/1706.03762v3' });
	checkSame(field, { DOI: '10.1000/published', URL: 'https://arxiv.org/abs/1706.03762' });
});

test('an equal title needs a shared author and years at most one apart', () => {
	const paper = { title: 'The {BERT} Model', by: 'Jacob Devlin; Ming Chang', year: 2018 };
	checkSame(paper, { title: 'The BERT model.', by: 'M. Chang', year: 2019 });
	checkApart(paper, { title: 'The BERT model', by: 'M. Chang', year: 2020 });
	checkApart(paper, { title: 'The BERT model', by: 'A. Lee', year: 2018 });
	checkApart(paper, { title: 'The BERT models', by: 'M. Chang', year: 2018 });
});

test('a known year and an unknown one are not the same; two unknown ones are', () => {
	checkApart({ title: 'T', by: 'A Lee', year: 2018 }, { title: 'T', by: 'A Lee' });
	checkSame({ title: 'T', by: 'A Lee' }, { title: 'T', by: 'B Lee' });
});

test('without authors, title and year are equal', () => {
	checkSame({ title: 'T', year: 2018 }, { title: 'T', year: 2018 });
	checkApart({ title: 'T', year: 2018 }, { title: 'T', year: 2019 });
	checkApart({ title: 'T', year: 2018 }, { title: 'T', year: 2018, by: 'A Lee' });
	checkApart({ year: 2018 }, { year: 2018 });
});

test('family names are compared without accents and particles, teams as a whole', () => {
	checkSame({ title: 'T', by: 'Wojciech Łoś' }, { title: 'T', by: 'W. Los' });
	const particle = identity({ title: 'T', author: [{ family: 'van der Maaten', given: 'L.' }] });
	const apart = identity({ title: 'T', author: [{ family: 'Maaten', 'non-dropping-particle': 'van der' }] });
	assert.ok(samePaper(particle, apart));
	const team = identity({ title: 'T', author: [{ literal: 'Olmo Team' }] });
	assert.ok(samePaper(team, identity({ title: 'T', by: 'Olmo Team' })));
	const other = identity({ title: 'T', author: [{ literal: 'Qwen Team' }] });
	assert.ok(!samePaper(team, other));
});

test('editorials of one author and year are told apart by DOI or place', () => {
	const editorial = { title: 'Editorial', by: 'A Lee', year: 2020, 'container-title': 'Journal' };
	checkApart({ ...editorial, DOI: '10.1000/1' }, { ...editorial, DOI: '10.1000/2' });
	checkApart({ ...editorial, volume: '1', page: '1-2' }, { ...editorial, volume: '2', page: '1-2' });
	checkApart({ ...editorial, volume: '1', page: '1-2' }, { ...editorial, volume: '1', page: '301--302' });
	checkSame({ ...editorial, volume: '1', page: '301' }, { ...editorial, page: '301-302' });
});

test('a preprint and the published paper are one, with two DOIs or two containers', () => {
	const paper = { title: 'T', by: 'A Lee', year: 2020 };
	checkSame({ ...paper, DOI: '10.1000/1' }, { ...paper, DOI: '10.1101/2020.01.30.927871' });
	checkSame({ ...paper, DOI: '10.1000/1' }, { ...paper, DOI: '10.48550/arXiv.2001.00001' });
	checkSame({ ...paper, 'container-title': 'arXiv', page: '1' }, { ...paper, 'container-title': 'Nature', page: '77' });
});

test('what is tied together by a third record is one paper', () => {
	const groups = identityGroups([
		identity({ DOI: '10.1000/1' }),
		identity({ title: 'Alone' }),
		identity({ extra: { arxiv: '2001.00001' } }),
		identity({ DOI: '10.1000/1', extra: { arxiv: '2001.00001' }, title: 'T', by: 'A Lee', year: 2020 }),
		identity({ title: 'T', by: 'A Lee', year: 2021 }),
	]);
	assert.deepEqual(groups, [[0, 2, 3, 4], [1]]);
});

test('names and containers are compared as they read, whatever markup a file has in them', () => {
	const paper = { title: 'T', year: 2020 };
	const author = (family: string) => ({ ...paper, author: [{ family, given: 'Ann' }] });
	for (const written of ['M&uuml;ller', 'M{\\"u}ller', '<b>Müller</b>']) {
		checkSame(author('Müller'), author(written));
	}
	checkApart(author('Mueller'), author('M&uuml;ller'));
	const team = (literal: string) => ({ ...paper, author: [{ literal }] });
	checkSame(team('R&D Group'), team('R&amp;D Group'));
	const editorial = { title: 'Editorial', by: 'A Lee', year: 2020, volume: '1' };
	checkApart(
		{ ...editorial, 'container-title': 'Science & Society' },
		{ ...editorial, 'container-title': 'Science &amp; Society', volume: '2' },
	);
});
