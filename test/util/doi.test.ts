/** What counts as a DOI in one place does so in all places. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doiIn } from '../../server/src/corpus/identifiers/doiText.ts';
import { identifierIn } from '../../server/src/corpus/identifiers/identifiers.ts';
import { candidateNames } from '../../server/src/index/search/identifiers.ts';
import { referenceProblem } from '../../server/src/notes/reference.ts';
import { isDoi } from '../../server/src/util/doi.ts';

const SPAN = { start: 0, end: 1 };

test('fields, records, citations and searches agree on what is a DOI', () => {
	const cases: readonly (readonly [doi: string, is: boolean])[] = [
		['10.1000/x', true],
		['10.1000.10/x', true],
		['10.1002/(SICI)1521(199911)216:1', true],
		['10.1016/S0140-6736(20)30183-5', true],
		['10.123456789/x', true],
		['10.123/x(1)', false],
		['10.1000/', false],
		['11.1000/x(1)', false],
	];
	for (const [text, is] of cases) {
		assert.equal(isDoi(text), is, text);
		assert.equal(doiIn(`doi: ${text}.`), is ? text : undefined, text);
		assert.deepEqual(identifierIn(text), is ? { doi: text.toLowerCase() } : undefined, text);
		assert.equal(candidateNames(`see ${text}, Table 1`).length, is ? 2 : 1, text);
	}
	assert.equal(referenceProblem('doi: 10.1002/(SICI)1521(199911)216:1', SPAN), undefined);
	assert.equal(referenceProblem('doi: 10.123/x(1)', SPAN)?.code, 'malformed-citation');
});

test('brackets around a DOI are no part of it, those in it are', () => {
	for (const text of ['(10.1000/x)', '[10.1000/x].', '{10.1000/x}', '(see 10.1000/x.)']) {
		assert.equal(doiIn(text), '10.1000/x', text);
	}
	assert.equal(doiIn('(10.1000/a(b))'), '10.1000/a(b)');
	assert.equal(doiIn('10.1000/a(b)'), '10.1000/a(b)');
});
