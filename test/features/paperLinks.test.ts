/** Where a paper can be read: `kind url`, in order. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '../../server/src/corpus/corpus.ts';
import { lastingAddress, paperLinks } from '../../server/src/features/card/paperLinks.ts';

function checkLinks(
	record: { item?: Partial<Paper['item']>; extra?: Paper['extra'] },
	expected: readonly string[],
): void {
	const item = { type: 'article', ...record.item };
	const paper: Paper = { id: 1, key: 'x', aliases: [], item, extra: record.extra ?? {}, sources: [] };
	assert.deepEqual(
		paperLinks(paper).map(({ kind, url }) => `${kind} ${url}`),
		expected,
	);
}

test('PDF, DOI, arXiv, address and code', () =>
	checkLinks(
		{
			item: { DOI: '10.1000/1', URL: 'https://example.org/paper' },
			extra: { arxiv: '1706.03762', codeUrl: 'https://github.com/a/b' },
		},
		[
			'pdf https://arxiv.org/pdf/1706.03762',
			'doi https://doi.org/10.1000/1',
			'arxiv https://arxiv.org/abs/1706.03762',
			'web https://example.org/paper',
			'code https://github.com/a/b',
		],
	));

test('a PDF of its own goes before that of arXiv', () =>
	checkLinks({ extra: { arxiv: '1706.03762', pdfUrl: 'https://h.org/a.pdf' } }, [
		'pdf https://h.org/a.pdf',
		'arxiv https://arxiv.org/abs/1706.03762',
	]));

test('an old arXiv id keeps its slash', () =>
	checkLinks({ extra: { arxiv: 'math/0309136' } }, [
		'pdf https://arxiv.org/pdf/math/0309136',
		'arxiv https://arxiv.org/abs/math/0309136',
	]));

test('one address is shown once', () => {
	checkLinks({ item: { DOI: '10.1000/1', URL: 'https://doi.org/10.1000/1' } }, ['doi https://doi.org/10.1000/1']);
	checkLinks({ item: { URL: 'https://arxiv.org/pdf/1706.03762' }, extra: { arxiv: '1706.03762' } }, [
		'pdf https://arxiv.org/pdf/1706.03762',
		'arxiv https://arxiv.org/abs/1706.03762',
	]);
});

test('a paper with nothing to go to has no links', () => checkLinks({}, []));

for (const url of [
	'javascript:alert(1)',
	'JavaScript:alert(1)',
	'java\nscript:alert(1)',
	' \u0001javascript:alert(1)',
	'command:workbench.action.quit',
	'vscode://ms.extension/run',
	'file:///etc/passwd',
	'data:text/html,<script>',
	'zotero://open-pdf/1',
	'//example.org',
	'not an address',
	'http://',
	'',
]) {
	test(`${JSON.stringify(url)} is no link`, () =>
		checkLinks({ item: { URL: url }, extra: { codeUrl: url, pdfUrl: url } }, []));
}

test('an address cannot break out of the Markdown it stands in', () => {
	checkLinks({ item: { URL: 'https://h.org/a) [b](command:c)' } }, ['web https://h.org/a%29%20%5Bb%5D%28command:c%29']);
	checkLinks({ item: { URL: 'https://h.org/<b>"\'`*_\\' } }, ['web https://h.org/%3Cb%3E%22%27%60%2A%5F/']);
	checkLinks({ item: { URL: 'https://h.org/?q=(a)&r=[b]#c(d)' } }, ['web https://h.org/?q=%28a%29&r=%5Bb%5D#c%28d%29']);
	checkLinks({ item: { URL: 'https://h.org/a\nb' } }, ['web https://h.org/ab']);
});

test('the parentheses and angle brackets of a DOI survive, encoded', () => {
	checkLinks({ item: { DOI: '10.1016/S0140-6736(20)30183-5' } }, [
		'doi https://doi.org/10.1016/S0140-6736%2820%2930183-5',
	]);
	checkLinks({ item: { DOI: '10.1002/(SICI)1<693::AID>3.0.CO;2-O' } }, [
		'doi https://doi.org/10.1002/%28SICI%291%3C693::AID%3E3.0.CO;2-O',
	]);
});

test('a DOI with a question mark, a number sign or a percent sign leads to the same DOI', () => {
	checkLinks({ item: { DOI: '10.1000/a?b#c' } }, ['doi https://doi.org/10.1000/a%3Fb%23c']);
	checkLinks({ item: { DOI: '10.1000/50%25' } }, ['doi https://doi.org/10.1000/50%2525']);
});

test('half a letter, which no address can hold, costs the link alone', () =>
	checkLinks({ item: { DOI: '10.1000/\ud800', URL: 'https://h.org/\ud800' } }, [
		'doi https://doi.org/10.1000/%EF%BF%BD',
		'web https://h.org/%EF%BF%BD',
	]));

test('the address that lasts longest is the DOI, then arXiv, then the web', () => {
	const links = [
		{ kind: 'pdf', url: 'https://h.org/a.pdf' },
		{ kind: 'arxiv', url: 'https://arxiv.org/abs/1' },
		{ kind: 'web', url: 'https://h.org' },
	] as const;
	assert.equal(
		lastingAddress([...links, { kind: 'doi', url: 'https://doi.org/10.1000/1' }]),
		'https://doi.org/10.1000/1',
	);
	assert.equal(lastingAddress(links), 'https://arxiv.org/abs/1');
	assert.equal(lastingAddress([]), undefined);
});
