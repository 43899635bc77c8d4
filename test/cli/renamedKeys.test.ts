/** `paper-notes check` on keys that sources have given up: with its storage, with the folder's file, with neither. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandFolder } from '../support/commandFolder.ts';

const record = (key: string) =>
	`@article{${key}, author = {Ash, Ann}, title = {Leaves in autumn and in spring}, journal = {Trees}, year = {2001}}\n`;

test('the next check knows the key that the last one found, and --fix writes the new one', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': record('ash2001'), 'a.md': 'Leaves fall @paper[ash2001].\n' });
	assert.equal((await folder.run('check')).code, 0);
	folder.write('refs.bib', record('ashLeaves'));
	const { code, out } = await folder.run('check');
	assert.equal(code, 2);
	assert.match(out, /^a\.md:1:20: warning: "ash2001" is now "ashLeaves": .* \[renamed-key\]\n/);
	const fixed = await folder.run('check', '--fix');
	assert.equal(fixed.code, 0, fixed.out);
	assert.equal(folder.read('a.md'), 'Leaves fall @paper[ashLeaves].\n');
});

test('without a memory the key is unknown, unless the folder says what it is called now', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': record('ashLeaves'), 'a.md': 'Leaves fall @paper[ash2001].\n' });
	assert.match((await folder.run('check')).out, /\[unknown-paper\]/);
	folder.write('.paper-notes.yml', '- renamed: {from: ash2001, to: ashLeaves}\n');
	assert.match((await folder.run('check')).out, /\[renamed-key\]/);
});

test('a rename on the command line is remembered', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': record('ash2001'), 'a.md': 'Leaves fall @paper[ash2001].\n' });
	assert.equal((await folder.run('rename', 'ash2001', 'leaves')).code, 0);
	assert.equal(folder.read('a.md'), 'Leaves fall @paper[leaves].\n');
	folder.write('b.md', 'From another branch: @paper[ash2001].\n');
	const { out } = await folder.run('check');
	assert.match(out, /^b\.md:1:29: warning: "ash2001" is now "leaves"/);
});
