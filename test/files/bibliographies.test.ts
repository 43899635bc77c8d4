/** From a name in a note or a project file to the file that is read; which places are never looked at. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BibliographySearch, findBibliographies } from '../../server/src/files/bibliographies.ts';
import { bibliographyPlaces } from '../../server/src/files/bibliographyPlaces.ts';
import { corpusRoots, fileRoot, matcherOf, matcherOfAll } from '../../server/src/files/corpusRoots.ts';

const FOLDER = 'file:///home/ann/ws';
const HOME = '/home/ann';

interface Found {
	/** Paths of the files to read. */
	readonly files: readonly string[];
	readonly faults: readonly string[];
	/** Paths that were asked for. */
	readonly asked: readonly string[];
}

interface Given {
	/** The files that exist. */
	readonly there: readonly string[];
	readonly folders?: readonly string[];
	readonly projects?: readonly string[];
	readonly corpus?: readonly string[];
	readonly exclude?: readonly string[];
}

const pathOf = (uri: string): string => decodeURIComponent(uri.replace('file://', ''));

/** What is found for `path` in the file `namer`. */
async function found(namer: string, path: string, given: Given): Promise<Found> {
	const { there, folders = [FOLDER], projects = [], corpus = [], exclude = [] } = given;
	const asked: string[] = [];
	const ofSettings = corpusRoots({ folder: FOLDER, corpus, exclude }, HOME).map((root) => matcherOf(root, {}));
	const notExcluded = matcherOf({ uri: FOLDER, include: [], exclude }, {});
	const search: BibliographySearch = {
		folders,
		projects,
		home: HOME,
		files: {
			stat: async (uri) => {
				asked.push(pathOf(uri));
				return there.includes(pathOf(uri)) ? { uri, size: 1, mtime: 1 } : undefined;
			},
		},
		isOfSettings: (uri) => ofSettings.some(({ takes }) => takes(uri)),
		isExcluded: (uri) => uri.startsWith(`${FOLDER}/`) && !notExcluded.takes(uri),
	};
	const { uris, faults } = await findBibliographies([{ uri: `file://${namer}`, paths: [path] }], search);
	return { files: uris.map(pathOf), faults: [...faults.values()].flatMap((ofFile) => [...ofFile.values()]), asked };
}

const NOTE = '/home/ann/ws/notes/deep/note.md';

async function checkRead(namer: string, path: string, file: string, given: Partial<Given> = {}): Promise<void> {
	const { files, faults } = await found(namer, path, { there: [file], ...given });
	assert.deepEqual({ files, faults }, { files: [file], faults: [] }, `${path} in ${namer}`);
}

async function checkFault(namer: string, path: string, fault: RegExp, given: Partial<Given> = {}): Promise<Found> {
	const seen = await found(namer, path, { there: [], ...given });
	assert.equal(seen.faults.length, 1, path);
	assert.match(seen.faults[0] ?? '', fault);
	return seen;
}

test("a path begins at the note's folder, else at its project's or the workspace folder", async () => {
	await checkRead(NOTE, 'refs.json', '/home/ann/ws/notes/deep/refs.json');
	await checkRead(NOTE, './a/../refs.json', '/home/ann/ws/notes/deep/refs.json');
	await checkRead(NOTE, '..\\refs.json', '/home/ann/ws/notes/refs.json');
	await checkRead(NOTE, '../../refs.json', '/home/ann/ws/refs.json');
	await checkRead(NOTE, 'refs/mine.json', '/home/ann/ws/refs/mine.json');
	const projects = ['file:///home/ann/ws/notes', FOLDER];
	await checkRead(NOTE, 'refs.json', '/home/ann/ws/notes/refs.json', { projects });
	const both = ['/home/ann/ws/refs.json', '/home/ann/ws/notes/deep/refs.json'];
	const { files } = await found(NOTE, 'refs.json', { there: both });
	assert.deepEqual(files, ['/home/ann/ws/notes/deep/refs.json'], 'the nearest alone');
});

test("a project file's path begins at its folder alone", async () => {
	await checkRead('/home/ann/ws/notes/_quarto.yml', 'refs.json', '/home/ann/ws/notes/refs.json');
	await checkRead('/home/ann/ws/notes/myst.yml', '../refs.json', '/home/ann/ws/refs.json');
	await checkFault('/home/ann/ws/notes/_metadata.yml', 'refs.json', /there is no file at "notes\/refs\.json"\.$/, {
		there: ['/home/ann/ws/refs.json'],
	});
});

test('a path from the root begins at the project, at the workspace folder, or at the root of the disk', async () => {
	await checkRead(NOTE, '/refs.json', '/home/ann/ws/refs.json');
	await checkRead(NOTE, '/refs.json', '/home/ann/ws/notes/refs.json', { projects: ['file:///home/ann/ws/notes'] });
	await checkRead(NOTE, '/home/ann/ws/refs.json', '/home/ann/ws/refs.json');
	await checkRead(NOTE, '~/ws/refs.json', '/home/ann/ws/refs.json');
});

test('names with signs of uris and globs are names', async () => {
	for (const name of ['a b.json', 'a%20b.json', 'a#b?.json', '[x]{y}*.json', 'ä.json']) {
		await checkRead(NOTE, name, `/home/ann/ws/notes/deep/${name}`);
	}
});

test('what is outside the workspace is not even looked for', async () => {
	for (const path of [
		'../../../secret.bib',
		'../../../../../../../etc/passwd',
		'~/secret.bib',
		'~',
		'../../../ws2/refs.bib',
		'C:\\Users\\ann\\secret.bib',
	]) {
		const { files, asked, faults } = await found(NOTE, path, { there: [] });
		assert.ok(
			asked.every((uri) => uri.startsWith('/home/ann/ws/')),
			`${path} asks for ${asked.join(' ')}`,
		);
		assert.ok(
			files.every((uri) => uri.startsWith('/home/ann/ws/')),
			path,
		);
		assert.equal(faults.length, 1);
	}
	for (const path of ['/etc/passwd', '//server/share/refs.bib', '\\\\server\\share\\refs.bib']) {
		const { asked } = await checkFault(NOTE, path, /was not found.* add it to paperNotes\.corpus in your settings/);
		assert.deepEqual(
			asked,
			[`/home/ann/ws${path.replaceAll('\\', '/').replace('//', '/')}`],
			'as a path of the project alone',
		);
	}
	await checkFault(NOTE, '~/secret.bib', /is outside the open folder. To read it, add it to paperNotes\.corpus/);
	await checkFault('/home/ann/ws/_quarto.yml', '../refs.bib', /is outside the open folder/);
});

test('no note leads to another machine, unless the workspace lies there or the settings name it', async () => {
	const look = async (path: string, folder: string, corpus: readonly string[] = []): Promise<readonly string[]> => {
		const asked: string[] = [];
		const home = 'C:\\Users\\Ann';
		const ofSettings = matcherOfAll(corpusRoots({ folder, corpus, exclude: [] }, home), {});
		await findBibliographies([{ uri: `${folder}/note.md`, paths: [path] }], {
			folders: [folder],
			projects: [],
			home,
			isOfSettings: ofSettings.takes,
			isExcluded: () => false,
			files: {
				stat: async (uri) => {
					asked.push(uri);
					return undefined;
				},
			},
		});
		return asked.filter((uri) => !uri.startsWith('file:///c%3A/notes/'));
	};
	const share = 'file://server/share/notes';
	for (const path of [
		'\\\\evil\\share\\notes\\a.bib',
		'//evil/a.bib',
		'\\\\?\\UNC\\evil\\share\\a.bib',
		'//server/x/a.bib',
	]) {
		assert.deepEqual(await look(path, 'file:///c%3A/notes'), [], path);
		assert.deepEqual(
			(await look(path, share)).filter((uri) => !uri.startsWith(`${share}/`)),
			[],
			path,
		);
	}
	const path = '\\\\server\\share\\notes\\a.bib';
	assert.ok((await look(path, share)).includes(`${share}/a.bib`));
	assert.deepEqual(await look(path, 'file:///c%3A/notes', [path]), [`${share}/a.bib`]);
	assert.deepEqual(await look('//evil/share/notes/a.bib', 'file:///c%3A/notes', [path]), []);
});

test('what the settings name is read by them, and no problem, wherever it lies', async () => {
	const corpus = ['~/library.bib', '**/*.bib'];
	for (const [path, file] of [
		['~/library.bib', '/home/ann/library.bib'],
		['/home/ann/library.bib', '/home/ann/library.bib'],
		['../../../library.bib', '/home/ann/library.bib'],
		['refs.bib', '/home/ann/ws/notes/deep/refs.bib'],
	] as const) {
		const { files, faults } = await found(NOTE, path, { there: [file], corpus });
		assert.deepEqual({ files, faults }, { files: [], faults: [] }, path);
	}
	await checkFault(NOTE, '~/other.bib', /outside/, { corpus });
	await checkFault(NOTE, 'gone.bib', /was not found/, { corpus });
});

test('what is not there is told with where it was looked for, and awaited there', async () => {
	const { files } = await checkFault(
		NOTE,
		'refs.json',
		/^The bibliography "refs\.json" was not found: there is no file at "notes\/deep\/refs\.json" or "refs\.json"\.$/,
	);
	assert.deepEqual(files, ['/home/ann/ws/notes/deep/refs.json', '/home/ann/ws/refs.json']);
	await checkFault(NOTE, 'a\u202Eb.json', /"ab\.json"/);
	const { faults } = await checkFault(NOTE, `${'x'.repeat(5000)}.bib`, /…/);
	assert.ok((faults[0]?.length ?? 0) < 500);
});

test('what the settings exclude is not read', async () => {
	const { files } = await checkFault(NOTE, 'refs.json', /the setting paperNotes\.exclude leaves it out/, {
		there: ['/home/ann/ws/notes/deep/refs.json'],
		exclude: ['notes/deep'],
	});
	assert.deepEqual(files, []);
});

test('a note that is opened alone reaches what is beside and below it', async () => {
	const alone = '/tmp/alone/note.md';
	await checkRead(alone, 'refs.bib', '/tmp/alone/refs.bib', { folders: [] });
	await checkRead(alone, 'sub/refs.bib', '/tmp/alone/sub/refs.bib', { folders: [] });
	await checkFault(alone, '../refs.bib', /outside/, { folders: [] });
	await checkRead(alone, '/home/ann/ws/refs.bib', '/home/ann/ws/refs.bib');
});

test('another open folder is within reach', () =>
	checkRead(NOTE, '../../../lib/refs.bib', '/home/ann/lib/refs.bib', { folders: [FOLDER, 'file:///home/ann/lib'] }));

test('a text that is no file, or an older state of one, leads nowhere', async () => {
	for (const uri of ['untitled:Untitled-1', 'git:/home/ann/ws/note.md?HEAD']) {
		const search = { folders: [FOLDER], projects: [], home: HOME, isOfSettings: () => false, isExcluded: () => false };
		const files = { stat: () => assert.fail('nothing is looked for') };
		const { uris, faults } = await findBibliographies([{ uri, paths: ['refs.bib'] }], { ...search, files });
		assert.deepEqual([uris, [...faults]], [[], []]);
	}
});

test('many notes that name one file ask for it once', async () => {
	let asked = 0;
	const namings = Array.from({ length: 100 }, (_, index) => ({ uri: `${FOLDER}/${index}.md`, paths: ['refs.bib'] }));
	const { uris } = await findBibliographies(namings, {
		folders: [FOLDER],
		projects: [],
		home: HOME,
		isOfSettings: () => false,
		isExcluded: () => false,
		files: {
			stat: async (uri) => {
				asked++;
				return { uri, size: 1, mtime: 1 };
			},
		},
	});
	assert.deepEqual([asked, uris], [1, [`${FOLDER}/refs.bib`]]);
});

test('a root of one file takes nothing below a folder of that name', () => {
	const { takes, skips } = matcherOf(fileRoot(`${FOLDER}/refs`), {});
	assert.deepEqual(
		[takes(`${FOLDER}/refs`), takes(`${FOLDER}/refs/a.bib`), skips(`${FOLDER}/refs`)],
		[true, false, true],
	);
});

test('each place is tried once, nearest first', () => {
	const around = { folders: [FOLDER], projects: [FOLDER], home: HOME };
	assert.deepEqual(bibliographyPlaces('a.bib', `${FOLDER}/note.md`, around), [`${FOLDER}/a.bib`]);
	assert.deepEqual(bibliographyPlaces('/a.bib', `${FOLDER}/note.md`, around), [`${FOLDER}/a.bib`, 'file:///a.bib']);
});
