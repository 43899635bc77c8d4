/** One round of each fault; `npm run faults` has more. */

import { test } from 'node:test';
import { SEED, seededRandom } from '../support/random.ts';
import { FAULTS } from './faults.ts';
import { faultRound } from './rounds.ts';

for (const fault of FAULTS) {
	test(`answers are right after: ${fault.name} (SEED=${SEED})`, { timeout: 120_000 }, async (t) => {
		const reason = fault.absent?.();
		if (reason !== undefined) {
			t.skip(reason);
			return;
		}
		await faultRound(t, fault, { random: seededRandom(SEED), times: 1 });
	});
}
