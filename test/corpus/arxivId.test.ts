/** arXiv ids of both styles, where they may occur, and the months they were assigned in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivIdIn, arxivMonth, bareArxivId } from '../../server/src/corpus/identifiers/arxivId.ts';

test('an id is found where the text says that it is one of arXiv', () => {
	const cases: readonly (readonly [string, string | undefined])[] = [
		['https://arxiv.org/abs/2506.14731v3', '2506.14731'],
		['http://arxiv.org/pdf/0704.0001.pdf', '0704.0001'],
		['https://www.arxiv.org/pdf/math.GT/0309136v1', 'math.GT/0309136'],
		['arXiv:1706.03762 [cs.CL]', '1706.03762'],
		['arXiv preprint arXiv: hep-th/9901001', 'hep-th/9901001'],
		['10.48550/ARXIV.2005.14165', '2005.14165'],
		['https://example.org/2506.14731', undefined],
		['arXiv:2513.00001', undefined],
		['arxiv.org/abs/2506.147311', undefined],
	];
	for (const [text, id] of cases) {
		assert.equal(arxivIdIn(text), id, text);
	}
});

test('a bare id is one without anything around it', () => {
	assert.equal(bareArxivId('2506.14731v2'), '2506.14731');
	assert.equal(bareArxivId('cond-mat/0412345'), 'cond-mat/0412345');
	assert.equal(bareArxivId('see 2506.14731'), undefined);
});

test('an id tells year and month, in both centuries', () => {
	assert.deepEqual(arxivMonth('2506.14731'), [2025, 6]);
	assert.deepEqual(arxivMonth('math.GT/0309136'), [2003, 9]);
	assert.deepEqual(arxivMonth('hep-th/9108001'), [1991, 8]);
});
