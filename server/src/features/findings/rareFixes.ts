/** The fixes of findings that are loaded when someone asks for them. */

import { lateBundle } from '../../util/lateBundle.node.ts';
import type { papersInstead, searchInstead, unknownFixes, wordFixes } from '../fixes/referenceFixes.ts';
import type { renamedFixes } from '../fixes/renamedFixes.ts';

interface RareFixes {
	readonly papersInstead: typeof papersInstead;
	readonly renamedFixes: typeof renamedFixes;
	readonly searchInstead: typeof searchInstead;
	readonly unknownFixes: typeof unknownFixes;
	readonly wordFixes: typeof wordFixes;
}

export function rareFixes(): RareFixes {
	return lateBundle('#rareFeatures');
}
