/** `bibliography:` in notes and project files adds its files to the corpus and follows all changes to them. */

import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

/** A CSL-JSON file with one paper, not matched by the default globs. */
function csl(key: string, title = `Title of ${key}`): string {
	return JSON.stringify([{ id: key, type: 'article-journal', title, 'container-title': 'J', issued: { raw: '2020' } }]);
}

function note(bibliography: string, cited = 'mine2020'): string {
	return `---\ntitle: A note\nbibliography: ${bibliography}\n---\n\nSee @paper[${cited}].\n`;
}

async function started(t: TestContext, files: Readonly<Record<string, string>>): Promise<StdioEditor> {
	const editor = await serverCase(t, files).start();
	await indexed(editor);
	return editor;
}

/** Waits until the open note has problems at exactly these texts. */
function problemsAt(editor: StdioEditor, path: string, expected: readonly string[]) {
	return eventually({
		read: () => editor.problems(path),
		accept: (problems) => JSON.stringify(problems.map(({ at }) => at)) === JSON.stringify(expected),
		what: `problems at ${expected.join(', ') || 'nothing'}`,
	});
}

/** Waits until the client has been sent this many problems of a file that it does not have open. */
function sent(editor: StdioEditor, path: string, count: number): Promise<readonly Diagnostic[]> {
	return eventually({
		read: () => editor.heard.published.get(editor.uri(path)) ?? [],
		accept: (problems) => problems.length === count,
		what: `${count} problems of ${path}`,
	});
}

async function save(editor: StdioEditor, path: string): Promise<void> {
	await editor.write(path, await editor.text(path));
}

test('a file that a note names is read, and its papers are known in every note', async (t) => {
	const editor = await started(t, {
		'notes/one.md': note('refs/mine.json'),
		'notes/two.md': 'See @paper[mine2020].',
		'notes/refs/mine.json': csl('mine2020', 'The Named One'),
		'notes/refs/other.json': csl('other2020'),
	});
	assert.ok(await paper(editor, 'mine2020'), 'known as soon as the index is complete');
	assert.equal(await paper(editor, 'other2020'), null);
	for (const path of ['notes/one.md', 'notes/two.md']) {
		await editor.open(path);
		assert.match((await editor.hover(path, '@paper[mi|ne'))[0] ?? '', /The Named One/);
		assert.deepEqual(await editor.problems(path), []);
	}
	assert.equal((await editor.definition('notes/one.md', '@paper[mi|ne'))[0]?.path, 'notes/refs/mine.json');
	assert.equal((await fileStatus(editor, 'mine.json'))?.papers, 1);
	await editor.write('notes/refs/mine.json', csl('changed2020'));
	await known(editor, 'changed2020');
	await known(editor, 'mine2020', false);
});

test('bibliographies of other kinds are read by their content', async (t) => {
	const editor = await started(t, {
		'note.md': note('[lib/a.txt, "lib/b.yaml"]'),
		'lib/a.txt': entry('a2020', 'One'),
		'lib/b.yaml': 'references:\n- id: b2020\n  type: book\n  title: Two\n',
	});
	assert.ok(await paper(editor, 'a2020'));
	assert.ok(await paper(editor, 'b2020'));
});

test('what is typed in the front matter counts, saved or not, and on closing what was saved', async (t) => {
	const editor = await started(t, {
		'note.md': note('lib/a.json'),
		'lib/a.json': csl('a2020'),
		'lib/b.json': csl('b2020'),
	});
	await editor.open('note.md');
	await editor.replace('note.md', 'lib/a.json', 'lib/b.json');
	await known(editor, 'b2020');
	await known(editor, 'a2020', false);
	await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri('note.md') } });
	await known(editor, 'a2020');
	await known(editor, 'b2020', false);
	await editor.write('note.md', note('lib/b.json'));
	await known(editor, 'b2020');
	await editor.remove('note.md');
	await known(editor, 'b2020', false);
});

const PROJECTS: readonly (readonly [name: string, text: (path: string) => string])[] = [
	['_quarto.yml', (path) => `project:\n  type: book\nbibliography: ${path}\n`],
	['_quarto.yaml', (path) => `book:\n  bibliography:\n    - ${path}\n`],
	['_metadata.yml', (path) => `bibliography: [${path}]\n`],
	['_bookdown.yml', (path) => `book_filename: x\nbibliography: "${path}"\n`],
	['myst.yml', (path) => `version: 1\nproject:\n  bibliography:\n    - https://example.org/x.bib\n    - ${path}\n`],
];

for (const [name, text] of PROJECTS) {
	test(`${name} is followed as it comes, changes and goes`, async (t) => {
		const editor = await started(t, {
			'book/note.md': 'See @paper[a2020].',
			'book/lib/a.json': csl('a2020'),
			'book/lib/b.json': csl('b2020'),
		});
		assert.equal(await paper(editor, 'a2020'), null);
		await editor.write(`book/${name}`, text('lib/a.json'));
		await known(editor, 'a2020');
		await editor.write(`book/${name}`, text('lib/b.json'));
		await known(editor, 'b2020');
		await known(editor, 'a2020', false);
		await editor.remove(`book/${name}`);
		await known(editor, 'b2020', false);
	});
}

test("project files that are there from the start count, and Quarto's root is where / begins", async (t) => {
	const editor = await started(t, {
		'book/_quarto.yml': 'bibliography: lib/a.json\n',
		'book/ch/note.md': note('/lib/b.json', 'b2020'),
		'book/lib/a.json': csl('a2020'),
		'book/lib/b.json': csl('b2020'),
		'paper/myst.yml': 'project:\n  bibliography: [c.json]\n',
		'paper/c.json': csl('c2020'),
	});
	for (const key of ['a2020', 'b2020', 'c2020']) {
		assert.ok(await paper(editor, key), key);
	}
	assert.equal((await status(editor)).notes, 1, 'project files are no notes');
});

test('a file that is not there is a problem where it is named, until it comes', async (t) => {
	const editor = await started(t, {
		'note.md': note('[here.json, later.json]'),
		'here.json': csl('mine2020'),
		'sub/_quarto.yml': 'title: x\nbibliography:\n  - gone.json\n',
	});
	await editor.open('note.md');
	const [problem] = await problemsAt(editor, 'note.md', ['later.json']);
	assert.equal(problem?.code, 'missing-bibliography');
	assert.match(
		problem?.message ?? '',
		/^The bibliography "later\.json" was not found: there is no file at "later\.json"\.$/,
	);
	const [ofProject] = await sent(editor, 'sub/_quarto.yml', 1);
	assert.match(String(ofProject?.message), /"sub\/gone\.json"/);
	assert.deepEqual(ofProject?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 13 } });

	await editor.write('later.json', csl('later2020'));
	await known(editor, 'later2020');
	await problemsAt(editor, 'note.md', []);
	await editor.write('sub/gone.json', csl('gone2020'));
	await known(editor, 'gone2020');
	await sent(editor, 'sub/_quarto.yml', 0);
	await editor.remove('later.json');
	await known(editor, 'later2020', false);
	await problemsAt(editor, 'note.md', ['later.json']);
});

test('a project file that is open in the editor counts as it stands there, with its problems asked for', async (t) => {
	const editor = await started(t, { '_quarto.yml': 'bibliography: gone.json\n', 'a.json': csl('a2020') });
	await sent(editor, '_quarto.yml', 1);
	await editor.open('_quarto.yml');
	await sent(editor, '_quarto.yml', 0);
	await problemsAt(editor, '_quarto.yml', ['gone.json']);
	await editor.replace('_quarto.yml', 'gone.json', 'a.json');
	await known(editor, 'a2020');
	await problemsAt(editor, '_quarto.yml', []);
	await save(editor, '_quarto.yml');
	await editor.connection.sendNotification('textDocument/didClose', {
		textDocument: { uri: editor.uri('_quarto.yml') },
	});
	await editor.write('_quarto.yml', 'bibliography: lost.json\n');
	await sent(editor, '_quarto.yml', 1);
	await known(editor, 'a2020', false);
});

function outside(t: TestContext): ServerCase {
	return serverCase(t, {
		'ws/note.md': note('[../secret.json, ~/home.json, /etc/passwd]'),
		'ws/myst.yml': 'project:\n  bibliography: ../secret.json\n',
		'ws/a.bib': entry('mine2020', 'Mine'),
		'secret.json': csl('secret2020'),
		'home/home.json': csl('home2020'),
	});
}

test('a file outside the workspace is a problem and never read, unless the settings name it', async (t) => {
	const files = outside(t);
	const env = { HOME: files.path('home'), USERPROFILE: files.path('home') };
	const editor = await files.start({ on: 'ws', env });
	await indexed(editor);
	await editor.open('note.md');
	const problems = await problemsAt(editor, 'note.md', ['../secret.json', '~/home.json', '/etc/passwd']);
	for (const { message } of problems) {
		assert.match(message, /add it to paperNotes\.corpus in your settings/);
	}
	await sent(editor, 'myst.yml', 1);
	const { files: reported, papers } = await status(editor);
	assert.deepEqual([papers, reported.length > 0], [1, true]);
	assert.ok(
		reported.every(({ uri }) => uri.startsWith(editor.uri(''))),
		JSON.stringify(reported),
	);

	const settings = { corpus: ['**/*.bib', '~/home.json'] };
	const trusting = await files.start({ on: 'ws', env, settings });
	await indexed(trusting);
	assert.ok(await paper(trusting, 'home2020'));
	assert.equal(await paper(trusting, 'secret2020'), null);
	await trusting.open('note.md');
	await problemsAt(trusting, 'note.md', ['../secret.json', '/etc/passwd']);
});

test('a note that is opened without a folder has the bibliography beside it', async (t) => {
	const files = serverCase(t, { 'note.md': note('refs.json'), 'refs.json': csl('mine2020') });
	const editor = await files.start({ folderless: true });
	await editor.open('note.md');
	await known(editor, 'mine2020');
	await problemsAt(editor, 'note.md', []);
	await editor.write('refs.json', csl('changed2020'));
	await known(editor, 'changed2020');
});

test('a bibliography is kept in the index on disk: a restart does not read it again', async (t) => {
	const files = serverCase(t, { 'ws/note.md': note('lib/a.json'), 'ws/lib/a.json': csl('mine2020') });
	const past = new Date('2020-01-01');
	utimesSync(files.path('ws/lib/a.json'), past, past);
	const options = { on: 'ws', initializationOptions: { storagePath: files.path('storage') } };
	const first = await files.start(options);
	await indexed(first);
	await first.close();
	files.put('ws/lib/a.json', csl('else2020'));
	utimesSync(files.path('ws/lib/a.json'), past, past);
	const second = await files.start(options);
	await indexed(second);
	assert.ok(await paper(second, 'mine2020'), 'size and time say that nothing has changed');
	await second.write('note.md', 'No front matter any more.');
	await known(second, 'mine2020', false);
});

test('clients that watch less are told of the same', { timeout: 60_000 }, async (t) => {
	const { workspace, ...others } = CAPABILITIES;
	const noRelative = { ...workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
	const nothing = { ...workspace, didChangeWatchedFiles: {} };
	for (const capabilities of [
		{ ...others, workspace: noRelative },
		{ ...others, workspace: nothing },
	]) {
		const files = serverCase(t, { 'note.md': note('lib/a.json'), 'lib/a.json': csl('a2020'), 'b.json': csl('b2020') });
		const editor = await files.start({ capabilities });
		await indexed(editor);
		assert.ok(await paper(editor, 'a2020'));
		await editor.write('lib/a.json', csl('changed2020'));
		await known(editor, 'changed2020');
		files.put('_quarto.yml', 'bibliography: b.json');
		if (capabilities.workspace === noRelative) {
			await editor.changed('_quarto.yml');
		}
		await known(editor, 'b2020');
	}
});

test('each file that is named is watched, whatever its name', async (t) => {
	const files = serverCase(t, { 'note.md': note('"lib/[a]{b}.json"'), 'lib/[a]{b}.json': csl('mine2020') });
	const editor = await files.start();
	await indexed(editor);
	assert.ok(await paper(editor, 'mine2020'));
	await eventually({
		read: () => [...editor.heard.watchers.values()].flat().map(({ globPattern }) => globPattern),
		accept: (globs) =>
			globs.includes('**/?a??b?.json') && globs.includes('**/{_quarto,_metadata,_bookdown,myst}.{yml,yaml}'),
		what: 'watchers',
	});
});
