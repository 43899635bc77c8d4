/** What a process takes of the machine. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

/** Bytes of all files in `folder`. */
export function sizeOfFolder(folder: string): number {
	return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
