/** Which pair "Papers: Compare Papers" shows: only one that the server has named, whatever its argument says. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairMeant } from '../../client/src/report/comparedRecords.ts';
import type { ListedRecord, RecordPair } from '../../server/src/identityProtocol.ts';

function record(key: string, uri: string, line: number): ListedRecord {
	return { key, uri, title: '', range: { start: { line, character: 0 }, end: { line: line + 3, character: 1 } } };
}

const PAIRS: readonly RecordPair[] = [
	[record('ash', 'file:///a.bib', 0), record('ash', 'file:///b.bib', 0)],
	[record('ash', 'file:///a.bib', 9), record('elm', 'file:///b.bib', 9)],
];

test('two keys name a pair in either order; the place tells pairs with equal keys apart', () => {
	const [first, second] = PAIRS;
	assert.equal(pairMeant(PAIRS, ['ash', 'ash']), first);
	assert.equal(pairMeant(PAIRS, ['elm', 'ash']), second);
	const place = { key: 'ash', uri: 'file:///a.bib', line: 9 };
	assert.equal(pairMeant(PAIRS, [place, { key: 'elm' }]), second);
	assert.equal(
		pairMeant(PAIRS, [
			{ ...place, line: 0 },
			{ key: 'ash', uri: 'file:///b.bib' },
		]),
		first,
	);
});

test('whatever else is given names none', () => {
	const foreign = [{ key: 'ash', uri: 'file:///etc/passwd', line: 0 }, { key: 'elm' }];
	for (const argument of [foreign, [], ['ash'], ['ash', 'oak'], 'ash', null, 7, {}, [null, null], [{}, {}]]) {
		assert.equal(pairMeant(PAIRS, argument), undefined, JSON.stringify(argument));
	}
});
