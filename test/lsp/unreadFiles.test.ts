/** A file locked by another program is read again as soon as it is released, without any action by the user. */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { absentBesideLinux } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, paper, serverCase } from '../support/serverCase.ts';

/** Makes every attempt to read `held.bib` fail as long as the file `lock` exists, in the server and in its thread. */
const HELD = `
const fs = require('node:fs');
const promises = require('node:fs/promises');
const lock = require('node:path').join(__dirname, 'lock');
for (const name of ['readFile', 'open']) {
	const real = promises[name];
	promises[name] = async (path, ...rest) => {
		if (String(path).endsWith('held.bib') && fs.existsSync(lock)) {
			throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
		}
		return real(path, ...rest);
	};
}`;

test('a file that is held by another program is read when it is free', async (t) => {
	const files = serverCase(t, {
		'hold.cjs': HELD,
		lock: '',
		'ws/held.bib': entry('held2020', 'Held'),
		'ws/free.bib': entry('free2020', 'Free'),
	});
	const editor = await files.start({ on: 'ws', env: { NODE_OPTIONS: `--require "${files.path('hold.cjs')}"` } });
	await known(editor, 'free2020');
	const { indexing } = await indexed(editor);
	assert.equal(indexing, false);
	assert.match((await fileStatus(editor, 'held.bib'))?.note ?? '', /cannot be read now: EBUSY.*will try again/);
	rmSync(files.path('lock'));
	await known(editor, 'held2020');
	assert.equal((await fileStatus(editor, 'held.bib'))?.note, undefined);
	assert.equal(await editor.close(), 0);
});

/** Makes every attempt to list `held` or to examine its files fail as long as the file `lock` exists. */
const UNLISTED = `
const fs = require('node:fs');
const promises = require('node:fs/promises');
const lock = require('node:path').join(__dirname, 'lock');
for (const name of ['readdir', 'stat', 'lstat', 'readFile']) {
	const real = promises[name];
	promises[name] = async (path, ...rest) => {
		if (/[\\\\/]held([\\\\/]|$)/.test(String(path)) && (name === 'readdir' || !String(path).endsWith('held')) && fs.existsSync(lock)) {
			throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
		}
		return real(path, ...rest);
	};
}`;

test('notes in a folder that cannot be listed for a while go on citing', async (t) => {
	const files = serverCase(t, {
		'unlisted.cjs': UNLISTED,
		'ws/a.bib': entry('good2020', 'Good'),
		'ws/held/note.md': 'See @paper[good2020].',
	});
	const editor = await files.start({ on: 'ws', env: { NODE_OPTIONS: `--require "${files.path('unlisted.cjs')}"` } });
	await known(editor, 'good2020');
	await indexed(editor);
	const citing = async (): Promise<number> => (await paper(editor, 'good2020'))?.citedBy.length ?? 0;
	assert.equal(await citing(), 1);
	files.put('lock', '');
	files.put('ws/held/other.md', 'See @paper[good2020].');
	// The first one is checked before the second.
	await editor.changed('held');
	await editor.write('seen.md', 'See @paper[good2020].');
	await eventually({ read: citing, accept: (count) => count !== 1, what: 'the note that can be read' });
	assert.equal(await citing(), 2);
	rmSync(files.path('lock'));
	await eventually({ read: citing, accept: (count) => count === 3, what: 'all notes' });
});

test('a library whose name is not UTF-8 is told, since no editor can open it', {
	skip: absentBesideLinux('such names'),
}, async (t) => {
	const files = serverCase(t, { 'papers/a.bib': entry('a2020', 'A') });
	writeFileSync(Buffer.from(`${files.path('papers')}/caf\xe9.bib`, 'latin1'), entry('b2020', 'B'));
	const editor = await files.start();
	const found = await fileStatus(editor, '/papers/caf\ufffd.bib');
	assert.match(found?.note ?? '', /its name is not UTF-8/);
	assert.equal((await known(editor, 'a2020'))?.key, 'a2020');
});
