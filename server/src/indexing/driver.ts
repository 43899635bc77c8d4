/**
 * Drives the index from the server's thread: sends orders to the thread that fills it, and recovers when something
 * goes wrong. Knows states only; the host knows how threads and databases work.
 */

import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import type { KeyMemory } from '../corpus/keyMemory.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import type { DriverHost, IndexThread } from './driverHost.ts';
import type { IndexDriver, IndexEvent } from './indexDriver.ts';
import { keepProvisional } from './provisionalReports.ts';
import { ReadIndex } from './readIndex.ts';
import { StandingOrders } from './standingOrders.ts';
import { changeStorage, deleteIndex } from './storageChanges.ts';
import type { Order, Report, ThreadMessage } from './threadMessages.ts';

/** Opens the driver. What is already in the index can be asked for at once. */
export function openDriver(host: DriverHost, onEvent: (event: IndexEvent) => void): IndexDriver {
	return new Driver(host, onEvent);
}

/** How often the index is rebuilt or its thread restarted before we give up: something else must be wrong. */
const MAX_RECOVERIES = 3;

/** Milliseconds without an order before the thread ends: starting it takes some 40 ms, keeping it tens of megabytes. */
const IDLE_MS = 3000;

/**
 * Milliseconds for writing checksums of the index when its thread ends: of any index while nothing happens, of one of
 * some hundred megabytes when the editor is closed.
 */
const IDLE_SEAL_MS = 60_000;
const CLOSING_SEAL_MS = 500;

/** Reports that count only if no newer order has been given. */
const FINAL_REPORTS: ReadonlySet<Report['kind']> = new Set(['read', 'complete']);

class Driver implements IndexDriver {
	readonly #host: DriverHost;
	readonly #onEvent: (event: IndexEvent) => void;
	/** Papers that the thread has found in files and not indexed yet. */
	readonly #provisional = new ProvisionalPapers();
	readonly #index: ReadIndex;
	/** Undefined if there is no thread, or if the current one is ending. */
	#thread: IndexThread | undefined;
	#ordered = 0;
	#recoveries = 0;
	#restarting = false;
	/** Set if there is no thread because nothing has changed. The next order starts one. */
	#asleep = false;
	/** Set while an existing index is being checked: a thread may write to it only afterwards. */
	#checking = false;
	/** Set if an order has come meanwhile. */
	#wanted = false;
	#idle: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	readonly #standing = new StandingOrders();

	readonly #tellFailure = (message: string): void => this.#onEvent({ kind: 'failed', message });

	constructor(host: DriverHost, onEvent: (event: IndexEvent) => void) {
		this.#host = host;
		this.#onEvent = onEvent;
		this.#index = new ReadIndex(host, this.#provisional, {
			onOpen: (corpus) => onEvent({ kind: 'opened', corpus }),
			onFailure: (failure) => this.#recover(failure),
		});
		this.#begin();
	}

	get keyMemory(): KeyMemory {
		return this.#host.keyMemory;
	}

	scan(roots: readonly CorpusRoot[]): void {
		this.#standing.roots = roots;
		void (this.#asleep ? this.#scanWithoutThread(roots) : this.#order({ kind: 'scan', roots }));
	}

	filesChanged(uris: readonly string[]): void {
		this.#order({ kind: 'filesChanged', uris });
	}

	textChanged(uri: string, text: string | undefined): void {
		this.#standing.setText(uri, text);
		this.#order({ kind: 'textChanged', uri, text });
	}

	pause(): void {
		if (!this.#asleep) {
			this.#standing.isPaused = true;
			this.#order({ kind: 'pause' });
		}
	}

	resume(): void {
		if (this.#standing.isPaused) {
			this.#standing.isPaused = false;
			this.#order({ kind: 'resume' });
		}
	}

	yieldToRequests(): void {
		this.#host.yieldToRequests();
	}

	catchUp(): void {
		if (this.#index.isReplaced && !this.#restarting && !this.#closed) {
			clearTimeout(this.#idle);
			void this.#end();
			this.#close();
			this.#onEvent({ kind: 'opened', corpus: emptyCorpus });
			this.#begin();
		}
	}

	rebuild(): void {
		this.#standing.isPaused = false;
		this.#recoveries = 0;
		void this.#restart(() => deleteIndex(this.#host, this.#tellFailure));
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#idle);
		await this.#end(CLOSING_SEAL_MS);
		this.#close();
		this.#host.keyMemory.close();
	}

	/** Opens the existing index. If it is filled, it may be up to date; otherwise a thread is started to fill it. */
	#begin(): void {
		const failure = this.#index.open();
		if (failure && failure.kind !== 'busy') {
			this.#recover(failure);
		} else if (!this.#index.isFilled) {
			this.#start();
		} else {
			this.#asleep = true;
			this.#checking = true;
			this.#wanted = false;
			const { roots } = this.#standing;
			void (roots && this.#scanWithoutThread(roots));
		}
	}

	/** Usually nothing has changed: finding that out here saves the tens of megabytes that a thread leaves behind. */
	async #scanWithoutThread(roots: readonly CorpusRoot[]): Promise<void> {
		await this.#host.firstAnswers();
		const began = performance.now();
		const { opening } = this.#index;
		const [found, damage] = await Promise.all([this.#host.scan(roots), this.#index.damage()]);
		if (this.#standing.roots !== roots || this.#index.opening !== opening || !this.#asleep || this.#closed) {
			return;
		}
		this.#checking = false;
		if (damage) {
			this.#recover(damage);
		} else if (!this.#wanted && found && this.#index.holdsJust(found, roots)) {
			this.#tell({ kind: 'read' });
			this.#tell({ kind: 'complete', tookMs: performance.now() - began, unread: [] });
		} else {
			this.#start();
		}
	}

	#start(): void {
		this.#asleep = false;
		this.#checking = false;
		this.#ordered = 0;
		const thread: IndexThread = this.#host.startThread({
			onMessage: (message) => this.#isCurrent(thread) && this.#hear(message),
			onEnd: (error) => this.#isCurrent(thread) && this.#restartThread(error ?? indexingMessages.threadEnded),
		});
		this.#thread = thread;
		for (const order of this.#standing.all()) {
			this.#order(order);
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
		if (this.#index.isReplaced) {
			this.#index.close();
		}
		const failure = this.#index.open();
		void (failure && this.#recover(failure));
	}

	#tell(report: Report): void {
		keepProvisional(this.#provisional, report, this.#index.corpus);
		if (report.kind === 'complete') {
			this.#standing.isPaused = false;
			clearTimeout(this.#idle);
			// What the thread holds in memory is of no use while nothing changes.
			this.#idle = setTimeout(() => {
				this.#asleep = true;
				void this.#end(IDLE_SEAL_MS);
			}, IDLE_MS);
		}
		if (report.kind !== 'ready') {
			this.#onEvent(report.kind === 'provisional' ? { kind: 'provisional' } : report);
		}
	}

	/** Rebuilds an unreadable index, moves an unwritable one to memory, and stops for good after a refused statement. */
	#recover(failure: IndexFailure): void {
		const { kind, message } = failure;
		if (kind === 'refused' || ++this.#recoveries > MAX_RECOVERIES) {
			this.#giveUp((kind === 'refused' ? indexingMessages.stoppedByError : indexingMessages.stopped)(message));
			return;
		}
		void this.#restart(() => changeStorage(this.#host, failure, this.#tellFailure));
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

	async #end(sealMs = 0): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		await thread?.end(sealMs);
	}

	#close(): void {
		this.#provisional.clear();
		this.#index.close();
	}

	/** Sends an order. If there is no thread, the order itself is not needed: a new thread scans everything. */
	#order(order: Order): void {
		clearTimeout(this.#idle);
		if (this.#asleep && this.#checking) {
			this.#wanted = true;
		} else if (this.#asleep && !this.#closed) {
			this.#start();
		} else if (this.#thread) {
			this.#thread.post(order);
			this.#ordered++;
		}
	}
}
