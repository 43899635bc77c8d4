/**
 * Reads large new files provisionally in a thread of its own, while the index's thread already indexes them. Its papers
 * go straight to the server's thread.
 */

import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import { disk } from '../files/disk.node.ts';
import type { FileStat } from '../files/files.ts';
import { type Claims, yieldFor } from './precedence.node.ts';
import { lowerPriority } from './priority.node.ts';
import { type ProvisionalThread, readProvisionally } from './provisionalReading.ts';
import type { ThreadMessage } from './threadMessages.ts';
import { Turns } from './turns.ts';

/** What the thread is started with. */
export interface ProvisionalThreadData {
	readonly kind: 'provisional';
	readonly claims: Claims;
	readonly found: readonly FileStat[];
	/** Takes the papers, as `ThreadMessage`. */
	readonly papers: MessagePort;
}

type ThreadOrder = 'hold' | 'release';

export interface ProvisionalThreadOptions {
	/** The program of the thread. */
	readonly program: string;
	readonly claims: Claims;
	/** Sends the other end of `papers` to the server's thread. */
	readonly sendPapers: (port: MessagePort) => void;
}

/** In MB. Objects of one paper live shortly; with the engine's own limit, the thread takes 20 MB more. */
const MAX_YOUNG_GENERATION_MB = 24;

/** Undefined with one or two processors, where a thread of its own would only delay the others. */
export function provisionalThread(options: ProvisionalThreadOptions): NodeProvisionalThread | undefined {
	return availableParallelism() > 2 ? new NodeProvisionalThread(options) : undefined;
}

export class NodeProvisionalThread implements ProvisionalThread {
	readonly #options: ProvisionalThreadOptions;
	#worker: Worker | undefined;
	/** Files to read when the worker has ended. */
	#waiting: FileStat[] = [];

	constructor(options: ProvisionalThreadOptions) {
		this.#options = options;
	}

	read(found: readonly FileStat[]): void {
		this.#waiting.push(...found);
		if (!this.#worker && this.#waiting.length > 0) {
			this.#start(this.#waiting.splice(0));
		}
	}

	end(): void {
		this.#waiting = [];
		void this.#worker?.terminate();
		this.#worker = undefined;
	}

	order(order: ThreadOrder): void {
		this.#worker?.postMessage(order);
	}

	#start(found: readonly FileStat[]): void {
		const { program, claims, sendPapers } = this.#options;
		const { port1, port2 } = new MessageChannel();
		sendPapers(port1);
		const workerData: ProvisionalThreadData = { kind: 'provisional', claims, found, papers: port2 };
		const worker = new Worker(program, {
			workerData,
			transferList: [port2],
			resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB },
		});
		this.#worker = worker;
		worker.on('error', () => {
			// The index will have the papers, though later.
		});
		worker.on('exit', () => {
			if (this.#worker === worker) {
				this.#worker = undefined;
				this.read([]);
			}
		});
	}
}

/** The main program of the thread. */
export async function readProvisionallyInThread({ claims, found, papers }: ProvisionalThreadData): Promise<void> {
	lowerPriority();
	const rest = yieldFor(claims);
	const turns = new Turns();
	parentPort?.on('message', (order: ThreadOrder) => (order === 'hold' ? turns.hold() : turns.release()));
	await readProvisionally(found, {
		files: disk,
		onProvisional: (chunk) => {
			rest();
			papers.postMessage({ kind: 'report', report: { kind: 'provisional', chunk }, heard: 0 } satisfies ThreadMessage);
		},
		turn: () => turns.next(),
	});
	papers.close();
	parentPort?.close();
}
