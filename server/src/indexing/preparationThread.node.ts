/**
 * Prepares records in a thread of its own during a large first indexing, while the index's thread reads on. The index's
 * thread waits for it only when it writes.
 */

import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { PaperId } from '../corpus/corpus.ts';
import { type PackedRun, type Preparation, RecordPreparation } from '../index/openIndex.ts';
import { type ComingRecord, LAST_COMPRESSION, type PackedBody } from '../index/tables/recordBodies.ts';
import { type Claims, yieldFor } from './precedence.node.ts';
import {
	buffersOf,
	type PreparationAnswer,
	type PreparationOrder,
	packBodies,
	rowLists,
	unpackBodies,
} from './preparationMessages.ts';
import { lowerPriority } from './priority.node.ts';

/** What the thread is started with. */
export interface PreparationThreadData {
	readonly kind: 'preparation';
	readonly claims: Claims;
	/** Takes `PreparationOrder` and gives `PreparationAnswer`. */
	readonly port: MessagePort;
	/** How many answers were given. */
	readonly answers: Int32Array<SharedArrayBuffer>;
}

export interface PreparationThreadOptions {
	/** The program of the thread. */
	readonly program: string;
	readonly claims: Claims;
	/** Milliseconds without an answer after which the thread counts as dead. */
	readonly maxWaitMs?: number;
}

/** Records sent at once. */
const GROUP_RECORDS = 64;

/** Long, since other programs may take all processors. */
const MAX_WAIT_MS = 20_000;

/** In MB; see `provisionalThread.node.ts`. */
const MAX_YOUNG_GENERATION_MB = 24;

/** Undefined with a single processor, where there is nobody to do it meanwhile. */
export function preparationThread(options: PreparationThreadOptions): PreparationThread | undefined {
	return availableParallelism() > 1 ? new PreparationThread(options) : undefined;
}

export class PreparationThread implements Preparation {
	readonly #options: PreparationThreadOptions;
	readonly #answers = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	#worker: Worker | undefined;
	#port: MessagePort | undefined;
	#hasFailed = false;
	#round = 0;
	/**
	 * The latest list of words; none after a rollback. Before the last one is made, there are some thousand records at
	 * most, and a thread would cost more than it saves.
	 */
	#words: { readonly tag: number; readonly words: string } | undefined;
	#group: ComingRecord[] = [];
	readonly #added = new Set<number>();
	/** Those of them whose abstracts are collected. */
	readonly #collected = new Set<number>();
	readonly #bodies = new Map<number, PackedBody>();
	#runs: readonly PackedRun[] | undefined;

	constructor(options: PreparationThreadOptions) {
		this.#options = options;
	}

	add(record: ComingRecord): void {
		if (this.#words?.tag === LAST_COMPRESSION && !this.#hasFailed) {
			this.#added.add(record.id);
			if (record.abstract !== undefined) {
				this.#collected.add(record.id);
			}
			if (this.#group.push(record) === GROUP_RECORDS) {
				this.#sendGroup();
			}
		}
	}

	useWords(tag: number, words: string): void {
		this.#words = { tag, words };
		this.#sendGroup();
		if (this.#port) {
			this.#post({ kind: 'words', tag, words });
		}
	}

	bodyOf(id: number, tag: number): PackedBody | undefined {
		if (!this.#added.has(id) || this.#hasFailed) {
			return undefined;
		}
		this.#sendGroup();
		while (!this.#bodies.has(id) && this.#wait()) {
			// Until it has come.
		}
		const body = this.#bodies.get(id);
		this.#bodies.delete(id);
		return this.#words?.tag === tag && body?.body[0] === tag ? body : undefined;
	}

	has(id: PaperId): boolean {
		return this.#collected.has(id) && !this.#hasFailed;
	}

	startRuns(rows: ReadonlyMap<PaperId, number>): void {
		this.#sendGroup();
		this.#runs = undefined;
		this.#post({ kind: 'runs', ...rowLists(rows), round: this.#round });
	}

	takeRuns(): readonly PackedRun[] | undefined {
		while (!this.#runs && this.#wait()) {
			// Until they have come.
		}
		const runs = this.#runs;
		this.#forget();
		return runs;
	}

	clear(): void {
		this.#group = [];
		this.#words = undefined;
		this.#forget();
		if (this.#port) {
			this.#post({ kind: 'clear' });
		}
	}

	/** Ends the thread: no more records come for now. */
	end(): void {
		void this.#worker?.terminate();
		this.#port?.close();
		this.#worker = undefined;
		this.#port = undefined;
		this.#words = undefined;
		this.#group = [];
		this.#forget();
	}

	#forget(): void {
		this.#round++;
		this.#runs = undefined;
		this.#added.clear();
		this.#collected.clear();
		this.#bodies.clear();
	}

	#sendGroup(): void {
		if (this.#group.length > 0) {
			this.#post({ kind: 'records', records: this.#group, round: this.#round });
			this.#group = [];
		}
	}

	#post(order: PreparationOrder): void {
		(this.#port ?? this.#start()).postMessage(order);
	}

	#start(): MessagePort {
		const { port1, port2 } = new MessageChannel();
		const { program, claims } = this.#options;
		const workerData: PreparationThreadData = { kind: 'preparation', claims, port: port2, answers: this.#answers };
		this.#worker = new Worker(program, {
			workerData,
			transferList: [port2],
			resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB },
		});
		this.#worker.on('error', () => this.#fail());
		this.#port = port1;
		port1.unref();
		if (this.#words) {
			port1.postMessage({ kind: 'words', ...this.#words } satisfies PreparationOrder);
		}
		return port1;
	}

	/** Waits for the next answer. Returns whether there is one. */
	#wait(): boolean {
		while (this.#port && !this.#hasFailed) {
			const count = Atomics.load(this.#answers, 0);
			const received = receiveMessageOnPort(this.#port);
			if (received) {
				this.#take(received.message);
				return !this.#hasFailed;
			}
			if (Atomics.wait(this.#answers, 0, count, this.#options.maxWaitMs ?? MAX_WAIT_MS) === 'timed-out') {
				this.#fail();
			}
		}
		return false;
	}

	#take(answer: PreparationAnswer): void {
		if (answer.kind === 'failed') {
			this.#fail();
		} else if (answer.round === this.#round) {
			if (answer.kind === 'runs') {
				this.#runs = answer.runs;
			} else {
				for (const body of unpackBodies(answer.bodies)) {
					this.#bodies.set(body.id, body);
				}
			}
		}
	}

	/** From now on the index's thread does it all. */
	#fail(): void {
		this.end();
		this.#hasFailed = true;
	}
}

/** The main program of the thread. */
export function prepareRecordsInThread({ claims, port, answers }: PreparationThreadData): void {
	lowerPriority();
	const rest = yieldFor(claims);
	const preparation = new RecordPreparation();
	const answer = (message: PreparationAnswer): void => {
		port.postMessage(message, buffersOf(message));
		Atomics.add(answers, 0, 1);
		Atomics.notify(answers, 0);
	};
	port.on('message', (order: PreparationOrder) => {
		try {
			obey(order, { preparation, answer, rest });
		} catch {
			answer({ kind: 'failed' });
		}
	});
}

interface Tools {
	readonly preparation: RecordPreparation;
	readonly answer: (message: PreparationAnswer) => void;
	readonly rest: () => void;
}

function obey(order: PreparationOrder, { preparation, answer, rest }: Tools): void {
	switch (order.kind) {
		case 'words':
			preparation.useWords(order.tag, order.words);
			break;
		case 'records': {
			const packed = order.records.map((record) => {
				rest();
				return preparation.add(record);
			});
			answer({ kind: 'bodies', bodies: packBodies(packed), round: order.round });
			break;
		}
		case 'runs': {
			const rows = new Map(Array.from(order.ids, (id, index) => [id, order.rows[index] ?? 0] as const));
			answer({ kind: 'runs', runs: preparation.takeRuns(rows), round: order.round });
			break;
		}
		default:
			preparation.clear();
			break;
	}
}
