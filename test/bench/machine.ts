/** What figures are worth nothing without: another program at work makes all of them worse. */

import { cpus, loadavg } from 'node:os';

/** One line; `load` is how many processes wanted a processor in the last minute, on the average. */
export function printMachine(section: string): void {
	const processors = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
	const load = loadavg()[0]?.toFixed(1);
	process.stdout.write(`\n== ${section}: Node ${process.version} on ${processors}, load before it ${load}\n`);
}
