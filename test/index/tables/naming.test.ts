/** Which names mean which papers. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemDraft } from '../../../server/src/corpus/paper.ts';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';
import { openIndex, runToEnd, type TestIndex, write } from './indexFixture.ts';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A paper by Zeng of 2025. */
function zeng(title: string, more: Partial<ItemDraft> = {}, key?: string): PlacedRecord {
	const item = { type: 'article', title, author: [{ family: 'Zeng' }], issued: { 'date-parts': [[2025]] }, ...more };
	return withRichText<PlacedRecord>({ ...(key !== undefined && { key }), item, range: NOWHERE });
}

function indexOf(files: Record<string, readonly PlacedRecord[]>): TestIndex {
	const index = openIndex();
	for (const [name, records] of Object.entries(files)) {
		write(index, `file:///${name}`, records);
	}
	return index;
}

function titles({ corpus }: TestIndex, name: string): (string | undefined)[] {
	return corpus.resolve(name).map(({ id }) => corpus.paper(id)?.item.title);
}

function keys({ corpus }: TestIndex, name: string): string[] {
	return corpus.resolve(name).map(({ key }) => key);
}

test('a paper without a key answers to all its generated names', () => {
	const index = indexOf({ 'a.md': [zeng('RLVE: Scaling Up Environments')] });
	for (const name of ['zeng2025rlve', 'zeng2025rlve-scaling', 'zeng2025rlve-scaling-up']) {
		assert.deepEqual(keys(index, name), ['zeng2025rlve'], name);
	}
	for (const name of ['zeng2025', 'zeng2025rl', 'zeng2025rlve-sca', 'Zeng2025RLVE']) {
		assert.deepEqual(keys(index, name), [], name);
	}
	assert.deepEqual(
		index.corpus.resolveLoosely('Zéng2025RLVE').map(({ key }) => key),
		['zeng2025rlve'],
	);
});

test('two papers of one short name both get longer ones, and the short one means both', () => {
	const [one, other] = [zeng('RLVE: Scaling Up'), zeng('RLVE: Scaling Down')];
	for (const files of [
		{ 'a.md': [one], 'b.md': [other] },
		{ 'b.md': [other], 'a.md': [one] },
		{ 'a.md': [other, one] },
	]) {
		const index = indexOf(files);
		assert.deepEqual(keys(index, 'zeng2025rlve'), ['zeng2025rlve-scaling-down', 'zeng2025rlve-scaling-up']);
		assert.deepEqual(titles(index, 'zeng2025rlve-scaling-up'), ['RLVE: Scaling Up']);
	}
});

test('a long name goes on meaning its paper when the other one has gone', () => {
	const index = indexOf({ 'a.md': [zeng('RLVE: Scaling')], 'b.md': [zeng('RLVE: Other')] });
	runToEnd(index.writer.removeFile('file:///b.md'));
	assert.deepEqual(keys(index, 'zeng2025rlve-scaling'), ['zeng2025rlve']);
	assert.deepEqual(keys(index, 'zeng2025rlve-other'), []);
});

test('papers equal in author, year and title are still told apart, for good', () => {
	const index = indexOf({ 'a.md': [zeng('Editorial', { DOI: '10.1000/1' }), zeng('Editorial', { DOI: '10.1000/2' })] });
	const before = keys(index, 'zeng2025editorial');
	assert.equal(new Set(before).size, 2);
	write(index, 'file:///a.md', [zeng('Editorial', { DOI: '10.1000/1', abstract: 'Added.' })]);
	const [kept = ''] = before.filter((key) => keys(index, key).length > 0);
	assert.deepEqual(keys(index, kept), ['zeng2025editorial']);
});

test('a given key wins over a generated name, which gets longer', () => {
	const index = indexOf({
		'a.md': [zeng('RLVE: Scaling')],
		'b.bib': [zeng('Something Else', {}, 'zeng2025rlve')],
	});
	assert.deepEqual(titles(index, 'zeng2025rlve'), ['Something Else']);
	assert.deepEqual(keys(index, 'zeng2025rlve-scaling'), ['zeng2025rlve-scaling']);
	runToEnd(index.writer.removeFile('file:///b.bib'));
	assert.deepEqual(keys(index, 'zeng2025rlve-scaling'), ['zeng2025rlve']);
});

test('every source’s key, its ids and its numbers mean the paper; a given key is its name', () => {
	const index = indexOf({
		'a.md': [{ ...zeng('RLVE', { DOI: '10.48550/arXiv.2511.07317' }), extra: { arxiv: '2511.07317' } }],
		'b.bib': [{ ...zeng('RLVE', { DOI: '10.1000/RLVE', volume: '1' }, 'rlve'), aliases: ['Zeng:old'] }],
	});
	for (const name of [
		'rlve',
		'Zeng:old',
		'zeng2025rlve',
		'10.1000/rlve',
		'doi:10.1000/RLVE',
		'https://doi.org/10.1000/rlve',
		'2511.07317',
		'arXiv:2511.07317v2',
		'https://arxiv.org/pdf/2511.07317',
	]) {
		assert.deepEqual(keys(index, name), ['rlve'], name);
	}
	const [ref] = index.corpus.resolve('rlve');
	const aliases = ref && index.corpus.paper(ref.id)?.aliases;
	assert.deepEqual(aliases, ['10.1000/rlve', '2511.07317', 'Zeng:old', 'zeng2025rlve']);
});

test('of several given keys the one no other paper has, then that of the fuller record', () => {
	const index = indexOf({
		'a.bib': [zeng('RLVE', { volume: '1', page: '3' }, 'full'), zeng('RLVE', {}, 'bare')],
	});
	assert.deepEqual(keys(index, 'bare'), ['full']);
	write(index, 'file:///b.bib', [zeng('Another Paper', {}, 'full')]);
	assert.deepEqual(keys(index, 'bare'), ['bare']);
	assert.deepEqual(keys(index, 'full'), ['bare', 'full']);
});

test('two papers under one key are ambiguous, and a problem at both places that points to the other', () => {
	const at = (line: number) => ({ start: { line, character: 9 }, end: { line, character: 10 } });
	const index = indexOf({
		'a.bib': [{ ...zeng('One', {}, 'x'), keyRange: at(3) }],
		'b.bib': [{ ...zeng('Two', {}, 'x'), keyRange: at(7) }],
	});
	assert.deepEqual(titles(index, 'x').sort(), ['One', 'Two']);
	const [problem] = index.corpus.problemsIn('file:///a.bib');
	assert.equal(problem?.code, 'duplicate-key');
	assert.deepEqual(problem.range, at(3));
	assert.deepEqual(
		problem.related?.map(({ uri, range }) => [uri, range]),
		[['file:///b.bib', at(7)]],
	);
	assert.equal(index.corpus.problemsIn('file:///b.bib').length, 1);
	assert.deepEqual(
		index.corpus.files().map(({ problems }) => problems),
		[1, 1],
	);
	write(index, 'file:///b.bib', [zeng('Two', {}, 'y')]);
	assert.deepEqual(index.corpus.problemsIn('file:///a.bib'), []);
});

test('one paper twice under one key is no problem', () => {
	const index = indexOf({ 'a.bib': [zeng('One', {}, 'x')], 'b.bib': [zeng('One', { volume: '1' }, 'x')] });
	assert.deepEqual(titles(index, 'x'), ['One']);
	assert.deepEqual(index.corpus.problemsIn('file:///a.bib'), []);
});

test('a key that no citation can hold is an alias; the paper has a generated one', () => {
	const index = indexOf({ 'a.json': [zeng('RLVE', {}, 'zeng, 2025')] });
	assert.deepEqual(keys(index, 'zeng, 2025'), ['zeng2025rlve']);
});

test('every other key is the one of its file, whatever it looks like', () => {
	for (const key of [
		'http://zotero.org/users/1/items/A',
		'2022ApJ...934L...7R',
		"O'Neil2000",
		'----',
		'a(b)',
		'k=v.',
	]) {
		assert.deepEqual(keys(indexOf({ 'a.json': [zeng('RLVE', {}, key)] }), key), [key]);
	}
});

test('of the keys of several files the one in the first file leads, in whatever order the files are read', () => {
	const files: readonly (readonly [name: string, records: readonly PlacedRecord[]])[] = [
		['b.bib', [zeng('RLVE', { volume: '1', page: '3' }, 'zeng2025')]],
		['a.bib', [zeng('RLVE', {}, '2025arXiv....7R.')]],
		['c.md', [zeng('RLVE', { volume: '1', page: '3', issue: '7' })]],
	];
	for (const order of [files, files.toReversed()]) {
		const index = indexOf(Object.fromEntries(order));
		assert.deepEqual(keys(index, 'zeng2025'), ['2025arXiv....7R.']);
		write(index, 'file:///a.bib', []);
		assert.deepEqual(keys(index, 'zeng2025'), ['zeng2025']);
		write(index, 'file:///a.bib', [zeng('RLVE', {}, 'first')]);
		assert.deepEqual(keys(index, 'zeng2025'), ['first']);
	}
});

test('a key of a record comes before the paper that has it as an identifier', () => {
	const index = indexOf({
		'a.bib': [zeng('One', { DOI: '10.1000/one' }, 'one')],
		'b.bib': [zeng('Two', {}, '10.1000/one')],
	});
	assert.deepEqual(titles(index, '10.1000/one'), ['Two']);
	assert.deepEqual(titles(index, 'doi:10.1000/one'), ['One']);
});

test('a key is found however its accents are encoded, and stays as its file has it', () => {
	const [composed, decomposed] = ['m\u00fcller2025', 'mu\u0308ller2025'];
	const index = indexOf({ 'a.bib': [zeng('One', {}, decomposed)] });
	assert.deepEqual(keys(index, composed), [decomposed]);
	assert.deepEqual(keys(index, decomposed), [decomposed]);
	const [ref] = index.corpus.resolve(composed);
	assert.deepEqual(ref && index.corpus.paper(ref.id)?.aliases, []);
	write(index, 'file:///b.bib', [zeng('Two', {}, composed)]);
	assert.deepEqual(titles(index, composed).sort(), ['One', 'Two']);
	assert.equal(index.corpus.problemsIn('file:///a.bib').length, 1);
	write(index, 'file:///a.bib', []);
	assert.deepEqual(keys(index, decomposed), [composed]);
});
