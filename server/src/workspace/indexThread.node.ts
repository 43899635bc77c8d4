/** The thread that builds the index, so that answers never wait for it. */

import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { openWriter } from '../corpus/openIndex.ts';
import type { CorpusWriter } from '../corpus/store/corpusWriter.ts';
import { nodeFiles } from './files.node.ts';
import { Indexer } from './indexer.ts';
import type { Order, Report } from './indexMessages.ts';

/** Milliseconds between two reports of the same kind: the other thread has answers to give. */
const QUIET = 50;

export interface ThreadData {
	/** What SQLite is to open. */
	readonly location: string;
	/** The index is forgotten before it is opened. */
	readonly anew: boolean;
}

/** What the thread does when it is started. */
export function buildIndexInThread(): void {
	const port = parentPort;
	if (!port) {
		throw new Error('The thread of the index was started as a program.');
	}
	const report = (message: Report): void => port.postMessage(message);
	const { location, anew } = workerData as ThreadData;
	const waiting: Order[] = [];
	let indexer: Indexer | undefined;

	const begin = (writer: CorpusWriter): void => {
		report({ kind: 'ready' });
		indexer = new Indexer({ files: nodeFiles, writer, ...reports(report) });
		for (const order of waiting.splice(0)) {
			obey(indexer, order);
		}
	};
	port.on('message', (order: Order) => {
		if (order.kind === 'close') {
			indexer?.stop();
			port.close();
		} else if (order.kind === 'released') {
			openAnew(location, begin, report);
		} else if (indexer) {
			obey(indexer, order);
		} else {
			waiting.push(order);
		}
	});

	const opened = anew ? undefined : open(location);
	if (opened) {
		begin(opened);
	} else {
		report({ kind: 'release' });
	}
}

function obey(indexer: Indexer, order: Order): void {
	switch (order.kind) {
		case 'look':
			indexer.look(order.roots);
			break;
		case 'filesChanged':
			indexer.filesChanged(order.uris);
			break;
		case 'textChanged':
			indexer.textChanged(order.uri, order.text);
			break;
		default:
			break;
	}
}

/** Undefined when what is there is no index of this version, or is damaged. */
function open(location: string): CorpusWriter | undefined {
	try {
		const db = new DatabaseSync(location);
		const writer = openWriter(db);
		if ('opened' in writer) {
			return writer.opened;
		}
		db.close();
	} catch {
		// A file that SQLite does not open at all is made anew as well.
	}
	return undefined;
}

function openAnew(location: string, begin: (writer: CorpusWriter) => void, report: (message: Report) => void): void {
	for (const suffix of ['', '-wal', '-shm']) {
		rmSync(location + suffix, { force: true });
	}
	const opened = open(location);
	if (opened) {
		begin(opened);
	} else {
		report({ kind: 'failed', message: `The index cannot be kept at ${location}.` });
	}
}

/** Commits and progress come many times a second; one in a while is enough for whoever looks. */
function reports(report: (message: Report) => void) {
	let committed = 0;
	let progressed = 0;
	return {
		onCommit: (): void => {
			if (performance.now() - committed > QUIET) {
				committed = performance.now();
				report({ kind: 'committed' });
			}
		},
		onProgress: (done: number, total: number): void => {
			if (performance.now() - progressed > QUIET) {
				progressed = performance.now();
				report({ kind: 'progress', done, total });
			}
		},
		onComplete: (tookMs: number): void => report({ kind: 'complete', tookMs }),
		onFailure: (message: string): void => report({ kind: 'failed', message }),
	};
}
