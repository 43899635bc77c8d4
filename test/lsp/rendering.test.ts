/** Citations and bibliographies in a citation style, over the protocol. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { FormattedPaperResponse, RenderParams, RenderResponse } from '../../server/src/renderProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';

const BIB = `@article{ash2020, title = {On {Trees} and $x^2$}, author = {Ash, Jo and Elm, Al}, journal = {Wood},
  year = 2020, volume = 3, pages = {1--9}, doi = {10.1000/1}, abstract = {They grow.}}
@book{oak2021, title = {Oaks}, author = {Oak, Ann}, publisher = {Forest Press}, year = 2021}
`;

const TEXT = 'As @paper[+@ash2020, p. 4, top] says @paper[*see* @ash2020; gone1999], `@paper[oak2021]`.\n';

function note(...fields: readonly string[]): string {
	return ['---', ...fields, '---', TEXT].join('\n');
}

const CSL = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">';

const FILES = {
	'refs.bib': BIB,
	'apa.md': TEXT,
	'ieee.md': note('csl: http://www.zotero.org/styles/ieee', "nocite: '@oak2021'", 'reference-section-title: Sources'),
	'own.md': note('csl: styles/own.csl'),
	'styles/own.csl': `${CSL}<citation><layout><text variable="title"/></layout></citation></style>`,
	'child.md': note('csl: styles/child', 'suppress-bibliography: true'),
	'styles/child.csl': `${CSL}<info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>`,
	'orphan.md': note('csl: styles/orphan.csl'),
	'styles/orphan.csl': `${CSL}<info><link href="http://x.org/styles/none" rel="independent-parent"/></info></style>`,
	'none.md': note('csl: no-such-style'),
	'outside.md': note('csl: ../../../etc/passwd.csl'),
	'broken.md': note('csl: styles/broken.csl'),
	'styles/broken.csl': `${CSL}<citation>`,
	'circle.md': note('csl: styles/circle.csl'),
	'styles/circle.csl': `${CSL}<macro name="a"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation></style>`,
};

type Case = Awaited<ReturnType<typeof opened>>;

async function opened(t: TestContext) {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	const render = async (name: string): Promise<RenderResponse> => {
		await editor.open(name);
		const params: RenderParams = { uri: editor.uri(name) };
		const rendered = await editor.request<RenderResponse | null>('paperNotes/render', params);
		assert.ok(rendered);
		return rendered;
	};
	return { editor, render };
}

/** The first citation, and what is said of the style. */
async function said({ render }: Case, name: string): Promise<readonly [string | undefined, string | undefined]> {
	const { citations, problem } = await render(name);
	return [citations[0]?.html, problem];
}

test('an open note is rendered with all that it cites, and what names no paper is marked', async (t) => {
	const { editor, render } = await opened(t);
	assert.equal(await editor.request('paperNotes/render', { uri: editor.uri('apa.md') }), null);
	assert.deepEqual(await render('apa.md'), {
		citations: [
			{ text: '@paper[+@ash2020, p. 4, top]', line: 0, html: 'Ash &#38; Elm (2020, p. 4, top)', papers: [0] },
			{
				text: '@paper[*see* @ash2020; gone1999]',
				line: 0,
				html: '(<i>see</i> Ash &#38; Elm, 2020) (<span class="paper-unknown">gone1999?</span>)',
				papers: [0],
			},
		],
		papers: [
			{
				key: 'ash2020',
				title: 'On Trees and x²',
				authors: 'Jo Ash, Al Elm',
				published: 'Wood, 2020',
				abstract: 'They grow.',
			},
		],
		bibliography: [
			{
				paper: 0,
				html: '<div class="csl-entry">Ash, J., &#38; Elm, A. (2020). On Trees and x<sup>2</sup>. <i>Wood</i>, <i>3</i>, 1–9. <a href="https://doi.org/10.1000/1">https://doi.org/10.1000/1</a></div>',
			},
		],
		isNoteStyle: false,
		isComplete: true,
	});
});

test('the front matter names the style, further papers and a heading', async (t) => {
	const { editor, render } = await opened(t);
	const { citations, bibliography, heading, problem } = await render('ieee.md');
	assert.deepEqual(
		[
			citations.map(({ html }) => html)[0],
			citations[0]?.line,
			bibliography.map(({ paper }) => paper),
			heading,
			problem,
		],
		['Ash and Elm [1, p. 4], top', 5, [0, 1], 'Sources', undefined],
	);
	const formatted = (name: string, key: string) =>
		editor.request<FormattedPaperResponse | null>('paperNotes/formattedPaper', { uri: editor.uri(name), key });
	assert.deepEqual(await formatted('ieee.md', 'oak2021'), {
		citation: '[1]',
		entry: '[1] A. Oak, Oaks. Forest Press, 2021.',
	});
	assert.equal(await formatted('ieee.md', 'gone1999'), null);
});

test('a style may be a file of the folder or stand for another one, and what is wrong with it is said', async (t) => {
	const files = await opened(t);
	assert.deepEqual(await said(files, 'own.md'), ['Ash and Elm On Trees and x<sup>2</sup>, top', undefined]);
	assert.deepEqual((await files.render('child.md')).bibliography, []);
	assert.deepEqual(await said(files, 'child.md'), ['Ash and Elm <sup>1, top</sup>', undefined]);
	for (const [name, reason] of [
		['orphan.md', /"styles\/orphan\.csl" is another name for "none"/],
		['none.md', /There is no citation style "no-such-style"/],
		['outside.md', /There is no citation style "\.\.\/\.\.\/\.\.\/etc\/passwd\.csl"/],
		['broken.md', /"styles\/broken\.csl" is not a CSL style/],
		['circle.md', /"styles\/circle\.csl" cannot be used: .*infinite loop/],
	] as const) {
		const [html, problem] = await said(files, name);
		assert.equal(html, 'Ash &#38; Elm (2020, p. 4, top)', name);
		assert.match(problem ?? '', reason);
	}
});

test('the settings name style and language of notes that name none', async (t) => {
	const settings = { citationStyle: 'vancouver', citationLocale: 'de' };
	const editor = await serverCase(t, FILES).start({ settings });
	await indexed(editor);
	const rendered = await editor.request<FormattedPaperResponse | null>('paperNotes/formattedPaper', {
		uri: editor.uri('apa.md'),
		key: 'ash2020',
	});
	assert.deepEqual(rendered?.entry, '1. Ash J, Elm A. On Trees and x². Wood. 2020;3:1–9.');
});
