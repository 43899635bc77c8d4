/** The server as a process: its requirements on Node and the machine, and its output in an editor's error log. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

const LIBRARY = entry('good2020', 'Good');

test('on a Node that is too old, one sentence says what is needed', (t) => {
	const files = serverCase(t, {
		'old.cjs': "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.1' } });",
	});
	const args = ['--require', files.path('old.cjs'), SERVER, '--stdio'];
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	assert.equal(stderr, 'Paper Notes needs Node.js 22.15 or newer, and this is Node.js 20.19.1.\n');
	assert.equal(status, 1);
});

test('that SQLite is experimental in Node is not logged as an error, and other warnings are', async (t) => {
	const files = serverCase(t, {
		'warn.cjs': `
			const warn = () => {
				process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
				process.emitWarning('Walking is an experimental feature', 'ExperimentalWarning');
			};
			setTimeout(warn, 0);`,
		'ws/a.bib': LIBRARY,
	});
	const editor = await files.start({ on: 'ws', env: { NODE_OPTIONS: `--require "${files.path('warn.cjs')}"` } });
	await known(editor, 'good2020');
	// The connection forwards what the server's main thread prints. The index thread prints directly.
	const logs = (): string[] => [editor.heard.words.join('\n'), editor.heard.errors.join('')];
	const isWhole = (texts: readonly string[]): boolean => texts.every((text) => text.includes('Walking is'));
	await eventually({ read: logs, accept: isWhole, what: 'a warning of each thread' });
	assert.doesNotMatch(logs().join(), /SQLite/);
	assert.equal(await editor.close(), 0);
});

test('without a home folder the index is in memory and ~ leads nowhere, and all the rest is as usual', async (t) => {
	const files = serverCase(t, {
		'homeless.cjs': "require('node:os').homedir = () => { throw new Error('A system error occurred: ENOENT'); };",
		'ws/a.bib': LIBRARY,
		'ws/note.md': 'See @paper[goo].',
	});
	const env = { NODE_OPTIONS: `--require "${files.path('homeless.cjs')}"`, XDG_CACHE_HOME: '', LOCALAPPDATA: '' };
	const settings = { corpus: ['*.bib', '~/more.bib'] };
	const editor = await files.start({ on: 'ws', env, settings, initializationOptions: { storagePath: undefined } });
	await known(editor, 'good2020');
	assert.match(JSON.stringify((await indexed(editor)).files), /Your settings name \\"~\/more.bib\\"/);
	await editor.open('note.md');
	assert.ok((await editor.completions('note.md', '@paper[goo|')).length > 0);
	assert.deepEqual(editor.heard.errors, []);
	assert.equal(await editor.close(), 0);
});
