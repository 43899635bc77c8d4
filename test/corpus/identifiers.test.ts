import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivIdAt } from '../../server/src/corpus/identifiers/arxivPlaces.ts';
import { doiOf } from '../../server/src/corpus/identifiers/checkedIdentifiers.ts';
import { doiIn } from '../../server/src/corpus/identifiers/doiText.ts';
import { identifierIn, isPreprintDoi } from '../../server/src/corpus/identifiers/identifiers.ts';
import { pmcidIn, pmidInNote, pmidOf } from '../../server/src/corpus/identifiers/pubmedId.ts';

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

test('a DOI in the address of a resolver, a publisher or a proxy is that DOI', () => {
	const addresses: readonly (readonly [address: string, doi: string])[] = [
		['http://doi.acm.org/10.1145/12.34', '10.1145/12.34'],
		['https://doi.ieeecomputersociety.org/10.1109/QQ.2018.7', '10.1109/QQ.2018.7'],
		['https://dl.acm.org/doi/abs/10.1145/12.34', '10.1145/12.34'],
		['dl.acm.org/doi/pdf/10.1145/12.34', '10.1145/12.34'],
		['https://onlinelibrary.wiley.com/doi/10.1002/asi.1/abstract', '10.1002/asi.1'],
		['https://link.springer.com/content/pdf/10.1007/s1-2-y.pdf', '10.1007/s1-2-y'],
		['https://www.tandfonline.com/doi/full/10.1080/0162.17?needAccess=true', '10.1080/0162.17'],
		['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.7&type=printable', '10.1371/journal.pone.7'],
		['https://www.biorxiv.org/content/10.1101/2020.01.30.9278v2.full.pdf', '10.1101/2020.01.30.9278'],
		['https://academic.oup.com/b/article/doi/10.1093/b/btz6/5566506', '10.1093/b/btz6'],
		['https://doi-org.ezproxy.lib.edu/10.1016/j.cell.2', '10.1016/j.cell.2'],
		['http://dx.doi.org.proxy.lib.edu/10.1016/j.cell.2', '10.1016/j.cell.2'],
		['https://proxy.edu/login?url=https%3A%2F%2Fdoi.org%2F10.1000%2Fxyz', '10.1000/xyz'],
		['http://dx.doi.org/http://dx.doi.org/10.1000/x', '10.1000/x'],
		['info:doi/10.1000/x', '10.1000/x'],
	];
	for (const [address, doi] of addresses) {
		check(address, { doi: doi.toLowerCase() });
		assert.equal(doiOf(address), doi);
		assert.equal(doiIn(`see ${address}.`), doi);
	}
	check('https://example.org/10.html', undefined);
});

const SICI = '10.1130/0016-7606(1993)105<1263:ABC>2.3.CO;2';

test('a DOI of the 1990s is whole with its angle brackets and its semicolon, however they are escaped', () => {
	for (const [open, close] of [
		['<', '>'],
		['&lt;', '&gt;'],
		['&amp;lt;', '&amp;gt;'],
		['%3C', '%3E'],
		['{\\textless}', '{\\textgreater}'],
		['\\textless{}', '\\textgreater{}'],
		['$<$', '$>$'],
	]) {
		const written = SICI.replace('<', open ?? '').replace('>', close ?? '');
		assert.equal(doiOf(written), SICI, written);
		assert.equal(doiIn(`doi: ${written}.`), SICI, written);
	}
	assert.equal(doiIn(`<a href="https://doi.org/${SICI}">link</a>`), SICI);
	assert.equal(doiIn('<jats:p>10.1000/x</jats:p>'), '10.1000/x');
});

test('what is left of a DOI that was cut off is no DOI', () => {
	const ends = [SICI.indexOf('<'), SICI.indexOf('ABC'), SICI.indexOf(';')];
	for (const cut of [...ends.map((end) => SICI.slice(0, end)), '10.1002/(SICI)1097-0258(199808)17:15']) {
		check(cut, undefined);
		assert.equal(doiIn(cut), undefined, cut);
	}
	check('10.1061/(ASCE)0733-9399(2008)134:2(134)', { doi: '10.1061/(asce)0733-9399(2008)134:2(134)' });
	check('10.1016/0022-2836(81)90087-5', { doi: '10.1016/0022-2836(81)90087-5' });
});

test('of two DOIs in a field the first counts, and one wrapped over two lines is one', () => {
	assert.equal(doiOf('10.1000/a and 10.1000/b'), '10.1000/a');
	assert.equal(doiOf('10.1000/\n\tabc'), '10.1000/abc');
	assert.equal(doiOf('to appear'), 'to appear');
});

test('an arXiv id is found where exporters put it, and not where a note is about another paper', () => {
	const places = { marked: [], container: undefined, volume: undefined, note: undefined };
	const id = '1706.03762';
	assert.equal(arxivIdAt({ ...places, container: 'ArXiv', volume: `abs/${id}` }), id);
	assert.equal(arxivIdAt({ ...places, container: 'CoRR', volume: 'cs.CL/0205028' }), 'cs.CL/0205028');
	assert.equal(arxivIdAt({ ...places, container: 'Nature', volume: id }), undefined);
	for (const marked of [
		`arXiv:${id}v2`,
		`arXiv preprint arXiv:${id}`,
		`arXiv preprint ${id}`,
		`arXiv e-prints, arXiv:${id}`,
		`10.48550/ARXIV.${id}`,
		`https://ar5iv.labs.arxiv.org/html/${id}`,
		`https://huggingface.co/papers/${id}`,
	]) {
		assert.equal(arxivIdAt({ ...places, marked: [undefined, marked] }), id, marked);
	}
	assert.equal(arxivIdAt({ ...places, note: `Comment: 9 pages\narXiv: ${id} [cs]` }), id);
	assert.equal(arxivIdAt({ ...places, note: `Comment on arXiv:${id}` }), undefined);
});

test('numbers of PubMed are found in fields, addresses and notes', () => {
	for (const text of ['30922926', 'PMID: 30922926', 'pmid 030922926', 'https://pubmed.ncbi.nlm.nih.gov/30922926/']) {
		assert.equal(pmidOf(text), '30922926', text);
	}
	assert.equal(pmidOf('WOS:000327574500002'), undefined);
	assert.equal(pmidInNote('Read it.\nPMID: 30922926\nPMCID: PMC64'), '30922926');
	assert.equal(pmidInNote('PCID: 6904; PMID: 34901; Copyright'), undefined);
	assert.deepEqual(['PMC6414667', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6414667/', 'PMCID: 6414667'].map(pmcidIn), [
		'PMC6414667',
		'PMC6414667',
		'PMC6414667',
	]);
});
