/** Whatever was edited in whatever order, the index shows what a fresh one of the same files shows. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';
import { type Random, randomFrom } from '../../support/random.ts';
import { everythingSeen, file, openIndex, runToEnd, type TestIndex, write } from './indexFixture.ts';

/** `SEED=123 npm test` repeats one run. */
const SEEDS =
	process.env['SEED'] === undefined
		? Array.from({ length: Number(process.env['SEEDS'] ?? 6) }, (_, index) => index + 1)
		: [Number(process.env['SEED'])];
const EDITS = 25;

const URIS = ['file:///a.bib', 'file:///b.bib', 'file:///c.md'];
const KEYS = ['smith2020deep', 'smith2020deep-learning', 'Smith2020Deep', 'x', 'http://zotero.org/items/1'];
const TITLES = ['Deep Learning', 'Deep Learning for Proteins', 'On Deep Learning for {Proteins}', 'Deep', 'Editorial'];
const DOIS = ['10.1000/one', '10.1000/TWO', '10.48550/arXiv.2001.00001', '10.2139/ssrn.5'];
const FAMILIES = ['Smith', 'Smïth', 'Lee'];

for (const seed of SEEDS) {
	test(`random edits leave what a rebuild makes (seed ${seed})`, () => {
		const random = randomFrom(seed);
		const index = openIndex(undefined, { batch: 1 + random(4), pageSize: 1 + random(4) });
		const files = new Map<string, PlacedRecord[]>();
		const names = new Set(['smith2020deep', 'smith2020', '10.1000/two', 'arXiv:2001.00001v2', 'nobody']);
		for (let edit = 0; edit < EDITS; edit++) {
			editOnce(index, files, random);
			noteNames(names, index);
			const rebuilt = rebuild(files, random);
			noteNames(names, rebuilt);
			assert.deepEqual(everythingSeen(index, names), everythingSeen(rebuilt, names), `seed ${seed}, edit ${edit}`);
			assert.deepEqual(tableSizes(index), tableSizes(rebuilt), `seed ${seed}, edit ${edit}: something is left over`);
		}
	});
}

function editOnce(index: TestIndex, files: Map<string, PlacedRecord[]>, random: Random): void {
	const uri = pick(URIS, random);
	const records = placed(edited(files.get(uri) ?? [], random), random);
	if (random(8) === 0) {
		// The end of a first indexing. The rebuilt index, with which this one is compared, has not come to it.
		runToEnd(index.writer.completeFirst());
	}
	if (random(8) === 0) {
		runToEnd(index.writer.removeFile(uri));
		files.delete(uri);
		return;
	}
	if (random(4) === 0) {
		// Stopped in the middle, as by a crash; then read once more.
		const writing = index.writer.replaceFile(file(uri), records, () => ({ problems: [] }));
		for (let steps = random(4); steps > 0; steps--) {
			writing.next();
		}
		assert.doesNotThrow(() => everythingSeen(index, KEYS));
	}
	write(index, uri, records);
	files.set(uri, records);
}

function edited(records: readonly PlacedRecord[], random: Random): PlacedRecord[] {
	const result = [...records];
	for (let changes = 1 + random(4); changes > 0; changes--) {
		const at = random(result.length + 1);
		const change = random(5);
		if (change === 0 && result.length > 0) {
			result.splice(at, 1);
		} else if (change === 1 && result.length > 1) {
			result.splice(random(result.length), 0, ...result.splice(at, 1));
		} else if (change === 2 && result[at] !== undefined) {
			result.splice(at, 1, { ...randomRecord(random), ...(random(2) === 0 && { key: result[at]?.key ?? 'x' }) });
		} else {
			result.splice(at, 0, randomRecord(random));
		}
	}
	return result;
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function randomRecord(random: Random): PlacedRecord {
	const sometimes = <T>(share: number, value: T): Partial<T> => (random(10) < share ? value : {});
	return withRichText<PlacedRecord>({
		...sometimes(5, { key: pick(KEYS, random) }),
		...sometimes(1, { aliases: [pick(KEYS, random)] }),
		item: {
			type: pick(['article', 'book'], random),
			...sometimes(9, { title: pick(TITLES, random) }),
			...sometimes(9, { author: [{ family: pick(FAMILIES, random), given: 'A.' }] }),
			...sometimes(8, { issued: { 'date-parts': [[2020 + random(3)]] } }),
			...sometimes(3, { DOI: pick(DOIS, random) }),
			...sometimes(3, { page: String(random(3)) }),
			...sometimes(3, { 'container-title': pick(['Journal', 'arXiv'], random) }),
		},
		...sometimes(3, { extra: { categories: [pick(['CL', 'LG'], random)], yearInferred: true } }),
		range: NOWHERE,
	});
}

/** Several records to a line now and then, as in JSON. */
function placed(records: readonly PlacedRecord[], random: Random): PlacedRecord[] {
	let line = random(3);
	let character = 0;
	return records.map((record) => {
		if (random(4) > 0) {
			line += 1 + random(3);
			character = 0;
		}
		character += random(5);
		const start = { line, character };
		line += random(3);
		const end = { line, character: line === start.line ? character + 9 : random(5) };
		character = end.character;
		return { ...record, range: { start, end }, keyRange: { start, end: { ...start, character: start.character + 2 } } };
	});
}

function rebuild(files: ReadonlyMap<string, readonly PlacedRecord[]>, random: Random): TestIndex {
	const index = openIndex();
	const entries = [...files];
	while (entries.length > 0) {
		for (const [uri, records] of entries.splice(random(entries.length), 1)) {
			write(index, uri, records);
		}
	}
	return index;
}

function noteNames(names: Set<string>, { searched }: TestIndex): void {
	for (const fields of searched.values()) {
		for (const name of [fields.key, ...fields.names]) {
			names.add(name);
		}
	}
}

function tableSizes({ sql }: TestIndex): unknown {
	const tables = [
		'files',
		'outlines',
		'problems',
		'records',
		'bodies',
		'papers',
		'names',
		'chains',
		'clashes',
		'shared_identifiers',
	];
	return tables.map((table) => [table, sql.row(`SELECT count(*) AS n FROM ${table}`)?.['n']]);
}

function pick<T>(values: readonly T[], random: Random): T {
	const value = values[random(values.length)];
	if (value === undefined) {
		throw new RangeError('nothing to pick from');
	}
	return value;
}
