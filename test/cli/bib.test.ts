/** `paper-notes bib`: what notes cite, as a bibliography. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bibtex } from '../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { commandFolder } from '../support/commandFolder.ts';

const BIB = `@article{ash2001, ids = {leaves}, author = {Ash, Ann and van der Elm, Bo}, title = {Leaves in {ULM}},
  journal = {Trees \\& Bark}, year = 2001, month = may, doi = {10.1000/ash}}
@book{elm2002, author = {{Forest Team}}, title = {Bark in winter}, publisher = {Bough}, year = 2002}
@book{oak2003, author = {Oak, Oda}, title = {Never cited}, publisher = {Bough}, year = 2003}
`;

const FILES = {
	'refs.bib': BIB,
	'a.md': 'Bark @paper[elm2002, p. 3] and leaves @paper[leaves; see @10.1000/ash].\n',
	'notes/b.md': 'Leaves @paper[ash2001]; `@paper[nobody]` is code.\n',
};

test('bib writes what all notes cite, each paper once, under the keys that the notes use', async (context) => {
	const folder = commandFolder(context, FILES);
	const { code, out, err } = await folder.run('bib');
	assert.deepEqual({ code, err }, { code: 0, err: '' });
	const written = readAll(bibtex, out).papers;
	assert.deepEqual(
		written.map(({ key, aliases }) => [key, aliases]),
		[
			['ash2001', ['10.1000/ash', 'leaves']],
			['elm2002', undefined],
		],
	);
	const source = readAll(bibtex, BIB).papers;
	assert.deepEqual(
		written.map(({ item }) => item),
		source.slice(0, 2).map(({ item }) => item),
	);
});

test('bib of one note has that note alone, and the name that it uses', async (context) => {
	const folder = commandFolder(context, { ...FILES, 'c.md': 'Leaves @paper[leaves].\n' });
	const { out } = await folder.run('bib', 'c.md', '--format', 'csl-json');
	const items = JSON.parse(out) as readonly { readonly id: string; readonly DOI: string }[];
	assert.deepEqual(
		items.map(({ id, DOI }) => [id, DOI]),
		[['leaves', '10.1000/ash']],
	);
});

test('unknown keys are reported, and the rest is written', async (context) => {
	const folder = commandFolder(context, { ...FILES, 'c.md': 'First @paper[elm2002].\n\nThen @paper[ask2001].\n' });
	const { code, out, err } = await folder.run('bib', '--format', 'ris', 'c.md');
	assert.equal(code, 2);
	assert.equal(err, 'c.md:3:13: No paper has the key "ask2001".\n');
	assert.match(out, /^TY {2}- BOOK\nID {2}- elm2002\nAU {2}- Forest Team,\nTI {2}- Bark in winter\nPY {2}- 2002\n/);
});

test('bib writes a file, but not over a library', async (context) => {
	const folder = commandFolder(context, FILES);
	const refused = await folder.run('bib', '--output', 'refs.bib');
	assert.equal(refused.code, 1);
	assert.match(refused.err, /Papers are read from .*refs\.bib/);
	assert.equal(folder.read('refs.bib'), BIB);
	const { code, out, err } = await folder.run('bib', '--format', 'ris', '--output', 'cited.txt');
	assert.deepEqual({ code, out }, { code: 0, out: '' });
	assert.equal(err, '2 papers written to cited.txt.\nRIS has no place for all that is known of 1 paper: aliases.\n');
	assert.match(folder.read('cited.txt'), /^DO {2}- 10\.1000\/ash$/m);
	assert.equal(existsSync(join(folder.path, 'bibtex')), false);
});

test('bib refuses a format that it does not know, and a folder without notes', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB });
	assert.match((await folder.run('bib', '--format', 'bib')).err, /--format takes bibtex, csl-json, ris, not "bib"/);
	assert.match((await folder.run('bib')).err, /There are no notes here/);
});

test('a key that means another paper in another library is written once and reported', async (context) => {
	const folder = commandFolder(context, {
		'one/refs.bib': '@book{same, author = {Ash, Ann}, title = {Leaves}, year = 2001}\n',
		'one/note.md': '---\nbibliography: refs.bib\n---\n@paper[same]\n',
		'two/refs.bib': '@book{same, author = {Elm, Bo}, title = {Bark in winter}, year = 1990}\n',
		'two/note.md': '---\nbibliography: refs.bib\n---\n@paper[same]\n',
	});
	const { code, out, err } = await folder.run('bib');
	assert.equal(code, 2);
	assert.match(out, /title = \{Leaves\}/);
	assert.equal(readAll(bibtex, out).papers.length, 1);
	assert.match(err, /^two\/note\.md:4:8: Here "same" means another paper than in the notes before/);
});
