/**
 * The index as the server's thread drives it: orders to the thread that fills it, and what becomes of the index when
 * something goes wrong. Knows states; how threads and databases work is the host's to know.
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

/** What is in the index already can be asked at once. */
export function openDriver(host: DriverHost, onEvent: (event: IndexEvent) => void): IndexDriver {
	return new Driver(host, onEvent);
}

/** Times the index is made anew, or its thread started again, before something else must be wrong. */
const MOST_MENDINGS = 3;

/** Milliseconds without an order after which the thread is ended: to start one takes some 40, to keep it tens of megabytes. */
const IDLE_MS = 3000;

/** Milliseconds that an index which is there already leaves to the first answers before it looks what is new. */
const FIRST_ANSWERS_MS = 150;

/** Reports that count only if no newer order has been given. */
const ENDS: ReadonlySet<Report['kind']> = new Set(['read', 'complete']);

class Driver implements IndexDriver {
	readonly #host: DriverHost;
	readonly #onEvent: (event: IndexEvent) => void;
	#opened: OpenIndex | undefined;
	/** What the thread has seen in files and not indexed yet. */
	readonly #seen = new ProvisionalPapers();
	/** Undefined while there is none, or the present one is to end. */
	#thread: IndexThread | undefined;
	#ordered = 0;
	#mendings = 0;
	#restarting = false;
	/** There is no thread because nothing has happened; the next order starts one. */
	#asleep = false;
	#idle: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	/** A thread started anew is to be held as the one before it was. */
	#paused = false;
	#roots: readonly CorpusRoot[] | undefined;
	/** Texts of files that an editor has open: a thread started anew must hear of them again. */
	readonly #texts = new Map<string, string>();

	constructor(host: DriverHost, onEvent: (event: IndexEvent) => void) {
		this.#host = host;
		this.#onEvent = onEvent;
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
		this.#host.yieldToRequests();
	}

	rebuild(): void {
		this.#paused = false;
		this.#mendings = 0;
		void this.#restart(() => this.#delete());
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#idle);
		await this.#end();
		this.#close();
	}

	/** Opens what there is. What holds papers may be true already; else a thread starts that makes it so. */
	#begin(): void {
		const failure = this.#open();
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
			onEnd: (error) => this.#isCurrent(thread) && this.#revive(error ?? indexingMessages.threadEnded),
		});
		this.#thread = thread;
		for (const [uri, text] of this.#texts) {
			this.#order({ kind: 'textChanged', uri, text });
		}
		void (this.#roots && this.#order({ kind: 'look', roots: this.#roots }));
		if (this.#paused) {
			this.#order({ kind: 'pause' });
		}
	}

	#isCurrent(thread: IndexThread): boolean {
		return thread === this.#thread && !this.#closed;
	}

	#hear(message: ThreadMessage): void {
		if (message.kind === 'trouble') {
			this.#mend(message.failure);
		} else if (message.report.kind === 'ready') {
			this.#openIfReplaced();
		} else if (!ENDS.has(message.report.kind) || message.heard === this.#ordered) {
			this.#tell(message.report);
		}
	}

	/** What another server has made anew is not seen in what is open here. */
	#openIfReplaced(): void {
		if (this.#opened?.isReplaced()) {
			this.#opened.close();
			this.#opened = undefined;
		}
		const failure = this.#opened ? undefined : this.#open();
		void (failure && this.#mend(failure));
	}

	#tell(report: Report): void {
		keepProvisional(this.#seen, report, this.#opened?.corpus);
		if (report.kind === 'complete') {
			this.#paused = false;
			clearTimeout(this.#idle);
			// What the thread has in memory is of no use while nothing changes.
			this.#idle = setTimeout(() => {
				this.#asleep = true;
				void this.#end();
			}, IDLE_MS);
		}
		if (report.kind !== 'ready') {
			this.#onEvent(report.kind === 'seen' ? { kind: 'seen' } : report);
		}
	}

	#open(): IndexFailure | undefined {
		const index = this.#host.open((failure) => this.#mend(failure), this.#seen);
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
		this.#seen.clear();
		this.#opened?.close();
		this.#opened = undefined;
	}

	/** Without a thread there is nothing to do: one that starts looks through everything. */
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
