/** The other commands of `paper-notes`, its help, and what it says to a slip. */

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandFolder } from '../support/commandFolder.ts';

const BIB = `@article{ash2001, author = {Ash, Ann}, title = {Leaves in autumn}, journal = {Trees}, year = {2001}}
@inbook{elm2002, author = {Elm, Ed}, title = {Bark in winter}, crossref = {ash2001}, year = {2002}}
`;

test('help names every command, and a slip is answered with the right one', async (context) => {
	const folder = commandFolder(context, {});
	const { code, out } = await folder.run('--help');
	assert.equal(code, 0);
	for (const name of ['check', 'search', 'index', 'rename', 'bib', 'lsp']) {
		assert.match(out, new RegExp(`^  ${name}\\b`, 'm'));
	}
	const slip = await folder.run('chek');
	assert.equal(slip.code, 1);
	assert.match(slip.err, /unknown command 'chek'\n\(Did you mean check\?\)/);
	assert.match((await folder.run('--version')).out, /^\d+\.\d+\.\d+\n$/);
});

test('search finds as the palette does, as text and as JSON', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB });
	const { code, out } = await folder.run('search', 'leaves', 'year:2001');
	assert.equal(code, 0);
	assert.match(out, /^ash2001 {2}Ash 2001\n {4}Leaves in autumn\n {4}Trees\n$/);
	const found = JSON.parse((await folder.run('search', '--json', 'elm')).out) as {
		readonly total: number;
		readonly papers: readonly { readonly key: string; readonly title: string }[];
	};
	assert.deepEqual(
		found.papers.map(({ key, title }) => [key, title]),
		[['elm2002', 'Bark in winter']],
	);
	const nothing = await folder.run('search', 'xqzvw');
	assert.deepEqual(nothing, { code: 0, out: '', err: 'No paper matches "xqzvw".\n' });
});

test('index reads all papers and says where the index is', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB });
	const { code, out } = await folder.run('index');
	assert.equal(code, 0);
	const [, path = ''] = /^2 papers from 1 file, in .*\.\nThe index is in (.*)\.\n$/.exec(out) ?? [];
	assert.ok(existsSync(path), out);
});

test('rename changes records, what refers to them, and all notes, or says what it would', async (context) => {
	const note = 'Leaves @paper[ash2001, p. 3].\r\nBark @paper[elm2002].\r\n';
	const folder = commandFolder(context, { 'refs.bib': BIB, 'notes/a.md': note });
	const dry = await folder.run('rename', '--dry-run', 'ash2001', 'ash2001leaves');
	assert.deepEqual(dry.out.split('\n').slice(0, 3), [
		'refs.bib: 1, 2',
		'notes/a.md: 1',
		'Would rename ash2001 to ash2001leaves: 3 places in 2 files.',
	]);
	assert.equal(folder.read('notes/a.md'), note);
	const { code, out, err } = await folder.run('rename', 'ash2001', 'ash2001leaves');
	assert.deepEqual(
		{ code, out, err },
		{ code: 0, out: 'Renamed ash2001 to ash2001leaves: 3 places in 2 files.\n', err: '' },
	);
	assert.equal(folder.read('notes/a.md'), note.replace('ash2001', 'ash2001leaves'));
	assert.equal(folder.read('refs.bib'), BIB.replaceAll('ash2001', 'ash2001leaves'));
	assert.deepEqual(readdirSync(folder.path).sort(), ['notes', 'refs.bib']);
	assert.equal((await folder.run('check')).code, 0);
});

test('a rename that cannot be made whole changes nothing', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': '@paper[ash2001]\n', 'b.md': '@paper[ash2001]\n' });
	assert.match((await folder.run('rename', 'ash2001', 'elm2002')).err, /already has the key "elm2002"/);
	assert.match((await folder.run('rename', 'nobody', 'x')).err, /No paper has the key "nobody"/);
	folder.write('b.md', Buffer.from('@paper[ash2001] M\xfcller\n', 'latin1'));
	const refused = await folder.run('rename', 'ash2001', 'ash2002');
	assert.equal(refused.code, 1);
	assert.match(refused.err, /b\.md is not valid UTF-8/);
	assert.equal(folder.read('refs.bib'), BIB);
	assert.equal(folder.read('a.md'), '@paper[ash2001]\n');
});

test('a file keeps its mode when it is written', {
	skip: process.platform === 'win32' && 'modes are of POSIX',
}, async (context) => {
	const { statSync } = await import('node:fs');
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': '@paper[ash2001]\n' });
	chmodSync(join(folder.path, 'a.md'), 0o640);
	await folder.run('rename', 'ash2001', 'ash2002');
	assert.equal(folder.read('a.md'), '@paper[ash2002]\n');
	assert.equal(statSync(join(folder.path, 'a.md')).mode & 0o777, 0o640);
});
