/** What the list offers at the cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Completions, completions } from '../../server/src/features/citing/completion.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { type FixtureWorkspace, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

const LIBRARY = `
//- /corpus.bib
@article{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki}, year = 2017}
@article{devlin2019, title = {{BERT}: Pre-training of Deep Bidirectional Transformers}, author = {Devlin, Jacob and Chang, Ming-Wei}, year = 2019}
@article{zeng2025rlve, title = {{RLVE}: Scaling Up Reinforcement Learning with Verifiable Environments}, author = {Zeng, Zhiyuan}, year = 2025}
@book{DBLP:books/lib/Knuth86a, title = {The {\\TeX}book}, author = {Knuth, Donald E.}, year = 1986}
@misc{anon+team.v2, title = {A Report}, year = 2001}
//- /note.md
`;

function at(note: string, options?: WorkspaceOptions): FixtureWorkspace & { readonly found: Completions | undefined } {
	const opened = workspaceOf(LIBRARY + note, options);
	return { ...opened, found: completions(opened.workspace, opened.uri, opened.offset) };
}

/** The line after the first completion is accepted; undefined if there is none. */
function checkAccepted(marked: string, expected: string | undefined, options?: WorkspaceOptions): void {
	const { note, found } = at(marked, options);
	const [first] = found?.rows ?? [];
	const accepted =
		first &&
		first.kind !== 'notice' &&
		found &&
		note.text.slice(0, found.span.start) + first.newText + note.text.slice(found.span.end);
	assert.equal(accepted, expected, marked);
}

function keysIn(found: Completions | undefined): string[] {
	return (found?.rows ?? []).flatMap((row) => (row.kind === 'paper' ? [row.key] : []));
}

/** The keys offered, in order; `...` at the end stands for any others. */
function checkOrder(marked: string, expected: string, options?: WorkspaceOptions): void {
	const keys = keysIn(at(marked, options).found).join(' ');
	const beginning = expected.replace(/ ?\.\.\.$/, '');
	assert.equal(expected.endsWith('...') ? keys.slice(0, beginning.length) : keys, beginning, marked);
}

test('any words of author, title and year find a paper, and the whole query gives way to its key', () => {
	checkAccepted('See @paper[zeng verifiable env|].', 'See @paper[zeng2025rlve].');
	checkAccepted('See @paper[attention|].', 'See @paper[vaswani2017].');
	checkAccepted('@paper[2019 dev|]', '@paper[devlin2019]');
	checkAccepted('@paper[rlve|]', '@paper[zeng2025rlve]');
	checkAccepted('@paper[vaswni atention|]', '@paper[vaswani2017]');
});

test('an empty citation lists papers', () => {
	assert.equal(at('@paper[|]').found?.rows.length, 5);
	assert.equal(at('@paper[|').found?.rows.length, 5);
	assert.equal(at('@paper[vaswani2017; |]').found?.rows.length, 5);
});

test('of several papers, the one at the cursor is completed', () => {
	checkAccepted('@paper[vaswani2017; bert|]', '@paper[vaswani2017; devlin2019]');
	checkAccepted('@paper[bert|; vaswani2017]', '@paper[devlin2019; vaswani2017]');
	checkAccepted('@paper[vaswani2017;bert|]', '@paper[vaswani2017;devlin2019]');
	checkAccepted('@paper[a; bert|; c, p. 4]', '@paper[a; devlin2019; c, p. 4]');
});

test('words before an @ and a page after the key stay', () => {
	checkAccepted('@paper[see @bert|, p. 4]', '@paper[see @devlin2019, p. 4]');
	checkAccepted('@paper[cf. -@bert|]', '@paper[cf. -@devlin2019]');
	checkAccepted('@paper[vaswani|, p. 4]', '@paper[vaswani2017, p. 4]');
});

test('with the cursor inside a key the whole key is replaced', () => {
	checkAccepted('@paper[dev|lin2018]', '@paper[devlin2019]');
	checkAccepted('@paper[a; |devlin2019] @paper[vaswani2017]', '@paper[a; devlin2019] @paper[vaswani2017]');
	checkAccepted('@paper[vas|wani2017, p. 4; x]', '@paper[vaswani2017, p. 4; x]');
});

test('an open citation is closed, a closed one is not closed again', () => {
	checkAccepted('See @paper[bert|', 'See @paper[devlin2019]');
	checkAccepted('See @paper[bert|]', 'See @paper[devlin2019]');
	checkAccepted('See @paper[vaswani2017; bert|\n\nNext.', 'See @paper[vaswani2017; devlin2019]\n\nNext.');
});

test('keys with colons, slashes, dots and plus signs are found and replaced as a whole', () => {
	checkAccepted('@paper[DBLP:books/lib/Kn|]', '@paper[DBLP:books/lib/Knuth86a]');
	checkAccepted('@paper[DBLP:bo|oks/lib/Knuth86a]', '@paper[DBLP:books/lib/Knuth86a]');
	checkAccepted('@paper[knuth|]', '@paper[DBLP:books/lib/Knuth86a]');
	checkAccepted('@paper[anon+team.|]', '@paper[anon+team.v2]');
	checkAccepted('@paper[anon+te|am.v2; x]', '@paper[anon+team.v2; x]');
});

test('nothing is offered outside citations', () => {
	for (const marked of [
		'plain wor|ds',
		'|@paper[bert]',
		'@paper[bert]|',
		'`@paper[bert|]`',
		'    @paper[bert|]',
		'```\n@paper[bert|]\n```',
		'$@paper[bert|]$',
		'<!-- @paper[bert|] -->',
		'---\ntitle: "@paper[bert|]"\n---',
		'[a](@paper[bert|])',
		'me@example.o|rg',
		'[bert|]',
	]) {
		assert.equal(at(marked).found, undefined, marked);
	}
});

test('a note that is not open is offered nothing', () => {
	const { workspace } = at('|');
	assert.equal(completions(workspace, 'file:///elsewhere.md', 0), undefined);
});

/** The list's message if it has no paper or did not understand the query. */
function checkNotice(marked: string, expected: RegExp | undefined, options?: WorkspaceOptions): void {
	const [notice, ...others] = (at(marked, options).found?.rows ?? []).filter(({ kind }) => kind === 'notice');
	assert.deepEqual(others, [], marked);
	assert.equal(expected === undefined ? notice === undefined : expected.test(notice?.label ?? ''), true, notice?.label);
}

test('where nothing matches, one row says so and what could help', () => {
	checkNotice('@paper[qqqqzzzz|]', /^No paper matches “qqqqzzzz”\. Try fewer words\.$/);
	checkNotice('@paper[vaswani2017; qqqqzzzz|', /qqqqzzzz/);
	checkNotice('@paper[vaswani|]', undefined);
	checkNotice('@paper[qqqqzzzz|]', /^Reading your library/, { complete: false });
});

test('a filter that there is none of is said to be one, whatever else was found', () => {
	checkNotice('@paper[foo:bar|]', /“foo:bar” is not a filter/);
	checkNotice('@paper[vaswani year:soon|]', /“year:soon” is not a filter/);
	checkNotice('@paper[DBLP:books/lib/Kn|]', undefined);
	checkNotice('@paper[bert: pre-training|]', undefined);
});

test('without any paper the list offers to choose a library', () => {
	const { workspace, uri, offset } = workspaceOf('//- /note.md\n@paper[vas|]');
	assert.deepEqual(completions(workspace, uri, offset)?.rows, [
		{ kind: 'notice', label: 'No papers yet. Choose your library…', offers: 'library' },
	]);
});

test('after the comma that follows a known key nothing is offered: a page stands there', () => {
	assert.equal(at('@paper[vaswani2017, p. 4|]').found, undefined);
	assert.equal(at('@paper[zeng2025rlve; see @vaswani2017, fig|').found, undefined);
	checkAccepted('@paper[Vaswani, Attention|]', '@paper[vaswani2017]');
});

test('papers that the citation holds come last', () => {
	checkOrder('@paper[vaswani2017; |]', 'zeng2025rlve devlin2019 anon+team.v2 DBLP:books/lib/Knuth86a vaswani2017');
	checkOrder('@paper[vaswani2017; attention|]', 'vaswani2017');
	checkOrder('@paper[|; zeng2025rlve]', 'devlin2019 vaswani2017 anon+team.v2 DBLP:books/lib/Knuth86a zeng2025rlve');
});

test("in Pandoc's brackets too, also while they are no citation yet", () => {
	const pandoc = { settings: { syntaxes: ['paper', 'pandoc'] } };
	const others = 'devlin2019 vaswani2017 anon+team.v2 DBLP:books/lib/Knuth86a';
	for (const note of [
		'[@zeng2025rlve; @|]',
		'[see @zeng2025rlve, p. 3; see -@|',
		'[@|; @zeng2025rlve]',
		'> [@{zeng2025rlve};\n> @|]',
	]) {
		checkOrder(note, `${others} zeng2025rlve`, pandoc);
	}
	checkOrder('[@anon+team.v2; @vaswani2017; @20|', 'zeng2025rlve devlin2019 vaswani2017 anon+team.v2', pandoc);
	for (const note of [
		'@zeng2025rlve and @|',
		'[@zeng2025rlve] and [@|]',
		'[@|] and @zeng2025rlve',
		'[@| or @zeng2025rlve',
	]) {
		checkOrder(note, `zeng2025rlve ${others}`, pandoc);
	}
});

test('a citation is begun after an @', () => {
	checkAccepted('See @|', 'See @paper[');
	checkAccepted('See @pa| more', 'See @paper[ more');
	checkAccepted('(@paper|)', '(@paper[)');
	assert.equal(at('me@|').found, undefined);
	assert.equal(at('`@|`').found, undefined);
	assert.equal(at('@papers|').found, undefined);
});

test('an @ offers the three forms of a citation', () => {
	const texts = at('See @|').found?.rows.map((row) => (row.kind === 'notice' ? row.label : row.newText));
	assert.deepEqual(texts, ['@paper[', '@paper[+@', '@paper[-@']);
	checkAccepted('See @paper[+@bert|]', 'See @paper[+@devlin2019]');
	checkAccepted('See @paper[-@bert|', 'See @paper[-@devlin2019]');
});

test('the span is the query, spaces included, and the query what stands before the cursor', () => {
	const { found, note } = at('@paper[a; zeng  ver| ; b]');
	assert.equal(found?.query, 'zeng  ver');
	assert.equal(note.text.slice(found.span.start, found.span.end), 'zeng  ver');
	assert.equal(at('See @pa|').found?.query, '@pa');
});

test('papers that this note cites come first, then those that others cite, then the rest', () => {
	const others = '\n//- /other.md\n@paper[devlin2019]\n//- /disk/third.md\n@paper[zeng2025rlve]';
	checkOrder(`@paper[anon+team.v2] @paper[|]${others}`, 'anon+team.v2 zeng2025rlve devlin2019 vaswani2017 ...');
	checkOrder(`@paper[|]\n//- /other.md\n@paper[vaswani2017]`, 'vaswani2017 zeng2025rlve ...');
});

test('a cited paper comes first among those that match, and nothing else comes with it', () => {
	checkOrder('@paper[learning|] @paper[vaswani2017]', 'zeng2025rlve');
	checkOrder('@paper[20|] @paper[devlin2019]', 'devlin2019 ...');
});

test('an alias and a DOI that are cited count as their paper', () => {
	const library = `
//- /corpus.bib
@article{one, title = {First}, year = 2020, ids = {uno}}
@article{two, title = {Second}, year = 2021, doi = {10.1000/2}}
@article{three, title = {Third}, year = 2022}
//- /note.md
@paper[10.1000/2] @paper[|]
//- /other.md
@paper[uno]`;
	const { workspace, uri, offset } = workspaceOf(library);
	assert.deepEqual(keysIn(completions(workspace, uri, offset)), ['two', 'one', 'three']);
});

test('a row says who wrote the paper when, and its whole title; the key first where people like that', () => {
	const labelOf = (query: string, options?: WorkspaceOptions) => at(`@paper[${query}|]`, options).found?.rows[0]?.label;
	assert.equal(labelOf('vaswani'), 'Vaswani et al. 2017, Attention Is All You Need');
	assert.equal(labelOf('bert'), 'Devlin & Chang 2019, BERT: Pre-training of Deep Bidirectional Transformers');
	assert.equal(labelOf('report'), '2001, A Report');
	const byKey = { settings: { completion: { label: 'key' } } };
	assert.equal(labelOf('vaswani', byKey), 'vaswani2017, Attention Is All You Need');
});

test('a row tells whether the note cites its paper already', () => {
	const { found } = at('@paper[devlin2019] @paper[|]\n//- /other.md\n@paper[vaswani2017]');
	const here = found?.rows.flatMap((row) => (row.kind === 'paper' && row.citedHere ? [row.key] : []));
	assert.deepEqual(here, ['devlin2019']);
});

test('the label of a paper without a title names its key', () => {
	const { workspace, uri, offset } = workspaceOf(`
//- /corpus.bib
@misc{untitled1, author = {Doe, Jo}}
//- /note.md
@paper[doe|]`);
	assert.equal(completions(workspace, uri, offset)?.rows[0]?.label, 'Doe, untitled1');
});

test('the list is as long as the setting says', () => {
	assert.equal(at('@paper[|]', { settings: { completion: { maxItems: 2 } } }).found?.rows.length, 2);
	assert.equal(at('@paper[|]', { settings: { completion: { maxItems: 0 } } }).found?.rows.length, 5, '0 means nothing');
});

test("Pandoc's citations are offered to be read where notes hold them", () => {
	const { workspace, uri, offset } = workspaceOf(`${LIBRARY}See [@devlin2019]. @|`);
	const rows = (): readonly string[] => completions(workspace, uri, offset)?.rows.map(({ label }) => label) ?? [];
	assert.equal(rows().length, 3, 'not where no folder is open');
	workspace.apply({ kind: 'settings', folders: new Map([['file://', readSettings({})]]), other: readSettings({}) });
	workspace.settleSyntaxes();
	assert.equal(rows().at(-1), 'Read Pandoc citations here: [@key]');
});

test("in Pandoc's citations keys are completed where they are asked for", () => {
	const pandoc = { settings: { syntaxes: ['paper', 'pandoc'] } };
	checkAccepted('[see @devl|, p. 4]', '[see @devlin2019, p. 4]', pandoc);
	checkAccepted('As @vasw| says', 'As @vaswani2017 says', pandoc);
	checkAccepted('As @| says', 'As @zeng2025rlve says', pandoc);
	checkAccepted('[@|]', '[@zeng2025rlve]', pandoc);
	assert.equal(at('[@nobody|]', pandoc).found?.rows[0]?.kind, 'notice', 'inside brackets there is always a list');
	assert.equal(at('@nobody|', pandoc).found, undefined, 'in running text it is a name');
	assert.equal(at('[see @devl|]').found, undefined);
});
