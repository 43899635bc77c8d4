/** One round of each fault; `npm run faults` has more. */

import { test } from 'node:test';
import { seededRandom } from '../bench/generatedCorpus.ts';
import { FAULTS } from './faults.ts';
import { faultRound } from './rounds.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

for (const fault of FAULTS) {
	test(`answers are right after: ${fault.name} (SEED=${seed})`, { timeout: 120_000 }, async (t) => {
		const reason = fault.absent?.();
		if (reason !== undefined) {
			t.skip(reason);
			return;
		}
		await faultRound(t, fault, { random: seededRandom(seed), times: 1 });
	});
}
