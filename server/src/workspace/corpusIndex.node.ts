/** The index as the server's thread drives it: orders to the thread that writes, a connection of its own to read. */

import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import { openReader } from '../corpus/openIndex.ts';
import type { CorpusIndex, IndexOptions } from './corpusIndex.ts';
import type { CorpusRoot } from './corpusRoots.ts';
import type { Order, Report } from './indexMessages.ts';
import type { ThreadData } from './indexThread.node.ts';

/** `program` runs again as the index's thread. What is on disk already can be asked at once. */
export function openThreadedIndex(program: string, options: IndexOptions): CorpusIndex {
	return new ThreadedIndex(program, options);
}

/** Databases in memory have names, so that both threads open the same one. */
let memories = 0;

class ThreadedIndex implements CorpusIndex {
	readonly #program: string;
	readonly #onEvent: IndexOptions['onEvent'];
	readonly #location: string;
	#db: DatabaseSync | undefined;
	#worker: Worker;
	#roots: readonly CorpusRoot[] = [];
	/** Texts of files that an editor has open: a thread started anew must hear of them again. */
	readonly #texts = new Map<string, string>();

	constructor(program: string, { path, onEvent }: IndexOptions) {
		this.#program = program;
		this.#onEvent = onEvent;
		this.#location = path ?? `file:/paper-notes-${process.pid}-${memories++}?vfs=memdb`;
		this.#open();
		this.#worker = this.#start(false);
	}

	look(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		this.#order({ kind: 'look', roots });
	}

	filesChanged(uris: readonly string[]): void {
		this.#order({ kind: 'filesChanged', uris });
	}

	textChanged(uri: string, text: string | undefined): void {
		if (text === undefined) {
			this.#texts.delete(uri);
		} else {
			this.#texts.set(uri, text);
		}
		this.#order({ kind: 'textChanged', uri, text });
	}

	rebuild(): void {
		this.#order({ kind: 'close' });
		this.#worker.removeAllListeners();
		this.#worker.once('exit', () => {
			this.#worker = this.#start(true);
			this.#orderAll();
		});
	}

	async close(): Promise<void> {
		const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
		this.#order({ kind: 'close' });
		await ended;
		this.#close();
	}

	#start(anew: boolean): Worker {
		const workerData: ThreadData = { location: this.#location, anew };
		const worker = new Worker(this.#program, { workerData });
		worker.on('message', (report: Report) => this.#hear(report));
		worker.on('error', (error) => this.#onEvent({ kind: 'failed', message: `Indexing has stopped: ${error.message}` }));
		return worker;
	}

	#hear(report: Report): void {
		switch (report.kind) {
			case 'ready':
				if (!this.#db) {
					this.#open();
				}
				break;
			case 'release':
				this.#close();
				this.#onEvent({ kind: 'opened', corpus: emptyCorpus });
				this.#order({ kind: 'released' });
				break;
			default:
				this.#onEvent(report);
		}
	}

	/** Without effect where there is no index to read yet: the thread makes one and says so. */
	#open(): void {
		try {
			const db = new DatabaseSync(this.#location);
			const reader = openReader(db, () => this.rebuild());
			if ('opened' in reader) {
				this.#db = db;
				this.#onEvent({ kind: 'opened', corpus: reader.opened });
			} else {
				db.close();
			}
		} catch {
			// What SQLite does not open, the thread replaces.
		}
	}

	#close(): void {
		this.#db?.close();
		this.#db = undefined;
	}

	#order(order: Order): void {
		this.#worker.postMessage(order);
	}

	#orderAll(): void {
		for (const [uri, text] of this.#texts) {
			this.#order({ kind: 'textChanged', uri, text });
		}
		this.#order({ kind: 'look', roots: this.#roots });
	}
}
