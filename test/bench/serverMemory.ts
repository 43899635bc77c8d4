/** What a process takes of the machine, and files. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerTargets } from './serverTargets.ts';
import { type Figure, formatted } from './table.ts';

export const MB = 1e6;

export interface Memory {
	/** In MB, as every figure here. Now. */
	readonly resident: number;
	/** The most there ever was. */
	readonly peak: number;
}

/** Undefined where the system does not tell (it is Linux that does). */
export function memoryOf(pid: number): Memory | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
		return { resident: (kilobytes('VmRSS') * 1024) / MB, peak: (kilobytes('VmHWM') * 1024) / MB };
	} catch {
		return undefined;
	}
}

/** Clock ticks in a second, as Linux counts the time of processes. */
const TICKS = 100;

/** Seconds that the processors have worked for a process, which waver less than the clock's; undefined as above. */
export function processorSecondsOf(pid: number): number | undefined {
	try {
		// After the name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) / TICKS;
	} catch {
		return undefined;
	}
}

/** Bytes of all files in `folder`. */
export function sizeOfFolder(folder: string): number {
	return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** None where the system does not tell. */
export function memoryFigures(name: string, memory: Memory | undefined, { memory: target }: ServerTargets): Figure[] {
	return memory
		? [{ name, value: memory.resident, unit: 'MB', target, remark: `peak ${formatted(memory.peak, 'MB')}` }]
		: [];
}
