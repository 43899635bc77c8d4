/** The index as the server's thread drives it: orders to the thread that writes, a connection of its own to read. */

import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import { current, deleteDatabase, makeFolderOf, type OpenedDatabase, openDatabase } from './database.node.ts';
import { newMemory } from './databasePath.node.ts';
import type { IndexDriver, IndexOptions } from './indexDriver.ts';
import { Precedence } from './precedence.node.ts';
import { keepProvisional } from './provisionalReports.ts';
import { quickScan } from './quickScan.node.ts';
import type { ThreadData, ThreadMessage } from './thread.node.ts';
import { endThread } from './threadEnd.node.ts';
import type { Order, Report } from './threadMessages.ts';

/** `program` is what the index's thread runs. What is on disk already can be asked at once. */
export function openThreadedDriver(program: string, options: IndexOptions): IndexDriver {
	return new ThreadedDriver(program, options);
}

/** Times the index is made anew, or its thread started again, before something else must be wrong. */
const MOST_MENDINGS = 3;

/** Milliseconds without an order after which the thread is ended: to start one takes some 40, to keep it tens of megabytes. */
const IDLE_MS = 3000;

/** Milliseconds that an index which is there already leaves to the first answers before it looks what is new. */
const FIRST_ANSWERS_MS = 150;

/** Reports that count only if no newer order has been given. */
const ENDS: ReadonlySet<Report['kind']> = new Set(['read', 'complete']);

class ThreadedDriver implements IndexDriver {
	readonly #program: string;
	readonly #onEvent: IndexOptions['onEvent'];
	/** The path of the database file; undefined in memory. */
	#path: string | undefined;
	#location: string;
	#opened: OpenedDatabase | undefined;
	/** What the thread has seen in files and not indexed yet. */
	readonly #seen = new ProvisionalPapers();
	readonly #precedence = new Precedence();
	/** Undefined while there is none, or the present one is to end. */
	#thread: Worker | undefined;
	#ordered = 0;
	#mendings = 0;
	#restarting = false;
	/** There is no thread because nothing has happened; the next order starts one. */
	#asleep = false;
	#resting: NodeJS.Timeout | undefined;
	#closed = false;
	/** A thread started anew is to be held as the one before it was. */
	#paused = false;
	#roots: readonly CorpusRoot[] | undefined;
	/** Texts of files that an editor has open: a thread started anew must hear of them again. */
	readonly #texts = new Map<string, string>();

	constructor(program: string, { path, onEvent }: IndexOptions) {
		this.#program = program;
		this.#onEvent = onEvent;
		this.#path = path;
		this.#location = path ?? newMemory();
		this.#begin();
	}

	look(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		void (this.#asleep ? this.#lookAsleep(roots) : this.#order({ kind: 'look', roots }));
	}

	filesChanged(uris: readonly string[]): void {
		this.#order({ kind: 'filesChanged', uris });
	}

	textChanged(uri: string, text: string | undefined): void {
		void (text === undefined ? this.#texts.delete(uri) : this.#texts.set(uri, text));
		this.#order({ kind: 'textChanged', uri, text });
	}

	pause(): void {
		if (!this.#asleep) {
			this.#paused = true;
			this.#order({ kind: 'pause' });
		}
	}

	resume(): void {
		if (this.#paused) {
			this.#paused = false;
			this.#order({ kind: 'resume' });
		}
	}

	yieldToRequests(): void {
		this.#precedence.claim();
	}

	rebuild(): void {
		this.#paused = false;
		this.#mendings = 0;
		void this.#restart(() => this.#delete());
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#resting);
		await this.#end();
		this.#close();
	}

	/** Opens what there is. What holds papers may be true already; else a thread starts that makes it so. */
	#begin(): void {
		const failure = makeFolderOf(this.#path) ?? this.#open();
		if (failure && failure.kind !== 'busy') {
			this.#mend(failure);
		} else if (this.#opened === undefined || this.#opened.corpus.paperCount === 0) {
			this.#start();
		} else {
			this.#asleep = true;
			void (this.#roots && this.#lookAsleep(this.#roots));
		}
	}

	/** Most often nothing is new; to find that out takes no thread, nor the tens of megabytes that one leaves behind. */
	async #lookAsleep(roots: readonly CorpusRoot[]): Promise<void> {
		await pause(FIRST_ANSWERS_MS);
		const began = performance.now();
		const found = await quickScan(roots);
		if (this.#roots !== roots || !this.#asleep || this.#closed) {
			return;
		}
		if (found && this.#opened?.corpus.holdsJust(found)) {
			this.#tell({ kind: 'read' });
			this.#tell({ kind: 'complete', tookMs: performance.now() - began, unread: [] });
		} else {
			this.#start();
		}
	}

	#start(): void {
		this.#asleep = false;
		const workerData: ThreadData = { location: this.#location, claims: this.#precedence.claims };
		const thread = new Worker(this.#program, { workerData });
		this.#thread = thread;
		this.#ordered = 0;
		let reason = indexingMessages.threadEnded;
		thread.on('error', (error) => {
			reason = error.stack ?? error.message;
		});
		thread.on('message', (message: ThreadMessage) => this.#isCurrent(thread) && this.#hear(message));
		thread.on('exit', () => this.#isCurrent(thread) && this.#revive(reason));
		for (const [uri, text] of this.#texts) {
			this.#order({ kind: 'textChanged', uri, text });
		}
		void (this.#roots && this.#order({ kind: 'look', roots: this.#roots }));
		if (this.#paused) {
			this.#order({ kind: 'pause' });
		}
	}

	#isCurrent(thread: Worker): boolean {
		return thread === this.#thread && !this.#closed;
	}

	#hear(message: ThreadMessage): void {
		if (message.kind === 'trouble') {
			this.#mend(message.failure);
		} else if (message.report.kind === 'ready') {
			this.#opened = current(this.#opened);
			const failure = this.#opened ? undefined : this.#open();
			void (failure && this.#mend(failure));
		} else if (!ENDS.has(message.report.kind) || message.heard === this.#ordered) {
			this.#tell(message.report);
		}
	}

	#tell(report: Report): void {
		keepProvisional(this.#seen, report, this.#opened?.corpus);
		if (report.kind === 'complete') {
			this.#paused = false;
			clearTimeout(this.#resting);
			// What the thread has in memory is of no use while nothing changes.
			this.#resting = setTimeout(() => {
				this.#asleep = true;
				void this.#end();
			}, IDLE_MS);
		}
		if (report.kind !== 'ready') {
			this.#onEvent(report.kind === 'seen' ? { kind: 'seen' } : report);
		}
	}

	#open(): IndexFailure | undefined {
		const index = openDatabase(this.#location, (failure) => this.#mend(failure), this.#seen);
		if ('failure' in index) {
			return index.failure;
		}
		this.#opened = index;
		this.#onEvent({ kind: 'opened', corpus: index.corpus });
		return undefined;
	}

	/** Makes the index anew where it cannot be read, keeps it in memory where it cannot be written; a refusal leaves it as it is. */
	#mend({ kind, message }: IndexFailure): void {
		if (kind === 'refused' || ++this.#mendings > MOST_MENDINGS) {
			this.#giveUp((kind === 'refused' ? indexingMessages.stoppedByError : indexingMessages.stopped)(message));
			return;
		}
		const isReadable = kind === 'unwritable' || kind === 'busy';
		void this.#restart(() => (isReadable ? this.#moveToMemory(message) : this.#deleteAndSay({ kind, message })));
	}

	#deleteAndSay({ kind, message }: IndexFailure): void {
		// To be expected after an update, or of use to us alone: a line in the log, where the connection takes it.
		console.log(`The index ${this.#location} is rebuilt: ${message}.`);
		if (kind !== 'foreign') {
			this.#onEvent({ kind: 'failed', message: indexingMessages.damaged(this.#path) });
		}
		this.#delete();
	}

	#delete(): void {
		try {
			deleteDatabase(this.#path);
		} catch (error) {
			this.#moveToMemory(error instanceof Error ? error.message : String(error));
		}
	}

	#moveToMemory(reason: string): void {
		const message = indexingMessages.notKept(this.#path, reason);
		this.#path = undefined;
		this.#location = newMemory();
		this.#onEvent({ kind: 'failed', message });
	}

	/** Only once both threads have closed the database is it moved or deleted. */
	async #restart(change: () => void): Promise<void> {
		if (this.#restarting) {
			return;
		}
		this.#restarting = true;
		this.#asleep = false;
		await this.#end();
		this.#restarting = false;
		if (this.#closed) {
			return;
		}
		this.#close();
		this.#onEvent({ kind: 'opened', corpus: emptyCorpus });
		change();
		this.#begin();
	}

	/** The thread has ended unasked: most likely one file is more than memory holds. */
	#revive(reason: string): void {
		this.#thread = undefined;
		if (++this.#mendings > MOST_MENDINGS) {
			this.#giveUp(indexingMessages.stoppedByError(reason));
		} else {
			this.#onEvent({ kind: 'failed', message: indexingMessages.restartedAfterError(reason) });
			this.#start();
		}
	}

	/** No order starts a thread from now on. */
	#giveUp(message: string): void {
		this.#asleep = false;
		clearTimeout(this.#resting);
		this.#onEvent({ kind: 'gaveUp', message });
		void this.#end();
	}

	async #end(): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		await (thread && endThread(thread));
	}

	#close(): void {
		this.#seen.clear();
		this.#opened?.close();
		this.#opened = undefined;
	}

	/** Without a thread there is nothing to do: one that starts looks through everything. */
	#order(order: Order): void {
		clearTimeout(this.#resting);
		if (this.#asleep && !this.#closed) {
			this.#start();
		} else if (this.#thread) {
			this.#thread.postMessage(order);
			this.#ordered++;
		}
	}
}
