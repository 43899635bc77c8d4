import { lateBundle } from '../util/lateBundle.node.ts';
import type { FormerKeySources, FormerKeys } from './formerKeys.ts';

/** What keys meant before, with its code loaded once all papers have been read and someone asks. */
export function lateFormerKeys(sources: FormerKeySources): Pick<FormerKeys, 'of' | 'remember'> {
	let keys: FormerKeys | undefined;
	const loaded = (): FormerKeys => {
		keys ??= new (lateBundle<{ readonly FormerKeys: typeof FormerKeys }>('#keyMemory').FormerKeys)(sources);
		return keys;
	};
	return {
		of: (reference, papers) => (sources.isComplete() ? loaded().of(reference, papers) : undefined),
		remember: (resolved, areAll) => loaded().remember(resolved, areAll),
	};
}
