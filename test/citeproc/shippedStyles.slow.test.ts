/** All styles that are shipped, against citeproc alone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xmlTree } from '../../server/src/citeproc/shippedTree.ts';
import { SHIPPED_STYLES } from '../../server/src/citeproc/styleNames.ts';
import { ASH, cite, citeproc, OAK, readShipped, rendering } from './shippedEngines.ts';

test('every shipped style renders citations and entries as citeproc alone does, entry by entry', () => {
	const papers = [
		ASH,
		OAK,
		{ ...OAK, title: 'More oaks' },
		{ ...ASH, title: 'On firs' },
		{ type: 'webpage', title: 'A page' },
	];
	for (const style of SHIPPED_STYLES) {
		const order = papers.map((_, paper) => [cite(paper)]);
		const { citations, entries } = rendering(style, order, { papers, format: 'html' });
		const tree = readShipped(style);
		assert.ok(tree, style);
		const system = {
			retrieveLocale: (name: string) => xmlTree(readShipped(`locales/${name}`) ?? { n: 'locale' }),
			retrieveItem: (id: string) => ({ ...papers[Number(id)], id }),
		};
		const engine = new citeproc.Engine(system, xmlTree(tree), 'en-US', false);
		engine.opt.development_extensions.wrap_url_and_doi = true;
		engine.updateItems(papers.map((_, paper) => String(paper)));
		const [, whole] = engine.makeBibliography() || [];
		assert.deepEqual(
			entries.map(({ text }) => text),
			whole?.map((text) => text.trim()),
			style,
		);
		assert.ok(
			citations.every((text) => text !== '' && !text.includes('NO_PRINTED_FORM')),
			style,
		);
	}
});
