/** Indexing shown as the protocol's own progress, with its cancel button, for clients that support it. */

import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { serverMessages } from '../messages/server.ts';
import { ignoreRefusal } from './clientAnswers.ts';

/** Milliseconds before progress is shown. Shorter work would only flicker. */
const SHOW_AFTER_MS = 500;

export class IndexProgress {
	readonly #connection: Connection;
	readonly #onCancel: () => void;
	#began = performance.now();
	#reporter: Promise<WorkDoneProgressServerReporter> | undefined;

	/** `onCancel` is called when the user cancels. */
	constructor(connection: Connection, onCancel: () => void) {
		this.#connection = connection;
		this.#onCancel = onCancel;
	}

	began(): void {
		this.#began = performance.now();
	}

	/** `share`: how much of the work is done, 0 to 1. `papers`: number of papers in the index. */
	show(share: number, papers: number): void {
		if (performance.now() - this.#began < SHOW_AFTER_MS) {
			return;
		}
		this.#reporter ??= this.#begun();
		const count = serverMessages.indexed(papers);
		this.#reporter.then((reporter) => reporter.report(Math.floor(share * 100), count), ignoreRefusal);
	}

	end(): void {
		this.#reporter?.then((reporter) => reporter.done(), ignoreRefusal);
		this.#reporter = undefined;
	}

	async #begun(): Promise<WorkDoneProgressServerReporter> {
		const reporter = await this.#connection.window.createWorkDoneProgress();
		reporter.begin(serverMessages.indexing, 0, undefined, true);
		reporter.token.onCancellationRequested(this.#onCancel);
		return reporter;
	}
}
