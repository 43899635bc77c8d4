/** What the server reports on its own: that diagnostics are outdated, the progress of indexing, the number of papers. */

import type { Connection } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import type { IndexEvent } from '../indexing/indexDriver.ts';
import { safeLine } from '../messages/foreignText.ts';
import { serverMessages } from '../messages/server.ts';
import { type Offers, type StatusResponse, type StatusSummary, statusChangedNotification } from '../protocol.ts';
import { throttled } from '../util/throttled.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientSupport } from './clientSupport.ts';
import { IndexProgress } from './indexProgress.ts';
import { warn } from './warning.ts';

/** Minimum milliseconds between two messages to the client. Nobody can read a status that changes faster. */
const THROTTLE_MS = 200;

/** Actions that reports trigger elsewhere. */
export interface ReportActions {
	/** Makes the client update its problems and colours. */
	readonly refresh: () => void;
	/** Stops indexing, for a client's cancel button. */
	readonly stop: () => void;
}

export class Reports {
	readonly #connection: Connection;
	readonly #workspace: Workspace;
	readonly #refresh: () => void;
	readonly #shown: IndexProgress | undefined;
	#indexing = true;
	/** Whether indexing is stopped until the user continues it. */
	#stopped = false;
	/** Why nothing more is read until the index is rebuilt. */
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

	/** Whether there is work that could be continued. */
	get held(): boolean {
		return this.#stopped;
	}

	/** Whether only a rebuild can start the work again. */
	get failed(): boolean {
		return this.#failure !== undefined;
	}

	status(): StatusResponse {
		const { corpus, noteCount } = this.#workspace;
		return {
			...this.#state(),
			papers: corpus.paperCount,
			...provisionalIn(corpus),
			notes: noteCount,
			files: corpus.files().map(({ uri, format, papers, problems, note }) => ({
				uri,
				papers,
				problems,
				...(format === undefined ? {} : { format }),
				...(note === undefined ? {} : { note: safeLine(note) }),
			})),
			tookMs: this.#tookMs,
			...this.#offers(),
		};
	}

	#offers(): { readonly offers?: Offers } {
		const { pandocOffers } = this.#workspace;
		return pandocOffers.length > 0 ? { offers: { pandoc: pandocOffers } } : {};
	}

	/** While the workspace is incomplete, notes may still name further files, so indexing counts as in progress. */
	#state(): Pick<StatusResponse, 'indexing' | 'stopped' | 'failure'> {
		return this.#failure === undefined
			? { indexing: this.#indexing || !this.#workspace.complete, ...(this.#stopped ? { stopped: true } : {}) }
			: { indexing: false, failure: this.#failure };
	}

	/** Work has started. It will end with `complete`. */
	began(): void {
		this.#indexing = true;
		this.#shown?.began();
		this.#soon();
	}

	/** The work is stopped and stays unfinished until it is continued. */
	stopped(): void {
		this.#stopped = true;
		this.#shown?.end();
		this.#soon();
	}

	/** The stopped work continues. */
	continued(): void {
		this.#stopped = false;
		this.#failure = undefined;
		this.began();
	}

	/** Converts an event of the index to messages for the client. */
	heard(event: IndexEvent): void {
		switch (event.kind) {
			case 'opened':
				// Whatever the index holds, the thread is about to check whether the files have changed.
				this.#indexing = true;
				this.#failure = undefined;
				break;
			case 'progress':
				// Automatic retries are not shown as progress.
				this.#progress = this.#indexing && event.total > 0 ? event.done / event.total : undefined;
				if (this.#indexing && !this.#stopped) {
					this.#shown?.show(this.#progress ?? 0, this.#workspace.corpus.paperCount);
				}
				break;
			case 'read':
				// The remaining time of compaction is unknown.
				this.#progress = undefined;
				break;
			case 'complete':
				this.#ended();
				this.#tookMs = event.tookMs;
				break;
			case 'gaveUp':
				this.#ended();
				// The first line only, because the rest of an error may be its stack, which belongs in a log.
				this.#failure = event.message.split('\n', 1)[0];
				warn(this.#connection, serverMessages.said(event.message));
				break;
			case 'failed':
				warn(this.#connection, serverMessages.said(event.message));
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

	/** Corpus or settings have changed, so what the client shows may be outdated. */
	changed(): void {
		this.#soon();
	}

	#tellNow(): void {
		this.#workspace.settleSyntaxes();
		this.#connection.sendNotification(statusChangedNotification, this.#summary());
		this.#refresh();
	}

	#summary(): StatusSummary {
		const { corpus } = this.#workspace;
		return {
			...this.#state(),
			papers: corpus.paperCount,
			...provisionalIn(corpus),
			problems: corpus.files().reduce((sum, file) => sum + file.problems, 0),
			...(this.#progress === undefined ? {} : { progress: this.#progress }),
			...this.#offers(),
		};
	}
}

function provisionalIn({ provisionalCount }: Corpus): Pick<StatusSummary, 'seen'> {
	return provisionalCount > 0 ? { seen: provisionalCount } : {};
}
