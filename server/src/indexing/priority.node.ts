/** With few processors, answering comes before the threads that build the index. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Lowers the priority of this thread, and of the engine's threads that collect garbage and compile for it. Only Linux
 * has priorities of threads; elsewhere we rely on the system.
 */
export function lowerPriority(): void {
	if (process.platform === 'linux') {
		try {
			const thread = basename(readlinkSync('/proc/thread-self'));
			for (const helper of readdirSync(TASKS_FOLDER).filter(
				(task) => task === thread || nameOf(task) === ENGINE_THREAD_NAME,
			)) {
				setPriority(Number(helper), constants.priority.PRIORITY_BELOW_NORMAL);
			}
		} catch {
			// The lower priority is optional.
		}
	}
}

const TASKS_FOLDER = '/proc/self/task';
const ENGINE_THREAD_NAME = 'V8Worker';

function nameOf(task: string): string {
	return readFileSync(`${TASKS_FOLDER}/${task}/comm`, 'utf8').trim();
}
