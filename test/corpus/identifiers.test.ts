import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifierIn, isPreprintDoi } from '../../server/src/corpus/identifiers/identifiers.ts';

function check(name: string, expected: ReturnType<typeof identifierIn>): void {
	assert.deepEqual(identifierIn(name), expected, name);
}

test('a DOI is the same however it is written', () => {
	const doi = '10.18653/v1/n19-1423';
	for (const name of [
		'10.18653/v1/N19-1423',
		'doi:10.18653/v1/N19-1423',
		'DOI: 10.18653/v1/N19-1423.',
		'https://doi.org/10.18653/v1/N19-1423',
		'http://dx.doi.org/10.18653%2Fv1%2FN19-1423',
		'doi.org/10.18653/v1/N19-1423',
	]) {
		check(name, { doi });
	}
});

test('an arXiv id is the same in every form, version or not', () => {
	for (const name of [
		'1706.03762',
		'1706.03762v5',
		'arXiv:1706.03762v5',
		'ARXIV: 1706.03762',
		'https://arxiv.org/abs/1706.03762',
		'https://arxiv.org/pdf/1706.03762v2.pdf',
		'10.48550/arXiv.1706.03762',
		'https://doi.org/10.48550/ARXIV.1706.03762',
	]) {
		check(name, { arxiv: '1706.03762' });
	}
});

test('an arXiv id of the old style has no subject class', () => {
	check('math.GT/0309136', { arxiv: 'math/0309136' });
	check('https://arxiv.org/abs/math/0309136v1', { arxiv: 'math/0309136' });
	check('hep-th/9901001', { arxiv: 'hep-th/9901001' });
});

test('a DOI may hold brackets, angles and a percent sign', () => {
	check('10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.0.CO;2-F', {
		doi: '10.1002/(sici)1521-3951(199911)216:1<5::aid-pssb5>3.0.co;2-f',
	});
	check('https://doi.org/10.1000/50%off', { doi: '10.1000/50%off' });
});

test('keys and years are no identifiers', () => {
	for (const name of ['vaswani2017attention', '2017', '10.1', '10.2:34', 'https://example.org/10.html', '']) {
		check(name, undefined);
	}
});

test('a preprint DOI is told from that of a journal of the same house', () => {
	const isPreprint = ['10.1101/2020.01.30.927871', '10.1101/123456v2', '10.2139/ssrn.1234', '10.5281/zenodo.1'];
	assert.deepEqual(isPreprint.map(isPreprintDoi), [true, true, true, true]);
	assert.deepEqual(['10.1101/gr.107524.110', '10.1038/nature14539'].map(isPreprintDoi), [false, false]);
});
