/** The driver's host on Node: the index is an SQLite file or in memory, its thread is a worker. */

import { type MessagePort, Worker } from 'node:worker_threads';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { lateBundle } from '../util/lateBundle.node.ts';
import { deleteDatabase, makeFolderOf, openDatabase } from './database.node.ts';
import { keyMemoryPath, newMemory } from './databasePath.node.ts';
import type { DriverHost, FoundFiles, IndexThread, ThreadListener } from './driverHost.ts';
import type { OpenKeyMemory, openKeyMemory } from './keyMemory.node.ts';
import { freeTurn, newTurns, type Turns } from './memoryTurns.node.ts';
import { Precedence } from './precedence.node.ts';
import { quickScan } from './quickScan.node.ts';
import type { PapersMessage, ThreadData } from './thread.node.ts';
import { endThread } from './threadEnd.node.ts';
import type { Order, Report, ThreadMessage } from './threadMessages.ts';

/** What an index is opened for. */
export interface IndexUse {
	/** An existing index is left to the first answers for this many milliseconds before the files are checked. */
	readonly firstAnswersMs: number;
	/** After this many milliseconds the files are no longer scanned beside other work, but in another thread. */
	readonly scanMs: number;
	/** Of the index on disk, this many bytes are compared with their checksums. Each time it is another part. */
	readonly checkedBytes: number;
}

/** 256 MB are compared in 0.2 s beside other work. */
const FOR_SERVER: IndexUse = { firstAnswersMs: 150, scanMs: 300, checkedBytes: 2 ** 28 };

/** A command answers once. Until then it has nothing else to do, and a thread would only scan the files again. */
export const FOR_COMMAND: IndexUse = { firstAnswersMs: 0, scanMs: 60_000, checkedBytes: 2 ** 23 };

/** `program` is the program of the thread. `path` is the database file; undefined keeps the index in memory. */
export function nodeHost(program: string, path: string | undefined, use = FOR_SERVER): DriverHost {
	return new NodeHost(program, path, use);
}

class NodeHost implements DriverHost {
	readonly #program: string;
	readonly #precedence = new Precedence();
	readonly #use: IndexUse;
	readonly #keysLocation: string;
	#keyMemory: OpenKeyMemory | undefined;
	#path: string | undefined;
	/** What SQLite opens. */
	#location: string;
	/** Present if the index is in memory. */
	#turns: Turns | undefined;

	constructor(program: string, path: string | undefined, use: IndexUse) {
		this.#program = program;
		this.#use = use;
		this.#path = path;
		this.#location = path ?? newMemory();
		this.#turns = path === undefined ? newTurns() : undefined;
		this.#keysLocation = path === undefined ? newMemory() : keyMemoryPath(path);
		// What is in memory lasts as long as someone has it open.
		void (path === undefined && this.keyMemory);
	}

	get keyMemory(): OpenKeyMemory {
		const { openKeyMemory: open } = lateBundle<{ readonly openKeyMemory: typeof openKeyMemory }>('#keyMemory');
		this.#keyMemory ??= open(this.#keysLocation);
		return this.#keyMemory;
	}

	get path(): string | undefined {
		return this.#path;
	}

	open(onFailure: (failure: IndexFailure) => void, provisional: ProvisionalPapers) {
		const failure = makeFolderOf(this.#path);
		return failure
			? { failure }
			: openDatabase({ ...this.#use, location: this.#location, turns: this.#turns }, onFailure, provisional);
	}

	async firstAnswers(): Promise<void> {
		const { firstAnswersMs } = this.#use;
		await (firstAnswersMs > 0 ? new Promise((resolve) => setTimeout(resolve, firstAnswersMs)) : undefined);
	}

	scan(roots: readonly CorpusRoot[]): Promise<FoundFiles | undefined> {
		return quickScan(roots, this.#use.scanMs);
	}

	remove(): void {
		deleteDatabase(this.#path);
	}

	moveToMemory(): void {
		this.#path = undefined;
		this.#location = newMemory();
		this.#turns = newTurns();
	}

	startThread({ onMessage, onEnd }: ThreadListener): IndexThread {
		const turns = this.#turns;
		const workerData: ThreadData = {
			kind: 'index',
			program: this.#program,
			location: this.#location,
			keysLocation: this.#keysLocation,
			claims: this.#precedence.claims,
			turns,
		};
		const worker = new Worker(this.#program, { workerData });
		let reason: string | undefined;
		worker.on('error', (error) => {
			reason = error.stack ?? error.message;
		});
		const papers = new PapersPorts(onMessage);
		worker.on('message', (message: ThreadMessage | PapersMessage) => {
			if (message.kind === 'papers') {
				papers.add(message.papers);
			} else {
				papers.closeAfter(message);
				onMessage(message);
			}
		});
		worker.on('exit', () => {
			papers.close();
			void (turns && freeTurn(turns));
			onEnd(reason);
		});
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

/** The ends of the threads that send papers found provisionally. */
class PapersPorts {
	readonly #onMessage: (message: ThreadMessage) => void;
	readonly #ports = new Set<MessagePort>();

	constructor(onMessage: (message: ThreadMessage) => void) {
		this.#onMessage = onMessage;
	}

	add(port: MessagePort): void {
		this.#ports.add(port);
		port.on('message', (message: ThreadMessage) => this.#onMessage(message));
		port.on('close', () => this.#ports.delete(port));
		port.unref();
	}

	/** What they send after such a message of the index's thread is out of date. */
	closeAfter(message: ThreadMessage): void {
		if (message.kind !== 'report' || ENDING_REPORTS.has(message.report.kind) || isWithdrawal(message.report)) {
			this.close();
		}
	}

	close(): void {
		for (const port of this.#ports) {
			port.close();
		}
		this.#ports.clear();
	}
}

const ENDING_REPORTS: ReadonlySet<Report['kind']> = new Set(['read', 'complete']);

function isWithdrawal(report: Report): boolean {
	return report.kind === 'provisional' && report.chunk === undefined;
}
