/** The compact listing on real papers: where the title ends and the authors begin. Reads ../shared, and skips where it is not. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { compactListing } from '../../server/src/corpus/formats/listings/compactListing.ts';
import { compactText, realPapers } from './runTogether.ts';

const ACL = join(import.meta.dirname, '../../../shared/corpora/acl-2016-on.bib');

/** Measured: 99.9 % with abstracts and 99.7 % without; most of what is missing are slips of the Anthology's own. */
const FLOORS = [
	{ abstracts: true, percent: 99.8 },
	{ abstracts: false, percent: 99.5 },
];

test('titles and authors of the ACL Anthology, run together, come apart again', (context) => {
	if (!existsSync(ACL)) {
		context.skip(`${ACL} is not here`);
		return;
	}
	const papers = realPapers(readFileSync(ACL, 'utf8'), 10);
	for (const { abstracts, percent } of FLOORS) {
		for (const shown of [1, 2, 3]) {
			const right = countRight(papers, { shown, abstracts });
			const found = (100 * right) / papers.length;
			context.diagnostic(
				`${shown} authors, ${abstracts ? 'with' : 'without'} abstracts: ${found.toFixed(2)} % of ${papers.length}`,
			);
			assert.ok(found >= percent, `${found.toFixed(2)} % is below ${percent} %`);
		}
	}
});

/** In listings of fifty papers, about as many as a page shows. */
function countRight(papers: ReturnType<typeof realPapers>, options: { shown: number; abstracts: boolean }): number {
	let right = 0;
	for (let start = 0; start < papers.length; start += 50) {
		const group = papers.slice(start, start + 50);
		const found = readAll(compactListing, compactText(group, options)).papers;
		right += group.filter(({ title }, index) => found[index]?.item.title === title).length;
	}
	return right;
}
