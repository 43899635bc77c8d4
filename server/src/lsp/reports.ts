/** What the server says unasked: that diagnostics are stale, how far indexing is, how many papers there are. */

import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { type StatusResponse, type StatusSummary, statusChangedNotification } from '../protocol.ts';
import { gathered } from '../util/gathered.ts';
import type { IndexEvent } from '../workspace/corpusIndex.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientSupport } from './clientSupport.ts';

/** Milliseconds between two messages to the client: a status that changes faster is not read. */
const QUIET = 200;

/** Milliseconds that indexing may take before it shows: a flash of progress is noise. */
const PATIENCE = 500;

export class Reports {
	readonly #connection: Connection;
	readonly #workspace: Workspace;
	readonly #client: ClientSupport;
	/** Called to send diagnostics to clients that do not ask for them. */
	readonly #publish: () => void;
	#indexing = true;
	#tookMs = 0;
	#progress: number | undefined;
	readonly #soon = gathered(QUIET, () => this.#tellNow());
	#began = performance.now();
	#reporter: Promise<WorkDoneProgressServerReporter> | undefined;

	constructor(
		{ connection, workspace, client }: { connection: Connection; workspace: Workspace; client: ClientSupport },
		publish: () => void,
	) {
		this.#connection = connection;
		this.#workspace = workspace;
		this.#client = client;
		this.#publish = publish;
	}

	status(): StatusResponse {
		const { corpus, noteCount } = this.#workspace;
		return {
			indexing: this.#isIndexing,
			papers: corpus.paperCount,
			notes: noteCount,
			files: corpus.files().map(({ uri, format, papers, problems, note }) => ({
				uri,
				papers,
				problems,
				...(format === undefined ? {} : { format }),
				...(note === undefined ? {} : { note }),
			})),
			tookMs: this.#tookMs,
		};
	}

	/** Until the workspace is complete, notes may still name further files. */
	get #isIndexing(): boolean {
		return this.#indexing || !this.#workspace.complete;
	}

	/** Work has begun that will end with `complete`. */
	began(): void {
		this.#indexing = true;
		this.#began = performance.now();
		this.#soon();
	}

	/** What the index reports, turned into what the client is told. */
	heard(event: IndexEvent): void {
		switch (event.kind) {
			case 'opened':
				// Whatever it holds, the thread is about to look whether the files have changed.
				this.#indexing = true;
				break;
			case 'progress':
				this.#progress = event.total > 0 ? event.done / event.total : undefined;
				this.#showProgress();
				break;
			case 'complete':
				this.#indexing = false;
				this.#tookMs = event.tookMs;
				this.#progress = undefined;
				this.#endProgress();
				break;
			case 'failed':
				this.#connection.window.showWarningMessage(`Paper Notes: ${event.message}`);
				break;
			default:
				break;
		}
		this.#soon();
	}

	/** Corpus or settings have changed: what the client shows may be stale. */
	changed(): void {
		this.#soon();
	}

	#tellNow(): void {
		this.#connection.sendNotification(statusChangedNotification, this.#summary());
		if (this.#client.diagnosticRefresh) {
			this.#connection.languages.diagnostics.refresh().catch(ignore);
		} else if (!this.#client.pullDiagnostics) {
			this.#publish();
		}
		if (this.#client.tokenRefresh) {
			this.#connection.languages.semanticTokens.refresh();
		}
	}

	#summary(): StatusSummary {
		const { corpus } = this.#workspace;
		return {
			indexing: this.#isIndexing,
			papers: corpus.paperCount,
			problems: corpus.files().reduce((sum, file) => sum + file.problems, 0),
			...(this.#progress === undefined ? {} : { progress: this.#progress }),
		};
	}

	#showProgress(): void {
		if (!this.#client.progress || performance.now() - this.#began < PATIENCE) {
			return;
		}
		if (!this.#reporter) {
			this.#reporter = this.#connection.window.createWorkDoneProgress();
			this.#reporter.then((reporter) => reporter.begin('Indexing papers', 0), ignore);
		}
		const percent = Math.floor((this.#progress ?? 0) * 100);
		const count = `${this.#workspace.corpus.paperCount.toLocaleString('en')} papers`;
		this.#reporter.then((reporter) => reporter.report(percent, count), ignore);
	}

	#endProgress(): void {
		this.#reporter?.then((reporter) => reporter.done(), ignore);
		this.#reporter = undefined;
	}
}

/** A client that has gone, or does not know the message, is no reason to stop. */
function ignore(): void {}
