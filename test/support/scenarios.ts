/**
 * What a person does with Paper Notes, as a suite that runs over stdio and, unchanged, inside a real VS Code. Each
 * scenario finds the sample workspace as it is and leaves it so.
 */

import assert from 'node:assert/strict';
import type { PaperResponse, SearchResponse, StatusResponse } from '../../server/src/protocol.ts';
import type { Editor } from './editor.ts';
import { eventually } from './eventually.ts';

export interface Scenario {
	readonly title: string;
	readonly run: (editor: Editor) => Promise<void>;
}

const NOTE = 'notes/attention.md';

/** Two minutes: the index is written at a low priority, and beside a load of twenty on two cores 2500 papers took half a minute. */
const INDEXING_TIMEOUT_MS = 120_000;

/** Until the server has read all there is. */
export async function indexed(editor: Editor): Promise<StatusResponse> {
	return eventually({
		read: () => editor.request<StatusResponse>('paperNotes/status', {}),
		accept: (status) => !status.indexing,
		what: 'the index to be complete',
		timeoutMs: INDEXING_TIMEOUT_MS,
	});
}

export const SCENARIOS: readonly Scenario[] = [
	{
		title: 'the status tells each corpus file with its format and papers',
		run: async (editor) => {
			const status = await indexed(editor);
			const formats = status.files.map((file) => file.format).filter((format) => format !== undefined);
			assert.deepEqual(formats.sort(), ['BibTeX', 'CSL-JSON', 'arXiv digest']);
			assert.ok(status.papers >= 30, `${status.papers} papers`);
			assert.equal(status.notes >= 3, true);
		},
	},
	{
		title: 'a citation completes from an author, a word and a year, in any order, with a typo',
		run: async (editor) => {
			await withLine(editor, '@paper[atention vaswani 2017]', async () => {
				const [first] = await editor.completions(NOTE, 'atention vaswani 2017|]');
				assert.equal(first?.lineAfter, '@paper[vaswani2017]');
			});
		},
	},
	{
		title: 'an unclosed citation completes and is closed',
		run: async (editor) => {
			await withLine(editor, '@paper[rlve', async () => {
				const [first] = await editor.completions(NOTE, '@paper[rlve|');
				assert.equal(first?.lineAfter, '@paper[zeng2025rlve]');
			});
		},
	},
	{
		title: 'an empty citation lists the papers cited in the note first',
		run: async (editor) => {
			await withLine(editor, '@paper[]', async () => {
				const rows = await editor.completions(NOTE, '@paper[|]');
				const cited = ['sutskever2014', 'bahdanau2015', 'vaswani2017', 'devlin2019bert', 'dao2022flashattention'];
				const firstTen = rows.slice(0, 16).map((row) => row.lineAfter);
				for (const key of cited) {
					assert.ok(firstTen.includes(`@paper[${key}]`), `${key} is not among the first: ${firstTen.join(' ')}`);
				}
			});
		},
	},
	{
		title: 'nothing is offered in running text and in code',
		run: async (editor) => {
			await withLine(editor, 'plain words `@paper[vaswani` here', async () => {
				assert.deepEqual(await editor.completions(NOTE, 'plain words| `'), []);
				assert.deepEqual(await editor.completions(NOTE, '@paper[vaswani|` here'), []);
			});
		},
	},
	{
		title: 'the card of a citation shows title, authors, venue and readable mathematics',
		run: async (editor) => {
			const cards = (await editor.hover(NOTE, '@paper[vasw|ani2017]')).join('\n');
			for (const expected of [
				'Attention Is All You Need',
				'Łukasz Kaiser',
				'2017',
				'arxiv.org/abs/1706.03762',
				'O(n²',
			]) {
				assert.ok(cards.includes(expected), `the card lacks "${expected}":\n${cards}`);
			}
			assert.ok(!cards.includes('\\sqrt'), cards);
		},
	},
	{
		title: 'the card of a paper that stands in two files tells what comes from which',
		run: async (editor) => {
			const more = { type: 'paper-conference', title: 'Attention Is All You Need', author: [{ family: 'Vaswani' }] };
			const issued = { 'date-parts': [[2017]] };
			const venue = {
				'container-title': 'Advances in Neural Information Processing Systems',
				DOI: '10.1000/attention',
			};
			await editor.write('papers/more.json', JSON.stringify([{ id: 'attention', ...more, issued, ...venue }]));
			await eventually({
				read: async () => (await editor.hover(NOTE, '@paper[vasw|ani2017]')).join('\n'),
				accept: (card) => /classics\.bib\]\(.*\) · .*abstract/.test(card) && /more\.json\]\(.*\) · .*DOI/.test(card),
				what: 'both files on the card',
			});
			await editor.remove('papers/more.json');
			await eventually({
				read: async () => (await editor.hover(NOTE, '@paper[vasw|ani2017]')).join('\n'),
				accept: (card) => !card.includes('comes from') && card.includes('from [classics'),
				what: 'the one file on the card',
			});
		},
	},
	{
		title: 'an unknown key is a problem where it stands, and its fix offers the right one first',
		run: async (editor) => {
			const problems = await problemsOnce(editor, (seen) => seen.length > 0);
			assert.deepEqual(problems, [
				{
					code: 'unknown-paper',
					message: 'No paper has the key "vaswni2017". Did you mean "vaswani2017"?',
					at: 'vaswni2017',
				},
			]);
			const [fix] = await editor.fixes(NOTE, 'vas|wni2017');
			assert.equal(fix?.preferred, true);
			assert.match(fix.lineAfter, /@paper\[vaswani2017\] adds sines/);
		},
	},
	{
		title: 'a definition is the record in its corpus file',
		run: async (editor) => {
			assert.deepEqual(await editor.definition(NOTE, '@paper[bahd|anau2015'), [
				{ path: 'papers/classics.bib', line: '@inproceedings{bahdanau2015,' },
			]);
		},
	},
	{
		title: 'an entry in its corpus file shows its card, as a citation does',
		run: async (editor) => {
			await editor.open('papers/classics.bib');
			const cards = await editor.hover('papers/classics.bib', '@inproceedings{bahd|anau2015');
			assert.match(cards.join('\n'), /Neural Machine Translation/);
			assert.deepEqual(await editor.hover('papers/classics.bib', '@inproc|eedings{bahdanau2015'), []);
		},
	},
	{
		title: 'a search finds papers by words of the title and says how many there are',
		run: async (editor) => {
			const found = await editor.request<SearchResponse>('paperNotes/search', { query: 'rotary' });
			assert.equal(found.items[0]?.key, 'su2021roformer');
			assert.equal(found.total >= 1, true);
		},
	},
	{
		title: 'a paper is found by DOI, with its aliases, its sources and the notes that cite it',
		run: async (editor) => {
			const paper = await editor.request<PaperResponse | null>('paperNotes/paper', { key: 'doi:10.1038/nature16961' });
			assert.equal(paper?.key, 'silver2016alphago');
			assert.ok(paper.aliases.some((alias) => alias.includes('10.1038/nature16961')));
			assert.equal(paper.sources.length, 1);
			assert.ok(paper.citedBy.length >= 2, JSON.stringify(paper.citedBy));
		},
	},
	{
		title: 'a corpus file that appears, changes and goes on disk is seen without a restart',
		run: async (editor) => {
			const resolves = (title: string | undefined) =>
				eventually({
					read: async () =>
						(await editor.request<PaperResponse | null>('paperNotes/paper', { key: 'new2026' }))?.paper['title'],
					accept: (seen) => seen === title,
					what: `new2026 to be "${title}"`,
				});
			await editor.write('papers/new.bib', '@article{new2026, title = {Before}, author = {New, Ann}, year = 2026}');
			await resolves('Before');
			await editor.write('papers/new.bib', '@article{new2026, title = {After}, author = {New, Ann}, year = 2026}');
			await resolves('After');
			await editor.remove('papers/new.bib');
			await resolves(undefined);
		},
	},
	{
		title: 'a paper typed into an open corpus file is known before it is saved',
		run: async (editor) => {
			await editor.open('papers/classics.bib');
			await editor.replace('papers/classics.bib', '@inproceedings{vaswani2017,', '@inproceedings{vaswni2017,');
			await problemsOnce(editor, (seen) => seen.some(({ at }) => at === 'vaswani2017'));
			await editor.replace('papers/classics.bib', '@inproceedings{vaswni2017,', '@inproceedings{vaswani2017,');
			await problemsOnce(editor, (seen) => seen.length === 1 && seen[0]?.at === 'vaswni2017');
		},
	},
	{
		title: 'a broken entry is a problem in its corpus file, and the entries around it stand',
		run: async (editor) => {
			const broken = '@article{good1, title = {One}}\n@article{bad, title = {Two\n\n@article{good2, title = {Three}}\n';
			await editor.write('papers/broken.bib', broken);
			await eventually({
				read: () => editor.request<PaperResponse | null>('paperNotes/paper', { key: 'good2' }),
				accept: (paper) => paper !== null,
				what: 'good2 to be known',
			});
			await editor.open('papers/broken.bib');
			const problems = await eventually({
				read: () => editor.problems('papers/broken.bib'),
				accept: (seen) => seen.some(({ code }) => code === 'unreadable-entry'),
				what: 'the problem of the broken entry',
			});
			assert.ok(problems.length >= 1);
			await editor.remove('papers/broken.bib');
		},
	},
];

/** The note's problems once they are as they should be. */
function problemsOnce(editor: Editor, accept: (seen: Awaited<ReturnType<Editor['problems']>>) => boolean) {
	return eventually({
		read: async () => {
			await editor.open(NOTE);
			return editor.problems(NOTE);
		},
		accept,
		what: 'the problems of the note',
	});
}

/** Runs `act` with `line` standing alone at the end of the note. */
async function withLine(editor: Editor, line: string, act: () => Promise<void>): Promise<void> {
	await indexed(editor);
	await editor.open(NOTE);
	const last = '@paper[he2016; lecun1998].';
	await editor.replace(NOTE, last, `${last}\n\n${line}\n`);
	try {
		await act();
	} finally {
		await editor.replace(NOTE, `${last}\n\n${line}\n`, last);
	}
}
