/**
 * Reads large new files provisionally in threads of their own, while the index's thread already indexes them, or helps
 * if there are only two processors. Their papers go straight to the server's thread.
 */

import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import { disk } from '../files/disk.node.ts';
import { type Claims, yieldFor } from './precedence.node.ts';
import { lowerPriority } from './priority.node.ts';
import { type ProvisionalFiles, type ProvisionalThread, readProvisionally } from './provisionalReading.ts';
import type { ThreadMessage } from './threadMessages.ts';
import { Turns } from './turns.ts';

/** What the thread is started with. */
export interface ProvisionalThreadData {
	readonly kind: 'provisional';
	readonly claims: Claims;
	readonly files: ProvisionalFiles;
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
	/** How many processors there are. */
	readonly processors?: number;
}

/** The server's thread, the index's thread and the one that prepares records. */
const BUSY_THREADS = 3;

/** More would tell of more papers than the server's thread can take in. */
const MAX_THREADS = 4;

/** In MB. Objects of one paper live shortly; with the engine's own limit, the thread takes 20 MB more. */
const MAX_YOUNG_GENERATION_MB = 24;

/** Undefined with a single processor, where a thread of its own would only delay the others. */
export function provisionalThread(options: ProvisionalThreadOptions): NodeProvisionalThread | undefined {
	const { processors = availableParallelism() } = options;
	return processors > 1 ? new NodeProvisionalThread({ ...options, processors }) : undefined;
}

export class NodeProvisionalThread implements ProvisionalThread {
	/** With two processors, reading all files first takes less time than reading them beside the index. */
	readonly isShared: boolean;
	readonly #options: ProvisionalThreadOptions;
	readonly #threads: number;
	readonly #workers = new Set<Worker>();
	/** Files to read when the workers have ended. */
	#waiting: ProvisionalFiles[] = [];

	constructor(options: ProvisionalThreadOptions & { readonly processors: number }) {
		this.#options = options;
		this.isShared = options.processors === 2;
		this.#threads = Math.max(1, Math.min(options.processors - BUSY_THREADS, MAX_THREADS));
	}

	read(files: ProvisionalFiles): void {
		this.#waiting.push(files);
		this.#startNext();
	}

	end(): void {
		this.#waiting = [];
		for (const worker of this.#workers) {
			void worker.terminate();
		}
		this.#workers.clear();
	}

	order(order: ThreadOrder): void {
		for (const worker of this.#workers) {
			worker.postMessage(order);
		}
	}

	#startNext(): void {
		const files = this.#workers.size === 0 ? this.#waiting.shift() : undefined;
		for (let count = 0; files && count < this.#threads; count++) {
			this.#start(files);
		}
	}

	#start(files: ProvisionalFiles): void {
		const { program, claims, sendPapers } = this.#options;
		const { port1, port2 } = new MessageChannel();
		sendPapers(port1);
		const workerData: ProvisionalThreadData = { kind: 'provisional', claims, files, papers: port2 };
		const worker = new Worker(program, {
			workerData,
			transferList: [port2],
			resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB },
		});
		this.#workers.add(worker);
		worker.on('error', () => {
			// The index will have the papers, though later.
		});
		worker.on('exit', () => {
			if (this.#workers.delete(worker)) {
				this.#startNext();
			}
		});
	}
}

/** The main program of the thread. */
export async function readProvisionallyInThread({ claims, files, papers }: ProvisionalThreadData): Promise<void> {
	lowerPriority();
	const rest = yieldFor(claims);
	const turns = new Turns();
	parentPort?.on('message', (order: ThreadOrder) => (order === 'hold' ? turns.hold() : turns.release()));
	await readProvisionally(files, {
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
