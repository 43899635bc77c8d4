/**
 * `npm run fuzz`: damages small documents of all formats for two minutes; `npm run fuzz -- SECONDS` for so long;
 * `npm run fuzz -- SECONDS SEED` begins at a seed that has failed.
 */

import { fuzzRound } from './rounds.ts';

const [seconds = '120', from = String(Date.now())] = process.argv.slice(2);
const first = Number(from) >>> 0;
const end = performance.now() + Number(seconds) * 1000;

let seed = first;
try {
	console.log(`fuzz: from seed ${first}, for ${seconds} s`);
	for (; performance.now() < end; seed = (seed + 1) >>> 0) {
		fuzzRound(seed, { endlessSize: 100_000 });
	}
	console.log(`fuzz: ${(seed - first) >>> 0} rounds, nothing found`);
} catch (error) {
	console.error(
		`fuzz: seed ${seed} (again: npm run fuzz -- 1 ${seed})\n${error instanceof Error ? error.message : error}`,
	);
	process.exitCode = 1;
}
