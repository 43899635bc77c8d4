/** Invalid paths in the settings, and Windows paths on this system. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase, status } from '../support/serverCase.ts';

const FILES = { 'ws/own.bib': entry('own2020', 'Own'), 'ws/drafts/old/a.bib': entry('draft2020', 'Draft') };

test('one path that leads nowhere is told, and all others are read', async (t) => {
	const files = serverCase(t, FILES);
	const bad = ['\\\\server\\share\\x.bib', '//server/share/**/*.bib', 'C:\\x.bib', '\ud800.bib'];
	const editor = await files.start({ on: 'ws', settings: { corpus: [...bad, '**/*.bib'], libraries: bad } });
	await indexed(editor);
	await known(editor, 'own2020');
	const { files: read } = await status(editor);
	assert.ok(read.some(({ note }) => note?.includes('server')));
});

test('what is excluded by a path of its own is never read, as papers or as notes', async (t) => {
	const files = serverCase(t, {
		...FILES,
		'ws/drafts/note.md': 'See @paper[own2020].',
		'lib/a.bib': entry('kept2020', 'Kept'),
		'lib/old/b.bib': entry('old2020', 'Old'),
	});
	const exclude = [files.path('ws/drafts'), '~/lib/old/**'];
	const settings = { libraries: ['~/lib'], exclude };
	const editor = await files.start({ on: 'ws', settings, env: { HOME: files.folder } });
	await indexed(editor);
	await known(editor, 'kept2020');
	await known(editor, 'draft2020', false);
	await known(editor, 'old2020', false);
	assert.equal((await status(editor)).notes, 0);
});

test('on Windows a backslash in what is excluded stands between names', async (t) => {
	const files = serverCase(t, FILES);
	const env = { HOME: 'C:\\Users\\Ann' };
	const editor = await files.start({ on: 'ws', settings: { exclude: ['drafts\\**\\*.bib'] }, env });
	await indexed(editor);
	await known(editor, 'own2020');
	await known(editor, 'draft2020', false);
});
