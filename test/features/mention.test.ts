/** What is at a place in notes and corpus files, and what hover, definition and references show there. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { mentionAt } from '../../server/src/features/mention.ts';
import { definitions } from '../../server/src/features/navigation/definition.ts';
import { references } from '../../server/src/features/navigation/references.ts';
import { type FixtureWorkspace, uriOf, workspaceOf } from '../support/workspaceOf.ts';

interface SeenMention {
	readonly kind: string;
	/** The text of the span. */
	readonly text: string;
	readonly papers: readonly string[];
	readonly field?: string;
}

function seenAt({ workspace, note, uri, offset }: FixtureWorkspace): SeenMention | undefined {
	const mention = mentionAt(workspace, uri, offset);
	return (
		mention && {
			kind: mention.kind,
			text: note.text.slice(mention.span.start, mention.span.end),
			papers: mention.papers.map(({ key }) => key),
			...(mention.kind === 'record' && mention.field !== undefined ? { field: mention.field } : {}),
		}
	);
}

const NOTE = '//- /note.md\n@paper[child]\n';

const CASES: readonly [title: string, corpus: string, expected: SeenMention | undefined][] = [
	['the key of an entry', '@book{chi|ld, title = {Child}}', { kind: 'record', text: 'child', papers: ['child'] }],
	['right behind the key', '@book{child|, title = {Child}}', { kind: 'record', text: 'child', papers: ['child'] }],
	['the title of an entry that has a key', '@book{child, title = {Ch|ild}}', undefined],
	[
		'the parent of an entry',
		'@inbook{child, crossref = {par|ent}, title = {Child}}\n@book{parent, title = {Parent}}',
		{ kind: 'record', text: 'parent', papers: ['parent'], field: 'crossref' },
	],
	[
		'one of several related entries',
		'@book{child, related = "one, two|", title = {Child}}\n@book{one, title = {One}}\n@book{two, title = {Two}}',
		{ kind: 'record', text: 'two', papers: ['two'], field: 'related' },
	],
	[
		'shared data, which is no paper',
		'@book{child, xdata = {pub|lisher}, title = {Child}}\n@xdata{publisher, publisher = {P}}',
		{ kind: 'record', text: 'publisher', papers: [], field: 'xdata' },
	],
	[
		'a further name of the entry',
		'@book{child, ids = {ki|d}, title = {Child}}',
		{ kind: 'record', text: 'kid', papers: ['child'], field: 'ids' },
	],
	['a macro, which is no key', '@book{child, crossref = par|ent, title = {Child}}', undefined],
	['between two entries', '@book{child, title = {Child}}\n\n|\n@book{other, title = {Other}}', undefined],
	[
		'an address in an abstract before the key',
		'@book{one, abstract = {Write to me@example.org}}\n@book{chi|ld, title = {Child}}',
		{ kind: 'record', text: 'child', papers: ['child'] },
	],
];

for (const [title, corpus, expected] of CASES) {
	test(`in a BibTeX file: ${title}`, () => {
		assert.deepEqual(seenAt(workspaceOf(`//- /corpus.bib\n${corpus}\n${NOTE}`)), expected);
	});
}

const IN_NOTES: readonly [title: string, note: string, expected: SeenMention | undefined][] = [
	['a key', '@paper[chi|ld, p. 4]', { kind: 'citation', text: 'child', papers: ['child'] }],
	['the page of a paper', '@paper[child, p.| 4]', { kind: 'citation', text: 'child', papers: ['child'] }],
	['a key that no paper has', '@paper[chi|ldren]', { kind: 'citation', text: 'children', papers: [] }],
	['the sign before the brackets', 'See @pa|per[child].', { kind: 'besidePapers', text: '@paper[child]', papers: [] }],
	['empty brackets', '@paper[|]', { kind: 'besidePapers', text: '@paper[]', papers: [] }],
	['the text beside a citation', 'S|ee @paper[child].', undefined],
];

for (const [title, note, expected] of IN_NOTES) {
	test(`in a note: ${title}`, () => {
		const seen = seenAt(workspaceOf(`//- /corpus.bib\n@book{child, title = {Child}}\n//- /note.md\n${note}`));
		assert.deepEqual(seen, expected);
	});
}

test('of two entries with one key the one that stands there is meant', () => {
	const entries =
		'@book{same, title = {First of All}, year = 2001}\n@book{sa|me, title = {Second to None}, year = 2002}';
	const { workspace, uri, offset } = workspaceOf(`//- /corpus.bib\n${entries}\n${NOTE}`);
	const [paper, ...others] = mentionAt(workspace, uri, offset)?.papers ?? [];
	assert.equal(others.length, 0);
	assert.equal(paper && workspace.corpus.paper(paper.id)?.item.title, 'Second to None');
});

test('in CSL-JSON the key names the paper, in RIS its ID', () => {
	const child = { kind: 'record', text: 'child', papers: ['child'] };
	const json = '[{"id": "ch|ild", "type": "book", "title": "Child"}]';
	assert.deepEqual(seenAt(workspaceOf(`//- /refs.json\n${json}\n${NOTE}`)), child);
	const ris = 'TY  - BOOK\nID  - ch|ild\nTI  - Child\nER  -';
	assert.deepEqual(seenAt(workspaceOf(`//- /refs.ris\n${ris}\n${NOTE}`)), child);
});

test('where a format has no keys, the title names the paper', () => {
	const ris = 'TY  - BOOK\nTI  - The Ch|ild\nAU  - Doe, Jane\nPY  - 2001\nER  -';
	assert.deepEqual(seenAt(workspaceOf(`//- /refs.ris\n${ris}\n${NOTE}`)), {
		kind: 'record',
		text: 'The Child',
		papers: ['doe2001child'],
	});
});

test('a parent is named in any case, and shared data leads to its entry in the same file', () => {
	const parent = '@inbook{child, crossref = {PAR|ENT}, title = {Child}}\n@book{parent, title = {Parent}}';
	assert.deepEqual(seenAt(workspaceOf(`//- /corpus.bib\n${parent}\n${NOTE}`))?.papers, ['parent']);
	const shared = '@book{child, xdata = {pub|lisher}, title = {Child}}\n@xdata{publisher, publisher = {P}}';
	const { workspace, uri, offset } = workspaceOf(`//- /corpus.bib\n${shared}\n${NOTE}`);
	const selection = { start: { line: 1, character: 7 }, end: { line: 1, character: 16 } };
	assert.deepEqual(
		definitions(workspace, uri, offset).map((found) => [found.uri, found.selection]),
		[[uri, selection]],
	);
});

test('a BibTeX file that is no part of the corpus names nothing', () => {
	const { workspace } = workspaceOf(`//- /corpus.bib\n@book{child, title = {Child}}\n${NOTE}`);
	const text = '@book{child, title = {Child}}';
	workspace.apply({ kind: 'fileOpened', uri: uriOf('/elsewhere.bib'), text });
	assert.equal(mentionAt(workspace, uriOf('/elsewhere.bib'), text.indexOf('child') + 1), undefined);
});

test('while someone types, the text of the editor counts, not where the index has the record', () => {
	const { workspace, uri, note, offset } = workspaceOf(
		`//- /corpus.bib\n@book{chi|ld, title = {Child}}\n@book{other, title = {Other}}\n${NOTE}`,
	);
	workspace.apply({ kind: 'fileOpened', uri, text: `@string{a = {b}}\n\n\n${note.text}` });
	const mention = mentionAt(workspace, uri, offset + '@string{a = {b}}\n\n\n'.length);
	assert.deepEqual(
		mention?.papers.map(({ key }) => key),
		['child'],
	);
	workspace.apply({ kind: 'fileClosed', uri });
	assert.equal(mentionAt(workspace, uri, offset), undefined);
});

test('an entry shows its card, leads to its other sources, and to the notes that cite it', () => {
	const { workspace, uri, offset } = workspaceOf(`
//- /corpus.bib
@book{chi|ld, title = {Child}, doi = {10.1000/182}}
//- /more.bib
@book{infant, title = {Child}, doi = {10.1000/182}}
//- /note.md
See @paper[child] and @paper[infant].
`);
	assert.deepEqual(
		hover(workspace, uri, offset)?.cards.map(({ title }) => title),
		['Child'],
	);
	assert.deepEqual(
		definitions(workspace, uri, offset).map((place) => place.uri),
		[uri, uriOf('/more.bib')],
	);
	const places = references(workspace, { uri, offset }, { includeRecords: false });
	assert.deepEqual(
		places.map((place) => [place.uri, place.range.start.character]),
		[
			[uriOf('/note.md'), 11],
			[uriOf('/note.md'), 29],
		],
	);
});

test('the records of a file are listed in order, with the papers that they are', () => {
	const { workspace } = workspaceOf(
		`//- /corpus.bib\n@book{b, title = {B}}\n@xdata{x, publisher = {X}}\n@book{a, title = {A}}\n${NOTE}`,
	);
	const records = workspace.corpus.recordsIn(uriOf('/corpus.bib'));
	assert.deepEqual(
		records.map(({ paper, keyRange }) => [paper.key, keyRange.start.line]),
		[
			['b', 0],
			['a', 2],
		],
	);
	assert.deepEqual(workspace.corpus.recordAt(uriOf('/corpus.bib'), { line: 2, character: 8 }), records[1]);
	assert.equal(workspace.corpus.recordAt(uriOf('/corpus.bib'), { line: 1, character: 3 }), undefined);
	assert.deepEqual(workspace.corpus.recordsIn(uriOf('/none.bib')), []);
});
