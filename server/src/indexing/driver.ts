/**
 * Drives the index from the server's thread: sends orders to the thread that fills it, and recovers when something
 * goes wrong. Knows states only; the host knows how threads and databases work.
 */

import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import type { DriverHost, IndexThread, OpenIndex } from './driverHost.ts';
import type { IndexDriver, IndexEvent } from './indexDriver.ts';
import { keepProvisional } from './provisionalReports.ts';
import type { Order, Report, ThreadMessage } from './threadMessages.ts';

/** Opens the driver. What is already in the index can be asked for at once. */
export function openDriver(host: DriverHost, onEvent: (event: IndexEvent) => void): IndexDriver {
	return new Driver(host, onEvent);
}

/** How often the index is rebuilt or its thread restarted before we give up: something else must be wrong. */
const MAX_RECOVERIES = 3;

/** Milliseconds without an order before the thread ends: starting it takes some 40 ms, keeping it tens of megabytes. */
const IDLE_MS = 3000;

/** An existing index is left to the first answers for this many milliseconds before the files are checked for changes. */
const FIRST_ANSWERS_MS = 150;

/** Reports that count only if no newer order has been given. */
const FINAL_REPORTS: ReadonlySet<Report['kind']> = new Set(['read', 'complete']);

class Driver implements IndexDriver {
	readonly #host: DriverHost;
	readonly #onEvent: (event: IndexEvent) => void;
	#opened: OpenIndex | undefined;
	/** Papers that the thread has found in files and not indexed yet. */
	readonly #provisional = new ProvisionalPapers();
	/** Undefined if there is no thread, or if the current one is ending. */
	#thread: IndexThread | undefined;
	#ordered = 0;
	#recoveries = 0;
	#restarting = false;
	/** Set if there is no thread because nothing has changed. The next order starts one. */
	#asleep = false;
	#idle: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	/** Whether the work is paused: a restarted thread must be paused, too. */
	#paused = false;
	#roots: readonly CorpusRoot[] | undefined;
	/** Texts of files that are open in an editor. They are sent again to a restarted thread. */
	readonly #texts = new Map<string, string>();

	constructor(host: DriverHost, onEvent: (event: IndexEvent) => void) {
		this.#host = host;
		this.#onEvent = onEvent;
		this.#begin();
	}

	scan(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		void (this.#asleep ? this.#scanWithoutThread(roots) : this.#order({ kind: 'scan', roots }));
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
		this.#host.yieldToRequests();
	}

	rebuild(): void {
		this.#paused = false;
		this.#recoveries = 0;
		void this.#restart(() => this.#delete());
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#idle);
		await this.#end();
		this.#close();
	}

	/** Opens the existing index. If it has papers, it may be up to date; otherwise a thread is started to fill it. */
	#begin(): void {
		const failure = this.#open();
		if (failure && failure.kind !== 'busy') {
			this.#recover(failure);
		} else if (this.#opened === undefined || this.#opened.corpus.paperCount === 0) {
			this.#start();
		} else {
			this.#asleep = true;
			void (this.#roots && this.#scanWithoutThread(this.#roots));
		}
	}

	/** Usually nothing has changed: finding that out here saves the tens of megabytes that a thread leaves behind. */
	async #scanWithoutThread(roots: readonly CorpusRoot[]): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, FIRST_ANSWERS_MS));
		const began = performance.now();
		const found = await this.#host.scan(roots);
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
		this.#ordered = 0;
		const thread: IndexThread = this.#host.startThread({
			onMessage: (message) => this.#isCurrent(thread) && this.#hear(message),
			onEnd: (error) => this.#isCurrent(thread) && this.#restartThread(error ?? indexingMessages.threadEnded),
		});
		this.#thread = thread;
		for (const [uri, text] of this.#texts) {
			this.#order({ kind: 'textChanged', uri, text });
		}
		void (this.#roots && this.#order({ kind: 'scan', roots: this.#roots }));
		if (this.#paused) {
			this.#order({ kind: 'pause' });
		}
	}

	#isCurrent(thread: IndexThread): boolean {
		return thread === this.#thread && !this.#closed;
	}

	#hear(message: ThreadMessage): void {
		if (message.kind === 'trouble') {
			this.#recover(message.failure);
		} else if (message.report.kind === 'ready') {
			this.#openIfReplaced();
		} else if (!FINAL_REPORTS.has(message.report.kind) || message.heard === this.#ordered) {
			this.#tell(message.report);
		}
	}

	/** If another server has rebuilt the index, the one that is open here no longer gets its changes. */
	#openIfReplaced(): void {
		if (this.#opened?.isReplaced()) {
			this.#opened.close();
			this.#opened = undefined;
		}
		const failure = this.#opened ? undefined : this.#open();
		void (failure && this.#recover(failure));
	}

	#tell(report: Report): void {
		keepProvisional(this.#provisional, report, this.#opened?.corpus);
		if (report.kind === 'complete') {
			this.#paused = false;
			clearTimeout(this.#idle);
			// What the thread holds in memory is of no use while nothing changes.
			this.#idle = setTimeout(() => {
				this.#asleep = true;
				void this.#end();
			}, IDLE_MS);
		}
		if (report.kind !== 'ready') {
			this.#onEvent(report.kind === 'provisional' ? { kind: 'provisional' } : report);
		}
	}

	#open(): IndexFailure | undefined {
		const index = this.#host.open((failure) => this.#recover(failure), this.#provisional);
		if ('failure' in index) {
			return index.failure;
		}
		this.#opened = index;
		this.#onEvent({ kind: 'opened', corpus: index.corpus });
		return undefined;
	}

	/** Rebuilds an unreadable index, moves an unwritable one to memory, and stops for good after a refused statement. */
	#recover({ kind, message }: IndexFailure): void {
		if (kind === 'refused' || ++this.#recoveries > MAX_RECOVERIES) {
			this.#giveUp((kind === 'refused' ? indexingMessages.stoppedByError : indexingMessages.stopped)(message));
			return;
		}
		const isReadable = kind === 'unwritable' || kind === 'busy';
		void this.#restart(() => (isReadable ? this.#moveToMemory(message) : this.#deleteAndSay({ kind, message })));
	}

	#deleteAndSay({ kind, message }: IndexFailure): void {
		// Expected after an update, or of use only to developers: a line in the log if the connection allows it.
		this.#host.logRebuild(message);
		if (kind !== 'foreign') {
			this.#onEvent({ kind: 'failed', message: indexingMessages.damaged(this.#host.path) });
		}
		this.#delete();
	}

	#delete(): void {
		try {
			this.#host.remove();
		} catch (error) {
			this.#moveToMemory(error instanceof Error ? error.message : String(error));
		}
	}

	#moveToMemory(reason: string): void {
		const message = indexingMessages.notKept(this.#host.path, reason);
		this.#host.moveToMemory();
		this.#onEvent({ kind: 'failed', message });
	}

	/** Ends the thread and closes the index first: only then can the database be moved or deleted. */
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

	/** The thread ended by itself, most likely because one file does not fit into memory. */
	#restartThread(reason: string): void {
		this.#thread = undefined;
		if (++this.#recoveries > MAX_RECOVERIES) {
			this.#giveUp(indexingMessages.stoppedByError(reason));
		} else {
			this.#onEvent({ kind: 'failed', message: indexingMessages.restartedAfterError(reason) });
			this.#start();
		}
	}

	/** Stops for good: later orders do not start a thread. */
	#giveUp(message: string): void {
		this.#asleep = false;
		clearTimeout(this.#idle);
		this.#onEvent({ kind: 'gaveUp', message });
		void this.#end();
	}

	async #end(): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		await thread?.end();
	}

	#close(): void {
		this.#provisional.clear();
		this.#opened?.close();
		this.#opened = undefined;
	}

	/** Sends an order. If there is no thread, the order itself is not needed: a new thread scans everything. */
	#order(order: Order): void {
		clearTimeout(this.#idle);
		if (this.#asleep && !this.#closed) {
			this.#start();
		} else if (this.#thread) {
			this.#thread.post(order);
			this.#ordered++;
		}
	}
}
