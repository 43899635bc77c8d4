/** What citations and entries look like in the styles that are shipped, and that only text comes through. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CslData, Rendered } from '../../server/src/citeproc/rendering.ts';
import { StyleEngines } from '../../server/src/citeproc/styleEngines.ts';
import { randomFrom, SEED } from '../support/random.ts';
import { ASH, cite, citeproc, engines, OAK, readShipped, rendering } from './shippedEngines.ts';

function article(year: number, ...families: readonly string[]): CslData {
	const author = families.map((family) => ({ family, given: 'A.' }));
	return { ...ASH, author, issued: { 'date-parts': [[year]] } };
}

function entriesOf(...given: Parameters<typeof rendering>): readonly (string | undefined)[] {
	return rendering(...given).entries.map(({ text }) => text);
}

test('prefix, locator, suffix, suppressed author, authors in the sentence and several papers', () =>
	assert.deepEqual(
		rendering('apa', [
			[cite(0, { prefix: 'see', locator: '4–5', label: 'page', suffix: 'my emphasis' })],
			[cite(0, { mode: 'suppressAuthor' })],
			[cite(0, { mode: 'inText', locator: '2', label: 'chapter', prefix: 'as' })],
			[cite(1), cite(0)],
		]).citations,
		[
			'(see Ash & Elm, 2020, pp. 4–5, my emphasis)',
			'(2020)',
			'as Ash & Elm (2020, Chapter 2)',
			'(Ash & Elm, 2020; Oak, 2021)',
		],
	));

test('papers that look alike get year suffixes, in citations and list, and long lists of authors are cut', () => {
	const papers = [
		article(2020, 'Fir'),
		{ ...article(2020, 'Fir'), title: 'Other' },
		article(2020, 'Fir', 'Yew', 'Box'),
	];
	const { citations, entries } = rendering('apa', [[cite(0)], [cite(1)], [cite(2)], [cite(0), cite(1)]], { papers });
	assert.deepEqual(citations, ['(Fir, 2020a)', '(Fir, 2020b)', '(Fir et al., 2020)', '(Fir, 2020a, 2020b)']);
	assert.deepEqual(
		entries.map(({ text = '' }) => text.slice(0, 24)),
		['Fir, A. (2020a). On tree', 'Fir, A. (2020b). Other. ', 'Fir, A., Yew, A., & Box,'],
	);
});

test('numbers run in the order of the text, ranges are joined, and authors are named in the sentence', () => {
	const papers = [article(2020, 'Fir'), article(2021, 'Bay', 'Yew'), article(2022, 'Elm', 'Yew', 'Box')];
	const citations = [[cite(2)], [cite(0)], [cite(1)], [cite(0), cite(1), cite(2)], [cite(1, { mode: 'inText' })]];
	assert.deepEqual(rendering('nature', citations, { papers }).citations, ['1', '2', '3', '1–3', 'Bay and Yew 3']);
	assert.deepEqual(
		rendering('ieee', citations, { papers }).entries.map(({ paper }) => paper),
		[2, 0, 1],
	);
});

test('a note style shortens what was cited before, and keeps the authors of the sentence apart', () => {
	const { citations, leads, isNoteStyle } = rendering('chicago-fullnote-bibliography', [
		[cite(0, { locator: '4', label: 'page' })],
		[cite(0, { locator: '4', label: 'page' })],
		[cite(1, { mode: 'inText' })],
		[cite(0)],
	]);
	assert.equal(isNoteStyle, true);
	assert.deepEqual(citations, [
		'Jo Ash and Al Elm, “On Trees,” Wood 3 (May 2020): 4, https://doi.org/10.1000/1.',
		'Ash and Elm, 4.',
		'Ann Oak, Oaks (Kew: Forest Press, 2021).',
		'Ash and Elm, “On Trees.”',
	]);
	assert.deepEqual(leads, ['', '', 'Oak', '']);
});

test('a style that has nothing but the authors names them once', () =>
	assert.deepEqual(
		rendering('modern-language-association', [
			[cite(0, { mode: 'inText' })],
			[cite(0, { mode: 'inText', locator: '4', label: 'page' })],
		]).citations,
		['Ash and Elm', 'Ash and Elm (4)'],
	));

test('the language is the one wanted, one of the same language, or American English', () => {
	const last = (locale: string): string =>
		rendering('harvard-cite-them-right', [[cite(0, { locator: '4', label: 'page' })]], { locale }).citations[0] ?? '';
	assert.deepEqual(['de', 'de-LU', 'fr-FR', 'xx', ''].map(last), [
		'(Ash und Elm, 2020, S. 4)',
		'(Ash und Elm, 2020, S. 4)',
		'(Ash et Elm, 2020, p. 4)',
		'(Ash and Elm, 2020, p. 4)',
		'(Ash and Elm, 2020, p. 4)',
	]);
});

test(`after any edits the rendering is that of a new engine (seed ${SEED})`, () => {
	const pick = randomFrom(SEED);
	const papers = [2020, 2021].flatMap((year) => [
		article(year, 'Fir'),
		article(year, 'Fir', 'Yew'),
		article(year, 'Oak'),
	]);
	for (const style of ['ieee', 'chicago-note-bibliography']) {
		let citations = [[cite(0)]];
		for (let edit = 0; edit < 8; edit++) {
			const at = pick(citations.length + 1);
			const made = [cite(pick(papers.length)), cite(pick(papers.length))].slice(pick(2));
			citations = citations.toSpliced(at, pick(2), made);
			const order = { style: { shipped: style }, locale: '', format: 'text', papers, citations, listed: [1] } as const;
			const fresh = new StyleEngines(() => citeproc, { read: readShipped });
			assert.deepEqual(
				engines.render({ ...order, entriesMs: 60_000 }),
				fresh.render({ ...order, entriesMs: 60_000 }),
				`${style} ${JSON.stringify(citations)}`,
			);
		}
	}
});

test('a long list is rendered in slices', () => {
	const papers = Array.from({ length: 30 }, (_, number) => article(1990 + number, 'Fir'));
	const citations = papers.map((_, paper) => [cite(paper)]);
	const first = rendering('nature', citations, { papers, entriesMs: 0 });
	assert.deepEqual([first.isComplete, first.entries.length, first.entries[0]?.text], [false, 30, undefined]);
	assert.equal(rendering('nature', citations, { papers }).isComplete, true);
	// What is rendered needs no more time.
	assert.equal(rendering('nature', citations, { papers, entriesMs: 0 }).isComplete, true);
});

test('papers that are listed without being cited come in the list alone', () =>
	assert.deepEqual(entriesOf('nature', [[cite(1)]], { listed: [0] }), [
		'1. Oak, A. Oaks. (Forest Press, Kew, 2021).',
		'2. Ash, J. & Elm, A. On trees. Wood 3, 1–9 (2020).',
	]));

test('only the tags of styles come through; scripts and other addresses are text', () => {
	const title = '<img src=x onerror=alert(1)><i>A</i><a href="javascript:x">l</a><script>y</script>';
	const paper = { ...OAK, title, URL: 'javascript:alert(1)', author: [{ family: '<b onclick=x>', given: '"' }] };
	const { citations, entries } = rendering('apa', [[cite(0, { prefix: '<u onx=y>see <i>z</i>', mode: 'inText' })]], {
		papers: [paper],
		format: 'html',
	});
	const html = [...citations, ...entries.map(({ text }) => text)].join('');
	const tags = new Set([...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag));
	const safe = /^<\/?(?:i|div|a|span)>$|^<div class="csl-entry">$|^<span style="font-style:normal;">$|^<a href="https:/;
	assert.deepEqual(
		[...tags].filter((tag) => !safe.test(tag)),
		[],
	);
	assert.match(html, /&#60;img src=x/);
});

const CSL = 'xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"';

function withStyle(xml: string): Rendered {
	const order = {
		style: { xml },
		locale: '',
		format: 'text',
		papers: [ASH],
		citations: [[cite(0)]],
		listed: [],
	} as const;
	return engines.render({ ...order, entriesMs: 1000 });
}

test('a style of a file works, and a broken one says why', () => {
	const layout = (what: string): string => `<citation><layout><text ${what}/></layout></citation>`;
	const rendered = withStyle(`<style ${CSL}>${layout('variable="title"')}</style>`);
	assert.deepEqual('citations' in rendered && rendered.citations, ['On trees']);
	const circle = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>';
	assert.deepEqual(withStyle(`<style ${CSL}>${circle}${layout('macro="a"')}</style>`), {
		fault: 'CSL processor error: call to macro "a" would cause an infinite loop',
	});
	for (const broken of ['<style', 'nonsense', '']) {
		assert.ok('fault' in withStyle(broken), broken);
	}
	assert.deepEqual(withStyle('nonsense'), { fault: 'it is not valid CSL' });
});
