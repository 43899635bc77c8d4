/** The commands group papers as the folder's file says, and as it says now. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandFolder } from '../support/commandFolder.ts';

const record = (key: string) =>
	`@article{${key}, author = {Ash, Ann}, title = {Leaves in autumn and in spring}, journal = {Trees}, year = {2001}}\n`;

test('check and search see one paper or two', async (context) => {
	const folder = commandFolder(context, {
		'refs.bib': record('ash2001') + record('ash2001b'),
		'a.md': 'Leaves fall @paper[ash2001; ash2001b].\n',
	});
	const found = async () => (await folder.run('search', 'leaves', 'autumn')).out.trim().split('\n').length;
	const check = async () => (await folder.run('check')).out;
	assert.match(await check(), /\[repeated-paper\]/);
	const lines = await found();
	folder.write('.paper-notes.yml', '- two: [ash2001, ash2001b]\n');
	assert.equal(await found(), 2 * lines);
	assert.doesNotMatch(await check(), /\[repeated-paper\]/);
	folder.write('.paper-notes.yml', '');
	assert.equal(await found(), lines);
	assert.match(await check(), /\[repeated-paper\]/);
});
