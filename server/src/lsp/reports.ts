/** What the server says unasked: that diagnostics are stale, how far indexing is, how many papers there are. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import type { IndexEvent } from '../indexing/indexDriver.ts';
import { serverMessages } from '../messages/server.ts';
import { type Offers, type StatusResponse, type StatusSummary, statusChangedNotification } from '../protocol.ts';
import { throttled } from '../util/throttled.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientSupport } from './clientSupport.ts';
import { IndexProgress } from './indexProgress.ts';

/** Milliseconds between two messages to the client: a status that changes faster is not read. */
const THROTTLE_MS = 200;

/** What reports set off elsewhere. */
export interface ReportActions {
	/** Has the client show problems and colours anew. */
	readonly refresh: () => void;
	/** Stops indexing, as a client's cancel button asks. */
	readonly stop: () => void;
}

export class Reports {
	readonly #connection: Connection;
	readonly #workspace: Workspace;
	readonly #refresh: () => void;
	readonly #shown: IndexProgress | undefined;
	#indexing = true;
	/** Indexing is held until someone says go on. */
	#stopped = false;
	/** Why nothing is read any more until a rebuild. */
	#failure: string | undefined;
	#tookMs = 0;
	#progress: number | undefined;
	readonly #soon = throttled(THROTTLE_MS, () => this.#tellNow());

	constructor(
		{ connection, workspace, client }: { connection: Connection; workspace: Workspace; client: ClientSupport },
		{ refresh, stop }: ReportActions,
	) {
		this.#connection = connection;
		this.#workspace = workspace;
		this.#refresh = refresh;
		this.#shown = client.progress ? new IndexProgress(connection, stop) : undefined;
	}

	/** Whether there is work that could be stopped. */
	get working(): boolean {
		return this.#indexing && !this.#stopped && !this.failed;
	}

	/** Whether there is work that could go on. */
	get held(): boolean {
		return this.#stopped;
	}

	/** Whether only a rebuild begins the work again. */
	get failed(): boolean {
		return this.#failure !== undefined;
	}

	status(): StatusResponse {
		const { corpus, noteCount } = this.#workspace;
		return {
			...this.#state(),
			papers: corpus.paperCount,
			...seenIn(corpus),
			notes: noteCount,
			files: corpus.files().map(({ uri, format, papers, problems, note }) => ({
				uri,
				papers,
				problems,
				...(format === undefined ? {} : { format }),
				...(note === undefined ? {} : { note }),
			})),
			tookMs: this.#tookMs,
			...this.#offers(),
		};
	}

	#offers(): { readonly offers?: Offers } {
		const { pandocOffers } = this.#workspace;
		return pandocOffers.length > 0 ? { offers: { pandoc: pandocOffers } } : {};
	}

	/** Until the workspace is complete, notes may still name further files. */
	#state(): Pick<StatusResponse, 'indexing' | 'stopped' | 'failure'> {
		return this.#failure === undefined
			? { indexing: this.#indexing || !this.#workspace.complete, ...(this.#stopped ? { stopped: true } : {}) }
			: { indexing: false, failure: this.#failure };
	}

	/** Work has begun that will end with `complete`. */
	began(): void {
		this.#indexing = true;
		this.#shown?.began();
		this.#soon();
	}

	/** The work is held, and stays unfinished until it is told to go on. */
	stopped(): void {
		this.#stopped = true;
		this.#shown?.end();
		this.#soon();
	}

	/** What was held goes on. */
	continued(): void {
		this.#stopped = false;
		this.#failure = undefined;
		this.began();
	}

	/** What the index reports, turned into what the client is told. */
	heard(event: IndexEvent): void {
		switch (event.kind) {
			case 'opened':
				// Whatever it holds, the thread is about to look whether the files have changed.
				this.#indexing = true;
				this.#failure = undefined;
				break;
			case 'progress':
				// What is tried again now and then, unasked, is not shown.
				this.#progress = this.#indexing && event.total > 0 ? event.done / event.total : undefined;
				if (this.#indexing && !this.#stopped) {
					this.#shown?.show(this.#progress ?? 0, this.#workspace.corpus.paperCount);
				}
				break;
			case 'read':
				// How much is left to be laid down anew nobody knows.
				this.#progress = undefined;
				break;
			case 'complete':
				this.#ended();
				this.#tookMs = event.tookMs;
				break;
			case 'gaveUp':
				this.#ended();
				// Of an error, a log may have the stack.
				this.#failure = event.message.split('\n', 1)[0];
				this.#warn(serverMessages.said(event.message));
				break;
			case 'failed':
				this.#warn(serverMessages.said(event.message));
				break;
			default:
				break;
		}
		this.#soon();
	}

	#ended(): void {
		this.#indexing = false;
		this.#stopped = false;
		this.#progress = undefined;
		this.#shown?.end();
	}

	/** Corpus or settings have changed: what the client shows may be stale. */
	changed(): void {
		this.#soon();
	}

	#tellNow(): void {
		this.#workspace.settleSyntaxes();
		this.#connection.sendNotification(statusChangedNotification, this.#summary());
		this.#refresh();
	}

	/** A notification: what the connection has for it is a request, which a client may refuse. */
	#warn(message: string): void {
		void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
	}

	#summary(): StatusSummary {
		const { corpus } = this.#workspace;
		return {
			...this.#state(),
			papers: corpus.paperCount,
			...seenIn(corpus),
			problems: corpus.files().reduce((sum, file) => sum + file.problems, 0),
			...(this.#progress === undefined ? {} : { progress: this.#progress }),
			...this.#offers(),
		};
	}
}

function seenIn({ seenCount }: Corpus): Pick<StatusSummary, 'seen'> {
	return seenCount > 0 ? { seen: seenCount } : {};
}
