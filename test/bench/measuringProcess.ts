/** Measures in processes of their own, which print what they measured as their last line, of JSON. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export type Measured<T> = { readonly figure: T } | { readonly failure: string };

export interface MeasuringProcess {
	/** A file of this folder. */
	readonly script: string;
	readonly args: readonly string[];
	/** What Node itself is told. */
	readonly nodeArgs?: readonly string[];
	/** Seconds after which it is ended. */
	readonly seconds: number;
}

export function measuredBy<T>({ script, args, nodeArgs = [], seconds }: MeasuringProcess): Measured<T> {
	const all = [...nodeArgs, join(import.meta.dirname, script), ...args];
	const child = spawnSync(process.execPath, all, { encoding: 'utf8', timeout: seconds * 1000 });
	if (child.status === 0) {
		return { figure: JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as T };
	}
	if (child.stderr.includes('heap out of memory')) {
		return { failure: 'out of memory' };
	}
	if (child.signal !== null) {
		return { failure: `no answer in ${seconds} s` };
	}
	const thrown = /^\w*Error: .*$/m.exec(child.stderr)?.[0]?.replace(/^Error: /, '');
	return { failure: thrown ?? child.stderr.trim().split('\n').at(-1) ?? 'failed' };
}
