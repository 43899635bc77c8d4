/** What a command reads from and writes to: the terminal, or whatever stands in for it in a test. */

import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { Paint } from './output/terminal.ts';

export interface Terminal {
	readonly cwd: string;
	readonly out: NodeJS.WritableStream;
	readonly err: NodeJS.WritableStream;
}

/** Colours for `out`, where it is a terminal and `NO_COLOR` is not set. */
export function paintFor({ out }: Terminal): Paint {
	return (style, text) => styleText(style, text, { stream: out as WriteStream });
}

/** Milliseconds between two states of a progress line. */
const INTERVAL_MS = 100;

/** Shows one line that is written anew, on a terminal only. */
export class ProgressLine {
	readonly #err: NodeJS.WritableStream | undefined;
	#last = 0;
	#isShown = false;

	constructor({ err }: Terminal) {
		this.#err = (err as Partial<WriteStream>).isTTY === true ? err : undefined;
	}

	show(line: string): void {
		const now = performance.now();
		if (this.#err && now - this.#last > INTERVAL_MS) {
			this.#last = now;
			this.#isShown = true;
			this.#err.write(`\r\u001b[K${line}`);
		}
	}

	clear(): void {
		if (this.#isShown) {
			this.#isShown = false;
			this.#err?.write('\r\u001b[K');
		}
	}
}
