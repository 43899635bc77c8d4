/** Where the time of a run goes. */

interface Part {
	readonly name: string;
	readonly depth: number;
	seconds: number;
}

/** In the order in which they began. */
const parts: Part[] = [];
let depth = 0;

/** Does the work and counts its time; what is counted within stands below it. */
export async function counted<T>(name: string, work: () => Promise<T> | T): Promise<T> {
	const part: Part = { name, depth, seconds: 0 };
	parts.push(part);
	depth++;
	const began = performance.now();
	try {
		return await work();
	} finally {
		depth--;
		part.seconds = (performance.now() - began) / 1000;
	}
}

/** Parts of less are not told. */
const WORTH_TELLING = 1;

export function printTimeSpent(): void {
	const rows = parts
		.filter((part) => part.depth === 0 || part.seconds >= WORTH_TELLING)
		.map((part) => `${`${part.seconds.toFixed(0)} s`.padStart(7)}  ${'  '.repeat(part.depth)}${part.name}`);
	const whole = parts.filter((part) => part.depth === 0).reduce((sum, { seconds }) => sum + seconds, 0);
	process.stdout.write(`\nWhere ${formattedTime(whole)} went\n\n${rows.join('\n')}\n`);
}

function formattedTime(seconds: number): string {
	return seconds < 100 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(1)} minutes`;
}
