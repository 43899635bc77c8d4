/** The call hierarchy of papers and notes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type Call,
	callItemsAt,
	incomingCalls,
	outgoingCalls,
} from '../../server/src/features/navigation/paperCalls.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const FIXTURE = `
//- /refs.bib
@article{one, title = {Apples}, author = {Doe, Jo}, year = 2020, ids = {uno}}
@article{two, title = {Pears}, author = {Roe, Al}, year = 2021}
@article{three, title = {Plums}}
//- /disk/far/a.md
@paper[one] and @paper[two; uno; nobody].
//- /disk/b.md
@paper[two]
@paper[one]
@paper[three]
//- /note.md
`;

function shown(calls: readonly Call[]) {
	return calls.map(({ item: { name, detail }, ranges }) => [
		name,
		detail,
		...ranges.map(({ start }) => `${start.line}:${start.character}`),
	]);
}

test('a paper is called by the notes that cite it, at each place, by all its names', () => {
	const { workspace, uri, offset } = workspaceOf(`${FIXTURE}See @paper[o|ne].`);
	const [item, ...others] = callItemsAt(workspace, { uri, offset });
	assert.deepEqual(others, []);
	assert.deepEqual([item?.name, item?.detail, item?.uri], ['Doe 2020', 'Apples', 'file:///refs.bib']);
	assert.ok(item);
	assert.deepEqual(shown(incomingCalls(workspace, item.subject)), [
		['a.md', 'far', '0:7', '0:28'],
		['b.md', 'disk', '1:7'],
		['note.md', '', '0:11'],
	]);
});

test('it calls the papers that the same notes cite, the most frequent first', () => {
	const { workspace, uri, offset } = workspaceOf(`${FIXTURE}See @paper[o|ne].`);
	const [item] = callItemsAt(workspace, { uri, offset });
	assert.ok(item);
	assert.deepEqual(shown(outgoingCalls(workspace, item.subject)), [
		['Roe 2021', 'Pears (together in 2 notes)', '0:9'],
		['three', 'Plums (together in 1 note)', '0:9'],
	]);
});

test('a note calls the papers that it cites, and nothing calls a note', () => {
	const { workspace, uri, offset } = workspaceOf(`${FIXTURE}Text| @paper[two] @paper[one] @paper[two]`);
	const [item] = callItemsAt(workspace, { uri, offset });
	assert.deepEqual(item?.subject, { note: uri });
	assert.deepEqual(shown(outgoingCalls(workspace, { note: uri })), [
		['Roe 2021', 'Pears', '0:12', '0:36'],
		['Doe 2020', 'Apples', '0:24'],
	]);
	assert.deepEqual(incomingCalls(workspace, { note: uri }), []);
});

test('a record is an item, and the text beside records is none', () => {
	const at = (corpus: string) => {
		const { workspace, uri, offset } = workspaceOf(`//- /refs.bib\n${corpus}\n//- /note.md\nText`);
		return callItemsAt(workspace, { uri, offset }).map(({ name }) => name);
	};
	assert.deepEqual(at('@article{o|ne, title = {Apples}, author = {Doe, Jo}}'), ['Doe']);
	assert.deepEqual(at('|\n\n@article{one, title = {Apples}}'), []);
});
