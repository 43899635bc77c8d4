/** Which files belong to the corpus as settings, notes, project files and folders change. Without server and disk. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { emptyCorpus } from '../../server/src/corpus/emptyCorpus.ts';
import type { CorpusRoot } from '../../server/src/files/corpusRoots.ts';
import { filesBelow } from '../../server/src/files/rootFiles.ts';
import { CorpusScope } from '../../server/src/workspace/corpusScope.ts';
import { type NoteReading, readNoteAgain } from '../../server/src/workspace/noteFiles.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { filesIgnoringCase } from '../support/filesIgnoringCase.ts';

const HOME = '/home/ann';

interface Given {
	/** Texts by path. */
	readonly disk?: Readonly<Record<string, string>>;
	/** The values of section `paperNotes`, by folder path. */
	readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** Paths of the files in the index from its last use. */
	readonly indexed?: readonly string[];
}

const uriOf = (path: string): string => `file://${path}`;

/** A scope with its sources, and a log of what a front end is told: `read a.bib`, `changed`, `watch a.bib`. */
function scopeOf(t: TestContext, { disk = {}, settings = {}, indexed = [] }: Given) {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const texts = new Map(Object.entries(disk).map(([path, text]) => [uriOf(path), text]));
	const files = filesIgnoringCase(texts);
	const folders = new Set(['/ws']);
	const workspace = new Workspace(corpusWith(indexed), HOME);
	const notes: NoteReading = { workspace, files, onUnread: () => {} };
	const told: (string | Promise<string>)[] = [];
	const tell = (what: string, roots: readonly CorpusRoot[]): void => {
		told.push(filesBelow(files, roots).then((found) => [what, ...[...found.keys()].map(nameOf).sort()].join(' ')));
	};
	const scope = new CorpusScope(
		{ notes, folders: () => [...folders].map(uriOf) },
		{
			read: (roots) => tell('read', roots),
			watch: async (roots) => tell('watch', roots),
			changed: () => void told.push('changed'),
			failed: (what, error) => void told.push(`failed: ${what}: ${String(error)}`),
		},
	);
	const load = async (values: Given['settings'] = settings): Promise<void> => {
		const read = (path: string) => readSettings(values[path] ?? {}, { folder: uriOf(path), home: HOME });
		const ofFolders = new Map([...folders].map((path) => [uriOf(path), read(path)]));
		workspace.apply({ kind: 'settings', folders: ofFolders, other: read('/ws') });
	};
	/** The log since the last call. */
	const news = (): Promise<string[]> => Promise.all(told.splice(0));
	return {
		...{ scope, workspace, notes, texts, folders, load, news },
		/** The same after `milliseconds` have passed and all work started meanwhile has finished. */
		async after(milliseconds: number): Promise<string[]> {
			t.mock.timers.tick(milliseconds);
			await turn();
			return news();
		},
		async begin(): Promise<string[]> {
			await scope.reload(load);
			return news();
		},
		/** Opens the note with this bibliography in the editor, or changes it to that. */
		name(path: string, bibliography: string): void {
			workspace.apply({ kind: 'noteOpened', uri: uriOf(path), text: `---\nbibliography: ${bibliography}\n---\n` });
		},
	};
}

function nameOf(uri: string): string {
	return uri.replace('file:///ws/', '').replace('file://', '');
}

function corpusWith(paths: readonly string[]): Corpus {
	const file = { format: 'BibTeX', papers: 1, problems: 0, note: undefined };
	return { ...emptyCorpus, files: () => paths.map((path) => ({ ...file, uri: uriOf(path) })) };
}

test('the settings say which files are read and watched, at the start and when they change', async (t) => {
	const disk = { '/ws/a.bib': '', '/ws/b.bib': '', '/ws/c.txt': '' };
	const { begin, scope, load, news } = scopeOf(t, { disk, settings: { '/ws': { corpus: ['a.bib'] } } });
	assert.deepEqual(await begin(), ['read a.bib', 'changed', 'watch a.bib']);
	await scope.reload(() => load({ '/ws': { corpus: ['b.bib', 'c.txt'] } }));
	assert.deepEqual(await news(), ['read b.bib c.txt', 'changed', 'watch b.bib c.txt']);
	assert.equal(scope.roots.length, 1);
});

test('without a folder, what the settings name outright is read', async (t) => {
	const disk = { '/ws/a.bib': '', '/home/ann/mine.bib': '', '/library/all.bib': '' };
	const settings = { '/ws': { corpus: ['**/*.bib', '~/mine.bib'], libraries: ['/library'] } };
	const { begin, folders } = scopeOf(t, { disk, settings });
	folders.clear();
	const files = '/home/ann/mine.bib /library/all.bib';
	assert.deepEqual(await begin(), [`read ${files}`, 'changed', `watch ${files}`]);
});

test('a bibliography is read as long as a note names it, from a moment after it has been written', async (t) => {
	const disk = { '/ws/a.bib': '', '/ws/refs.json': '' };
	const { begin, name, after } = scopeOf(t, { disk });
	await begin();
	name('/ws/note.md', 'refs');
	name('/ws/note.md', 'refs.json');
	assert.deepEqual(await after(499), [], 'half a path is not looked for');
	assert.deepEqual(await after(1), ['read a.bib refs.json', 'changed', 'watch a.bib refs.json']);
	name('/ws/other.md', 'refs.json');
	assert.deepEqual(await after(500), ['changed'], 'it is read already');
	name('/ws/note.md', 'a.bib');
	assert.deepEqual(await after(500), ['changed'], 'the other note still names it');
	name('/ws/other.md', 'a.bib');
	assert.deepEqual(await after(500), ['read a.bib', 'changed', 'watch a.bib']);
});

test('notes on disk name bibliographies from the start', async (t) => {
	const disk = { '/ws/refs.json': '', '/ws/note.md': '---\nbibliography: refs.json\n---\n' };
	const { begin } = scopeOf(t, { disk });
	assert.deepEqual(await begin(), ['read', 'read refs.json', 'changed', 'watch refs.json']);
});

test('a project file that comes brings its bibliography, and takes it along', async (t) => {
	const { begin, scope, texts, notes, after } = scopeOf(t, { disk: { '/ws/a.bib': '', '/ws/refs.json': '' } });
	await begin();
	const project = uriOf('/ws/_quarto.yml');
	texts.set(project, 'bibliography: refs.json\n');
	assert.deepEqual(await scope.filesChanged([project]), { corpus: [], notes: [project] });
	await readNoteAgain(notes, project);
	assert.deepEqual(await after(500), ['read a.bib refs.json', 'changed', 'watch a.bib refs.json']);
	texts.delete(project);
	await readNoteAgain(notes, project);
	assert.deepEqual(await after(500), ['read a.bib', 'changed', 'watch a.bib']);
});

test('a bibliography that is awaited is missed until it comes, and read in the place that counts most', async (t) => {
	const { begin, scope, texts, name, after, workspace } = scopeOf(t, {});
	const fault = (): string | undefined => workspace.bibliographyFault(uriOf('/ws/notes/note.md'), 'refs.json');
	name('/ws/notes/note.md', 'refs.json');
	await begin();
	assert.match(fault() ?? '', /refs\.json/);
	texts.set(uriOf('/ws/refs.json'), '');
	await scope.filesChanged([uriOf('/ws/refs.json')]);
	assert.deepEqual(await after(500), ['read refs.json', 'changed', 'watch refs.json']);
	assert.equal(fault(), undefined);
	texts.set(uriOf('/ws/notes/refs.json'), '');
	await scope.filesChanged([uriOf('/ws/notes')]);
	assert.deepEqual(await after(500), ['read notes/refs.json', 'changed', 'watch notes/refs.json']);
	await scope.filesChanged([uriOf('/ws/elsewhere.json')]);
	assert.deepEqual(await after(500), [], 'nothing is looked for there');
});

test('each folder has its settings, and takes its files along when it is closed', async (t) => {
	const disk = {
		...{ '/ws/a.bib': '', '/ws/old/refs.json': '', '/more/a.bib': '', '/more/b.txt': '', '/home/ann/mine.bib': '' },
		'/more/note.md': '---\nbibliography: refs.json\n---\n',
		'/more/refs.json': '',
	};
	const libraries = ['~/mine.bib'];
	const settings = {
		'/ws': { exclude: ['old/**'], libraries },
		'/more': { corpus: ['b.txt'], libraries },
	};
	const { begin, folders, name, after, workspace, scope } = scopeOf(t, { disk, settings });
	folders.add('/more');
	const [, ...rest] = await begin();
	const all = '/home/ann/mine.bib /more/b.txt /more/refs.json a.bib';
	assert.deepEqual(rest, [`read ${all}`, 'changed', `watch ${all}`]);
	assert.equal(scope.roots.filter(({ uri }) => uri.endsWith('/mine.bib')).length, 1, 'one library of all folders');
	name('/ws/note.md', 'old/refs.json');
	assert.deepEqual(await after(500), ['changed'], 'its folder excludes it');
	assert.match(workspace.bibliographyFault(uriOf('/ws/note.md'), 'old/refs.json') ?? '', /exclude/);
	folders.delete('/more');
	workspace.apply({ kind: 'noteGone', uri: uriOf('/more/note.md') });
	const left = '/home/ann/mine.bib a.bib';
	assert.equal((await begin()).at(-1), `watch ${left}`);
});

test('what the index holds of named files is kept until the notes have been read', async (t) => {
	const disk = { '/ws/a.bib': '', '/ws/refs.json': '', '/ws/gone.json': '', '/ws/x/refs.json': '', '/else/z.json': '' };
	const note = { '/ws/note.md': '---\nbibliography: refs.json\n---\n' };
	const indexed = ['/ws/a.bib', '/ws/refs.json', '/ws/x/refs.json', '/else/z.json'];
	const settings = { '/ws': { exclude: ['x/**'] } };
	const same = scopeOf(t, { disk: { ...disk, ...note }, indexed, settings });
	assert.deepEqual(await same.begin(), ['read a.bib refs.json', 'changed', 'watch a.bib refs.json']);
	t.mock.timers.reset();
	const other = scopeOf(t, { disk, indexed, settings });
	assert.deepEqual(await other.begin(), ['read a.bib refs.json', 'read a.bib', 'changed', 'watch a.bib']);
});

test('papers count as unknown only once bibliographies have been looked for, and the new ones read', async (t) => {
	const { begin, workspace, news } = scopeOf(t, {
		disk: { '/ws/refs.json': '', '/ws/note.md': '---\nbibliography: refs.json\n---\n' },
	});
	workspace.apply({ kind: 'corpusComplete', complete: true });
	assert.equal(workspace.complete, false, 'nobody has asked the notes');
	await begin();
	assert.equal(workspace.complete, false, 'refs.json is being read');
	workspace.apply({ kind: 'corpusComplete', complete: true });
	assert.equal(workspace.complete, true);
	await begin();
	assert.equal(workspace.complete, true, 'nothing new is named');
	await news();
});

test('one task follows the other, so that the last settings stay', async (t) => {
	const disk = { '/ws/a.bib': '', '/ws/b.bib': '' };
	const { scope, load, after } = scopeOf(t, { disk });
	const { promise, resolve: answer } = Promise.withResolvers<void>();
	const slow = scope.reload(() => promise.then(() => load({ '/ws': { corpus: ['a.bib'] } })));
	const quick = scope.reload(() => load({ '/ws': { corpus: ['b.bib'] } }));
	assert.deepEqual(await after(1000), [], 'the first settings are awaited');
	answer();
	await Promise.all([slow, quick]);
	assert.deepEqual(await after(0), [
		...['read a.bib', 'changed', 'watch a.bib'],
		...['read b.bib', 'changed', 'watch b.bib'],
	]);
});

test('a task that fails is told of, and the next one is done all the same', async (t) => {
	const { scope, load, news } = scopeOf(t, { disk: { '/ws/a.bib': '' } });
	await scope.reload(() => Promise.reject(new Error('no answer')));
	await scope.reload(load);
	assert.deepEqual(await news(), [
		'failed: Reading settings and files: Error: no answer',
		...['read a.bib', 'changed', 'watch a.bib'],
	]);
});

test('where nobody tells of changes, files are looked at again, and bibliographies looked for', async (t) => {
	const { begin, scope, texts, name, after } = scopeOf(t, { disk: { '/ws/a.bib': '', '/ws/refs.json': '' } });
	name('/ws/notes/note.md', 'refs.json');
	await begin();
	texts.set(uriOf('/ws/b.bib'), '');
	texts.set(uriOf('/ws/notes/refs.json'), '');
	scope.lookAgain();
	assert.deepEqual(await after(0), ['read a.bib b.bib refs.json']);
	const files = 'a.bib b.bib notes/refs.json';
	assert.deepEqual(await after(500), [`read ${files}`, 'changed', `watch ${files}`]);
});

test('where other citations count than before, the notes of that folder are read again', async (t) => {
	const { begin, texts, workspace, after } = scopeOf(t, { disk: { '/ws/refs.json': '' } });
	await begin();
	texts.set(uriOf('/ws/note.md'), '---\nbibliography: refs.json\n---\n');
	workspace.onSyntaxes([uriOf('/elsewhere')]);
	assert.deepEqual(await after(0), ['changed']);
	workspace.onSyntaxes([uriOf('/ws')]);
	assert.deepEqual(await after(0), ['changed']);
	assert.deepEqual(await after(500), ['read refs.json', 'changed', 'watch refs.json']);
});

test('of what changes on disk, files that count and folders of such are to be read again', async (t) => {
	const disk = { '/ws/a.bib': '', '/ws/note.md': '', '/ws/deep/er/b.bib': '', '/ws/other/x.txt': '' };
	const { begin, scope, texts } = scopeOf(t, { disk });
	await begin();
	const changed = async (...paths: string[]) => {
		const { corpus, notes } = await scope.filesChanged(paths.map(uriOf));
		return { corpus: corpus.map(nameOf), notes: notes.map(nameOf) };
	};
	assert.deepEqual(await changed('/ws/a.bib', '/ws/note.md', '/ws/x.txt', '/ws/other'), {
		corpus: ['a.bib'],
		notes: ['note.md'],
	});
	assert.deepEqual(await changed('/ws/deep'), { corpus: ['deep'], notes: ['deep'] });
	texts.clear();
	assert.deepEqual(await changed('/ws/a.bib', '/ws/other'), { corpus: ['a.bib'], notes: [] }, 'it has gone');
});
