/** Jupyter notebooks on disk are notes to every command, and are edited inside the strings of their JSON. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandFolder } from '../support/commandFolder.ts';

const BIB = `@article{ash2001, author = {Ash, Ann}, title = {Leaves in autumn}, journal = {Trees}, year = {2001}}
@article{elm2002, author = {Elm, Ed}, title = {Bark in winter}, journal = {Trees}, year = {2002}}
`;

/** As Jupyter writes them, but for the second cell. */
const NOTEBOOK = String.raw`{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "one",
   "metadata": {},
   "source": [
    "# \"Leaves\"\n",
    "Of caf\u00e9s @paper[ash2001, p. 3;\n",
    "elm2002] and @paper[oak2003]."
   ]
  },
  {"cell_type":"markdown",   "metadata":{}, "source":"\ud83c\udf42 @paper[ash2001]"},
  {
   "cell_type": "code",
   "execution_count": 1,
   "metadata": {},
   "outputs": [{"data": {"text/plain": ["@paper[ash2001]"]}}],
   "source": ["# @paper[ash2001]"]
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

const files = { 'refs.bib': BIB, 'work/a.ipynb': NOTEBOOK };

test('check says where in the file of a notebook a key is unknown', async (context) => {
	const folder = commandFolder(context, files);
	const { code, out } = await folder.run('check');
	assert.equal(code, 2);
	assert.match(out, /^work\/a\.ipynb:10:26: warning: No paper has the key "oak2003"/);
	assert.match(out, /\n {2}10 \| {5}"elm2002\] and @paper\[oak2003\]\."\n {5}\| {26}\^{7}\n1 problem in 1 file/);
});

test('rename and convert change citations alone, and every other byte of the notebook stays', async (context) => {
	const folder = commandFolder(context, { ...files, '.vscode/settings.json': '{}' });
	const { out } = await folder.run('rename', 'ash2001', 'ash2001leaves');
	assert.equal(out, 'Renamed ash2001 to ash2001leaves: 3 places in 2 files.\n');
	const renamed = NOTEBOOK.replace('[ash2001, p. 3', '[ash2001leaves, p. 3').replace(
		'42 @paper[ash2001]',
		'42 @paper[ash2001leaves]',
	);
	assert.equal(folder.read('work/a.ipynb'), renamed);
	await folder.run('rename', 'ash2001leaves', 'ash2001');
	const dry = await folder.run('convert', '--to', 'pandoc', '--dry-run');
	assert.match(
		dry.out,
		/^work\/a\.ipynb:9:20: @paper\[ash2001, p\. 3; elm2002\] becomes \[@ash2001, p\. 3; @elm2002\]$/m,
	);
	const converted = await folder.run('convert', '--to', 'pandoc');
	assert.match(converted.out, /3 citations in 1 note/);
	const pandoc = NOTEBOOK.replace('@paper[ash2001, p. 3;', '[@ash2001, p. 3;')
		.replace('elm2002] and @paper[oak2003]', '@elm2002] and [@oak2003]')
		.replace('42 @paper[ash2001]', '42 [@ash2001]');
	assert.equal(folder.read('work/a.ipynb'), pandoc);
	await folder.run('convert', '--to', 'paper', '--set', 'syntaxes=["paper","pandoc"]');
	assert.equal(folder.read('work/a.ipynb'), NOTEBOOK);
});

test('what notebooks cite is exported, counts as cited, and checkpoints count for nothing', async (context) => {
	const folder = commandFolder(context, { ...files, 'work/.ipynb_checkpoints/a-checkpoint.ipynb': NOTEBOOK });
	const bib = await folder.run('bib');
	assert.match(bib.out, /@article\{ash2001,[\s\S]*@article\{elm2002,/);
	assert.equal(bib.err.match(/oak2003/g)?.length, 1);
	assert.match((await folder.run('search', 'is:cited', 'elm')).out, /^elm2002/);
	assert.match((await folder.run('check', '--unused')).out, /^0 papers of 2 not cited/m);
});

test('a bibliography named in a first raw cell counts for the notebook', async (context) => {
	const matter = '{"cell_type": "raw", "source": ["---\\n", "bibliography: [own.txt, none.bib]\\n", "---"]}';
	const cell = '{"cell_type": "markdown", "source": ["@paper[fir2004]"]}';
	const folder = commandFolder(context, {
		...files,
		'work/own.txt': '@article{fir2004, author = {Fir, Fay}, title = {Needles}, journal = {Trees}, year = {2004}}',
		'work/a.ipynb': `{"cells": [${matter}, ${cell}]}`,
	});
	const { out } = await folder.run('check');
	assert.match(out, /^work\/a\.ipynb:1:\d+: \w+: .*none\.bib/);
	assert.match(out, /\n1 problem in 1 file/);
});

test('a broken notebook is a problem, and is not half renamed', async (context) => {
	const broken = NOTEBOOK.replace('  {"cell_type":"markdown"', '<<<<<<< HEAD\n$&');
	const folder = commandFolder(context, { ...files, 'work/a.ipynb': broken, 'b.md': '@paper[ash2001]' });
	const { out } = await folder.run('check');
	assert.match(out, /^work\/a\.ipynb:13:1: \w+: This notebook is not valid JSON from here on/m);
	const { code, err } = await folder.run('rename', 'ash2001', 'new');
	assert.equal(code, 1);
	assert.match(err, /"a\.ipynb" is not valid JSON/);
	assert.equal(folder.read('b.md'), '@paper[ash2001]');
});
