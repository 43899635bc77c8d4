/** `npm run faults -- --rounds 100 [--seed 7] [--only word]`: many rounds of faults, the seed of each printed. */

import { parseArgs } from 'node:util';
import { seededRandom } from '../support/random.ts';
import { FAULTS } from './faults.ts';
import { faultRound } from './rounds.ts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '20' },
		seed: { type: 'string' },
		only: { type: 'string', default: '' },
	},
});
const first = Number(values.seed ?? Date.now() % 1_000_000);
const chosen = FAULTS.filter(({ name }) => name.includes(values.only));
for (const { name, absent } of chosen) {
	const reason = absent?.();
	void (reason && console.log(`left out: ${name} (${reason})`));
}
const present = chosen.filter(({ absent }) => absent?.() === undefined);
let failures = 0;
for (let round = 0; round < Number(values.rounds); round++) {
	const seed = first + round;
	const fault = present[seed % present.length];
	const endings: (() => void | Promise<void>)[] = [];
	try {
		await (fault && faultRound({ after: (act) => endings.push(act) }, fault, { random: seededRandom(seed), times: 1 }));
		console.log(`ok      --seed ${seed} --rounds 1   ${fault?.name}`);
	} catch (error) {
		failures++;
		console.log(`WRONG   --seed ${seed} --rounds 1   ${fault?.name}\n${error instanceof Error ? error.stack : error}`);
	}
	for (const end of endings) {
		await end();
	}
}
console.log(`${failures} of ${values.rounds} rounds went wrong.`);
process.exitCode = failures === 0 ? 0 : 1;
