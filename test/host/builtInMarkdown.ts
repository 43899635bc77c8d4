/**
 * What VS Code's own Markdown support does inside `@paper[...]`, one feature each: it takes the brackets for a link. Runs
 * in the extension host; `vscode` is handed in, since the test outside reads the titles.
 */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { type MarkdownNote, openMarkdownNote } from './markdownNote.ts';

export interface BuiltInFeature {
	readonly title: string;
	readonly run: (host: Host) => Promise<void>;
}

export interface Host {
	readonly code: typeof vscode;
	readonly folder: vscode.Uri;
}

const NOTE = `# Heading

One @paper[vaswani2017], one with a page @paper[vaswani2017, p. 3], one of two @paper[he2016; vaswani2017].

A link that is called so: [vaswani2017]. One inside: @paper[see [other](other.md) @he2016, p. 4]. And [ref].

@paper[

[ref]: other.md
[unused]: other.md
`;

/** A note that makes a link of the key, as nobody should. */
const DEFINED = 'One @paper[bahdanau2015].\n\n[bahdanau2015]: other.md\n';

const OTHER = '# Other\n\n@paper[see vaswani2017, ./built-in.md#heading]\n';

async function noteIn({ code, folder }: Host, name = 'built-in.md', text = NOTE): Promise<MarkdownNote> {
	await writeFile(code.Uri.joinPath(folder, 'notes/other.md').fsPath, OTHER);
	return openMarkdownNote(code, code.Uri.joinPath(folder, 'notes', name), text);
}

/** Sets user settings for the time of `act`. */
async function withSettings<T>(
	{ code }: Host,
	settings: Readonly<Record<string, unknown>>,
	act: () => Promise<T>,
): Promise<T> {
	const configuration = code.workspace.getConfiguration();
	for (const [name, value] of Object.entries(settings)) {
		await configuration.update(name, value, code.ConfigurationTarget.Global);
	}
	try {
		return await act();
	} finally {
		for (const name of Object.keys(settings)) {
			await configuration.update(name, undefined, code.ConfigurationTarget.Global);
		}
	}
}

/** The first answer of `act`, which is tried up to `times` times. */
async function repeatedly<T>(times: number, act: () => Promise<T>): Promise<T> {
	return times === 1 ? act() : act().catch(() => repeatedly(times - 1, act));
}

const CITATIONS = ['@paper[vas|wani2017]', 'page @paper[vas|wani2017', '2017, p|. 3]', '@pap|er[vaswani2017]'];

export const BUILT_IN_FEATURES: readonly BuiltInFeature[] = [
	{
		title: 'prepare rename: anywhere in a citation our key is offered, not the text between the brackets',
		run: async (host) => {
			const note = await noteIn(host);
			for (const place of CITATIONS) {
				assert.equal((await note.prepareRename(place))?.placeholder, 'vaswani2017', place);
			}
		},
	},
	{
		title:
			'rename: the built-in provider is not asked for a link that is called like a citation, which it would rename with it',
		run: async (host) => {
			const note = await noteIn(host);
			assert.equal((await note.prepareRename('so: [vas|wani2017]'))?.placeholder, 'vaswani2017');
			assert.deepEqual(await note.rename('so: [vas|wani2017]', 'renamed2017'), []);
		},
	},
	{
		title: 'prepare rename: links and headings are left to the built-in provider, and so is its word on other text',
		run: async (host) => {
			const note = await noteIn(host);
			assert.equal((await note.prepareRename('And [re|f]'))?.placeholder, 'ref');
			assert.equal((await note.rename('And [re|f]', 'new')).length, 2);
			assert.equal((await note.prepareRename('# Head|ing'))?.placeholder, 'Heading');
			await assert.rejects(
				note.prepareRename('A li|nk that'),
				/^Error: Renaming is not supported here\. Try renaming a header or link\.$/,
			);
		},
	},
	{
		title: 'rename: ours renames all citations and the record, and leaves the link that is called so',
		run: async (host) => {
			const note = await noteIn(host);
			const edits = await note.rename('page @paper[vas|wani2017', 'renamed2017');
			assert.deepEqual(
				edits.filter(({ path }) => /attention\.md|built-in\.md|classics\.bib/.test(path)),
				[
					{ path: 'notes/attention.md', before: 'vaswani2017', after: 'renamed2017' },
					{ path: 'notes/built-in.md', before: 'vaswani2017', after: 'renamed2017' },
					{ path: 'notes/built-in.md', before: 'vaswani2017', after: 'renamed2017' },
					{ path: 'notes/built-in.md', before: 'vaswani2017', after: 'renamed2017' },
					{ path: 'papers/classics.bib', before: 'vaswani2017', after: 'renamed2017' },
				],
			);
		},
	},
	{
		title: 'rename: what we refuse is not handed on to the built-in provider, which would rename the brackets',
		run: async (host) => {
			const note = await noteIn(host);
			assert.deepEqual(await note.rename('@paper[vas|wani2017]', 'bahdanau2015'), [], 'a taken name');
			assert.deepEqual(await note.rename('@paper[vas|wani2017]', 'two words'), [], 'no key');
			await note.replace('@paper[he2016', '@paper[zeng2025rlve');
			assert.deepEqual(await note.rename('@paper[zeng|2025rlve', 'renamed2017'), [], 'a generated key');
			await note.replace('zeng2025rlve', 'unknown2017');
			assert.deepEqual(await note.rename('@paper[unk|nown2017', 'renamed2017'), [], 'an unknown key');
		},
	},
	{
		title: 'references: the built-in provider adds links of the same text, and the whole brackets where they hold more',
		run: async (host) => {
			const note = await noteIn(host);
			const ours = ['One @paper[|vaswani2017]', 'page @paper[|vaswani2017', '; |vaswani2017]'].map(
				(place) => `built-in.md ${note.at(place)} vaswani2017`,
			);
			const inNote = async (place: string) =>
				(await note.references(place)).filter((seen) => seen.startsWith('built-in.md'));
			assert.deepEqual(await inNote('One @paper[vas|wani2017]'), [
				...ours,
				`built-in.md ${note.at('so: [|vaswani2017]')} vaswani2017`,
			]);
			assert.deepEqual(
				await inNote('page @paper[vas|wani2017'),
				[...ours, `built-in.md ${note.at('page @paper[|vaswani2017')} vaswani2017, p. 3`].sort(),
			);
			const all = await note.references('One @paper[vas|wani2017]');
			assert.ok(
				all.some((seen) => seen.startsWith('attention.md')) && all.some((seen) => seen.startsWith('classics.bib')),
			);
		},
	},
	{
		title: 'definition: the record alone; and the link definition beside it where the note makes a link of the key',
		run: async (host) => {
			assert.deepEqual(await (await noteIn(host)).definition('@paper[vas|wani2017]'), ['classics.bib']);
			const defined = await noteIn(host, 'defined.md', DEFINED);
			assert.deepEqual(await defined.definition('@paper[bah|danau2015]'), ['classics.bib', 'defined.md']);
		},
	},
	{
		title: 'document highlights: the references to the paper, also where the built-in provider is turned on',
		run: async (host) => {
			const note = await noteIn(host);
			const marked = (place: string) => note.highlights(place);
			await withSettings(host, { 'markdown.occurrencesHighlight.enabled': true }, async () => {
				for (const place of ['One @paper[vas|wani2017]', 'page @paper[vas|wani2017']) {
					assert.deepEqual(await marked(place), ['vaswani2017', 'vaswani2017', 'vaswani2017'], place);
				}
				assert.deepEqual(
					await marked('2017, p|. 3]'),
					['vaswani2017, p. 3'],
					'beside a key it still takes the brackets',
				);
			});
		},
	},
	{
		title: 'document links: none on a citation, but the links inside one, and what the note itself makes a link of',
		run: async (host) => {
			assert.deepEqual(await (await noteIn(host)).links(), ['other.md', 'ref', 'other.md', 'other.md']);
			const defined = await noteIn(host, 'defined.md', DEFINED);
			assert.deepEqual(await defined.links(), ['bahdanau2015', 'other.md']);
		},
	},
	{
		title:
			'completion: the built-in provider adds nothing but the names of the link definitions of the note, behind ours',
		run: async (host) => {
			const note = await noteIn(host);
			for (const typed of ['', './', '#', 'see ./', '../']) {
				await note.replace('@paper[\n', `@paper[${typed}\n`);
				const { others, ours } = await note.completions(`@paper[${typed}|\n`);
				assert.deepEqual(
					others.map(({ label }) => label).filter((label) => !['ref', 'unused'].includes(label)),
					[],
					typed,
				);
				const last = ours.at(-1)?.sortText ?? '';
				assert.ok(
					others.every(({ sortText = '' }) => sortText > last),
					'ours come first',
				);
				await note.replace(`@paper[${typed}\n`, '@paper[\n');
			}
		},
	},
	{
		title: 'validation: citations are not reported as broken links, unless one asks for exactly that',
		run: async (host) => {
			const note = await noteIn(host);
			const broken = async (): Promise<string[]> => {
				const seen = await eventually({
					read: () => note.problems(),
					accept: (problems) => problems.some(({ code }) => code === 'link.unused-definition'),
					what: 'the validation of the note',
					timeoutMs: 10_000,
				});
				return seen.filter(({ code }) => code === 'link.no-such-reference').map(({ text }) => text);
			};
			// VS Code's own server may miss a change of settings while it starts: it gets the setting again.
			const found = await repeatedly(3, () => withSettings(host, { 'markdown.validate.enabled': true }, broken));
			assert.deepEqual(found, []);
			const asked = { 'markdown.validate.enabled': true, 'markdown.validate.referenceLinks.enabled': 'warning' };
			await withSettings(host, asked, async () => {
				await eventually({
					read: broken,
					accept: (seen) => seen.includes('vaswani2017, p. 3') && seen.includes('vaswani2017'),
					what: 'the brackets of citations as broken links',
				});
			});
		},
	},
	{
		title: 'update of links when files move: links are, also those inside a citation; keys and locators are not',
		run: async (host) => {
			const note = await noteIn(host);
			await withSettings(host, { 'markdown.updateLinksOnFileMove.enabled': 'always' }, async () => {
				await note.move('other.md', 'moved.md');
				await eventually({
					read: () => note.text(),
					accept: (text) => text === NOTE.replaceAll('other.md', 'moved.md'),
					what: 'the links to be updated, and nothing else',
				});
				await note.move('built-in.md', 'renamed.md');
				assert.equal(await note.textOf('moved.md'), OTHER);
				await note.move('renamed.md', 'built-in.md');
				await note.move('moved.md', 'other.md');
			});
		},
	},
	{
		title: 'folding, symbols and code actions: the built-in ones are none of a citation, and ours name papers',
		run: async (host) => {
			const note = await noteIn(host);
			assert.deepEqual(await note.foldings(), [0]);
			const { document, workspace } = await note.symbols('vaswani');
			assert.deepEqual(document, ['# Heading', '[ref]', '[unused]']);
			assert.deepEqual(workspace, ['Vaswani et al. 2017 Attention Is All You Need (vaswani2017)']);
			const ofLinks = async (place: string) => (await note.actions(place)).filter((title) => /link/i.test(title));
			assert.deepEqual(await ofLinks('One @paper[vas|wani2017]'), []);
			assert.deepEqual(await ofLinks('[other](oth|er.md)'), ['Extract to link definition'], 'a link in it is one');
		},
	},
	{
		title: 'smart select: from the key to the brackets to the line',
		run: async (host) => {
			const note = await noteIn(host);
			const [key, brackets, line] = await note.selections('page @paper[vas|wani2017');
			assert.deepEqual([key, brackets], ['vaswani2017', '[vaswani2017, p. 3]']);
			assert.match(line ?? '', /^One @paper.*vaswani2017\]\.$/);
		},
	},
	{
		title: 'hover: our card alone',
		run: async (host) => {
			const cards = await (await noteIn(host)).hovers('@paper[vas|wani2017]');
			assert.equal(cards.length, 1);
			assert.match(cards[0] ?? '', /Attention Is All You Need/);
		},
	},
];
