/** `paper-notes convert`: between `@paper[...]` and Pandoc's syntax, all files or none. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CommandFolder, commandFolder } from '../support/commandFolder.ts';
import { ROOT } from '../support/sources.ts';

const BIB = `@article{ash, author = {Ash, Ann}, title = {Leaves in autumn}, year = {2001}}
@article{elm2002, author = {Elm, Ed}, title = {Bark in winter}, year = {2002}}
`;

const PAPER = 'Leaves @paper[see @ash, p. 3;\r\n-@elm2002] and @paper[+@ash, ch. 2]. \r\n';
const PANDOC = 'Leaves [see @ash, p. 3;\r\n-@elm2002] and @ash [ch. 2]. \r\n';

test('convert writes the citations of all notes in the other syntax, and back to the byte', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': PAPER, 'notes/b.md': `\ufeff${PAPER}` });
	const dry = await folder.run('convert', '--to', 'pandoc', '--dry-run');
	assert.deepEqual(dry.out.split('\n').slice(0, 2), [
		'a.md:1:8: @paper[see @ash, p. 3; -@elm2002] becomes [see @ash, p. 3; -@elm2002]',
		'a.md:2:16: @paper[+@ash, ch. 2] becomes @ash [ch. 2]',
	]);
	assert.equal(folder.read('a.md'), PAPER);
	const { code, out, err } = await folder.run('convert', '--to', 'pandoc');
	assert.deepEqual({ code, out, err }, { code: 0, out: 'Converted 4 citations in 2 notes.\n', err: '' });
	assert.equal(folder.read('a.md'), PANDOC);
	assert.equal(folder.read('notes/b.md'), `\ufeff${PANDOC}`);
	assert.equal((await folder.run('convert', 'notes', '--to=paper')).out, 'Converted 2 citations in 1 note.\n');
	assert.equal(folder.read('notes/b.md'), `\ufeff${PAPER}`);
	assert.equal(folder.read('a.md'), PANDOC);
});

test('convert leaves what cannot be said, and says where and why', async (context) => {
	const note = '@paper[ash], @paper[ash; +@elm2002],\n@paper[@ash] and @paper[two words].\n';
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': note });
	const { code, out } = await folder.run('convert', 'a.md', '--to', 'pandoc');
	assert.equal(code, 2);
	assert.deepEqual(out.trim().split('\n'), [
		'a.md:1:14: @paper[ash; +@elm2002] is left as it is: the other syntax has no such citation in the text',
		'a.md:2:1: @paper[@ash] is left as it is: converted back, it would be written in another way',
		'a.md:2:18: @paper[two words] is left as it is: it has a problem that must be corrected first',
		'Converted 1 citation in 1 note. 3 citations left as they are.',
	]);
	assert.equal(folder.read('a.md'), note.replace('@paper[ash],', '[@ash],'));
	await folder.run('convert', 'a.md', '--to', 'pandoc', '--respell');
	assert.match(folder.read('a.md'), /^\[@ash\] and @paper\[two words\]\.$/m);
});

test('a bare name is converted if a paper has it or if it looks like a key', async (context) => {
	const note = 'As @ash and @oak2003 say, @property. See @fig-leaf. me@ash.org\n';
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': note });
	const { out } = await folder.run('convert', '--to', 'paper');
	assert.match(out, /^a\.md:1:27: @property is left as it is: it could be a user name or a cross reference\n/);
	assert.equal(
		folder.read('a.md'),
		note.replace('@ash and', '@paper[+@ash] and').replace('@oak2003', '@paper[+@oak2003]'),
	);
});

test('a conversion that cannot be made whole changes nothing, and slips are explained', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': PAPER });
	folder.write('b.md', Buffer.from('@paper[ash] M\xfcller\n', 'latin1'));
	const refused = await folder.run('convert', '--to', 'pandoc');
	assert.deepEqual([refused.code, folder.read('a.md')], [1, PAPER]);
	assert.match(refused.err, /b\.md is not valid UTF-8/);
	assert.match((await folder.run('convert', '--to', 'html')).err, /--to takes pandoc, paper, latex, typst, not "html"/);
	assert.match((await folder.run('convert')).err, /--to <syntax>/);
	assert.match((await folder.run('convert', 'refs.bib', '--to', 'pandoc')).err, /There are no notes here/);
});

const VAULT = join(ROOT, '../shared/corpora/vault-meta-analysis');

test("a book's citations become @paper[...] and come back to the byte", async (context) => {
	if (!existsSync(VAULT)) {
		context.skip('../shared/corpora/vault-meta-analysis is not there');
		return;
	}
	const names = readdirSync(VAULT).filter((name) => /\.(?:Rmd|bib|yml)$/.test(name));
	const folder = commandFolder(
		context,
		Object.fromEntries(names.map((name) => [name, readFileSync(join(VAULT, name))])),
	);
	const there = await folder.run('convert', '--to', 'paper');
	assert.match(
		there.out,
		/^13-sem\.Rmd:\d+:\d+: \[see .*\nConverted 340 citations in 18 notes\. 1 citation left as it is\.\n$/,
	);
	const changed = names.filter((name) => !isUnchanged(folder, name));
	assert.equal(changed.length, 18);
	await folder.run('convert', '--to', 'pandoc');
	assert.deepEqual(
		names.filter((name) => !isUnchanged(folder, name)),
		[],
	);
});

function isUnchanged(folder: CommandFolder, name: string): boolean {
	return Buffer.compare(readFileSync(join(folder.path, name)), readFileSync(join(VAULT, name))) === 0;
}

test('a note is printed with its citations for LaTeX or Typst, and what is left is said', async (context) => {
	const note = 'Leaves @paper[see @ash, p. 3] and @paper[elm2002].\n';
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': note, 'b.md': '' });
	const latex = await folder.run('convert', 'a.md', '--to', 'latex');
	assert.deepEqual(
		{ ...latex },
		{ code: 0, out: 'Leaves \\autocite[see][p. 3]{ash} and \\autocite{elm2002}.\n', err: '' },
	);
	const typst = await folder.run('convert', 'a.md', '--to', 'typst');
	assert.equal(typst.out, 'Leaves @paper[see @ash, p. 3] and @elm2002.\n');
	assert.equal(typst.err, 'a.md:1:8: @paper[see @ash, p. 3] is left as it is: Typst has no words before a key\n');
	assert.equal(typst.code, 2);
	assert.equal((await folder.run('convert', '--to', 'latex')).code, 1);
	assert.equal(folder.read('a.md'), note);
});
