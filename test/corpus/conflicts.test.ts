/** Files in which a merge has left a conflict: both sides are read, equal records once, and one problem says so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../server/src/corpus/formats/formats.ts';

/** The keys or titles read from `text`, in order, and the problems as `code at line`. */
function read(text: string): { readonly papers: readonly string[]; readonly problems: readonly string[] } {
	const format = formatOf(text);
	assert.ok(format, 'a known format');
	const { papers, problems } = readAll(format, text);
	const lineOf = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length;
	return {
		papers: papers.map(({ key, item }) => key ?? item.title ?? ''),
		problems: problems.map(({ code, span }) => `${code} at ${lineOf(span.start)}`),
	};
}

const book = (key: string, title = `On ${key}`) =>
	`@book{${key}, title={${title}}, author={Ode, Ann}, publisher={P}, year={2001}}\n`;

test('the entries of both sides are read in order, and equal ones once', () => {
	const text = `${book('a')}<<<<<<< HEAD\n${book('b')}${book('c')}=======\n${book('c')}${book('d')}>>>>>>> topic\n${book('e')}`;
	assert.deepEqual(read(text), { papers: ['a', 'b', 'c', 'd', 'e'], problems: ['merge-conflict at 2'] });
	assert.deepEqual(read(text.replaceAll('\n', '\r\n')), read(text));
});

test('what both sides were made from is not read, and several conflicts are one problem', () => {
	const one = `<<<<<<< HEAD\n${book('a')}||||||| 1234567\n${book('old')}=======\n${book('b')}>>>>>>> topic\n`;
	const two = `<<<<<<<\n=======\n${book('c')}>>>>>>>\n`;
	assert.deepEqual(read(one + two), { papers: ['a', 'b', 'c'], problems: ['merge-conflict at 1'] });
});

test('a conflict inside an entry gives both versions of it', () => {
	const text = `@book{a,\n<<<<<<< HEAD\n title={Tides},\n=======\n title={Tide},\n>>>>>>> topic\n author={Ode, Ann}, publisher={P}, year={2001}}\n${book('b')}`;
	const { papers, problems } = readAll(formatOf(text) ?? assert.fail(), text);
	assert.deepEqual(
		papers.map(({ key, item }) => `${key} ${item.title}`),
		['a Tides', 'a Tide', 'b On b'],
	);
	assert.equal(problems.length, 1);
});

test('two entries that share their last line are read whole', () => {
	const text =
		'<<<<<<< HEAD\n@book{a, title={A}, author={Ode, Ann}, publisher={P},\n=======\n@book{b, title={B}, author={Ode, Ann}, publisher={P},\n>>>>>>> topic\n year={2001}}\n';
	assert.deepEqual(read(text), { papers: ['a', 'b'], problems: ['merge-conflict at 1'] });
});

test('a problem of an entry on either side is reported once', () => {
	const text = `<<<<<<< HEAD\n@book{a, title={A}, doi={11.1}, author={Ode, Ann}, publisher={P}, year={2001}}\n=======\n@book{a, title={A}, doi={11.1}, author={Ode, Ann}, publisher={P}, year={2001}}\n@book{b, title={B}, doi={11.2}, author={Ode, Ann}, publisher={P}, year={2001}}\n>>>>>>> topic\n`;
	assert.deepEqual(read(text).problems, [
		'merge-conflict at 1',
		'malformed-identifier at 2',
		'malformed-identifier at 5',
	]);
});

test('other formats are read in the same way', () => {
	const ris = (title: string) => `TY  - BOOK\nTI  - ${title}\nAU  - Ode, Ann\nER  - \n\n`;
	const nbib = (title: string) => `PMID- ${title.length}\nOWN - NLM\nTI  - ${title}\n\n`;
	const csl = (title: string) => ` {"id": "${title}", "type": "book", "title": "${title}"},\n`;
	for (const one of [ris, nbib]) {
		const text = `<<<<<<< HEAD\n${one('One')}=======\n${one('Three')}>>>>>>> topic\n${one('Fives')}`;
		assert.deepEqual(read(text).papers.length, 3);
		assert.deepEqual(read(text).problems, ['merge-conflict at 1']);
	}
	const list = `[\n<<<<<<< HEAD\n${csl('one')}=======\n${csl('two')}>>>>>>> topic\n${csl('three').replace('},', '}')}]\n`;
	assert.deepEqual(read(list), { papers: ['one', 'two', 'three'], problems: ['merge-conflict at 2'] });
});

test('such signs alone are text', () => {
	const signs = `Notes\n=======\n<<<<<<< see below\n${book('a')}>>>>>>>> more\n`;
	assert.deepEqual(read(signs), { papers: ['a'], problems: [] });
	const quoted = book('a', '<<<<<<< and ======= and >>>>>>> are signs');
	assert.deepEqual(read(quoted), { papers: ['a'], problems: [] });
});
