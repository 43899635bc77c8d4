/** The driver's host on Node: the index is an SQLite file or in memory, its thread is a worker. */

import { Worker } from 'node:worker_threads';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { deleteDatabase, makeFolderOf, openDatabase } from './database.node.ts';
import { newMemory } from './databasePath.node.ts';
import type { DriverHost, IndexThread, ThreadListener } from './driverHost.ts';
import { Precedence } from './precedence.node.ts';
import { quickScan } from './quickScan.node.ts';
import type { ThreadData } from './thread.node.ts';
import { endThread } from './threadEnd.node.ts';
import type { Order, ThreadMessage } from './threadMessages.ts';

/** `program` is the program of the thread. `path` is the database file; undefined keeps the index in memory. */
export function nodeHost(program: string, path: string | undefined): DriverHost {
	return new NodeHost(program, path);
}

class NodeHost implements DriverHost {
	readonly #program: string;
	readonly #precedence = new Precedence();
	readonly scan = quickScan;
	#path: string | undefined;
	/** What SQLite opens. */
	#location: string;

	constructor(program: string, path: string | undefined) {
		this.#program = program;
		this.#path = path;
		this.#location = path ?? newMemory();
	}

	get path(): string | undefined {
		return this.#path;
	}

	open(onFailure: (failure: IndexFailure) => void, provisional: ProvisionalPapers) {
		const failure = makeFolderOf(this.#path);
		return failure ? { failure } : openDatabase(this.#location, onFailure, provisional);
	}

	remove(): void {
		deleteDatabase(this.#path);
	}

	moveToMemory(): void {
		this.#path = undefined;
		this.#location = newMemory();
	}

	startThread({ onMessage, onEnd }: ThreadListener): IndexThread {
		const workerData: ThreadData = { location: this.#location, claims: this.#precedence.claims };
		const worker = new Worker(this.#program, { workerData });
		let reason: string | undefined;
		worker.on('error', (error) => {
			reason = error.stack ?? error.message;
		});
		worker.on('message', (message: ThreadMessage) => onMessage(message));
		worker.on('exit', () => onEnd(reason));
		return { post: (order: Order) => worker.postMessage(order), end: (sealMs) => endThread(worker, sealMs) };
	}

	yieldToRequests(): void {
		this.#precedence.claim();
	}

	logRebuild(reason: string): void {
		// Goes to standard output, where the connection allows it.
		console.log(`The index ${this.#location} is rebuilt: ${reason}.`);
	}
}
