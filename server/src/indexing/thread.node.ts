/** The thread that builds the index, so that answers never wait for it. */

// Must come before SQLite is loaded.
import './quietSqlite.node.ts';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readerVersion } from '../corpus/formats/readerVersions.ts';
import { disk } from '../files/disk.node.ts';
import { type IndexFailure, indexFailureOf, refusal } from '../index/database/indexFailure.ts';
import { openWriter } from '../index/openIndex.ts';
import type { ProvisionalChunk } from '../index/provisional/provisionalChunk.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { throttled } from '../util/throttled.ts';
import { Indexer } from './indexer.ts';
import { type Claims, yieldFor, yieldingDatabase } from './precedence.node.ts';
import { sealDatabase } from './seal.node.ts';
import type { Order, Report, ThreadMessage } from './threadMessages.ts';

/** Milliseconds between two reports of the same kind: the other thread is busy answering. */
const THROTTLE_MS = 50;

export interface ThreadData {
	/** What SQLite opens. */
	readonly location: string;
	readonly claims: Claims;
}

/** The main program of the thread. */
export function buildIndexInThread(): void {
	const port = parentPort;
	if (!port) {
		throw new Error('The thread of the index was started as a program.');
	}
	lowerPriority();
	const { location, claims } = workerData as ThreadData;
	const rest = yieldFor(claims);
	const opened = open(location, rest);
	if ('failure' in opened) {
		port.postMessage({ kind: 'trouble', failure: opened.failure } satisfies ThreadMessage);
		return;
	}
	const { db, writer } = opened;
	let heard = 0;
	const indexer = new Indexer({ files: disk, writer, ...reports(port, { heard: () => heard, rest }) });
	port.on('message', (order: Order) => {
		heard++;
		if (order.kind === 'close') {
			indexer.stop();
			if (order.sealMs > 0) {
				sealDatabase(db, location, order.sealMs);
			}
			db.close();
			process.exit();
		}
		obey(indexer, order);
	});
}

/**
 * With few processors, answering comes before this thread and before the engine's threads that collect garbage and
 * compile for it. Only Linux has priorities of threads; elsewhere we rely on the system.
 */
function lowerPriority(): void {
	if (process.platform === 'linux') {
		try {
			const thread = basename(readlinkSync('/proc/thread-self'));
			for (const helper of readdirSync(TASKS_FOLDER).filter(
				(task) => task === thread || nameOf(task) === ENGINE_THREAD_NAME,
			)) {
				setPriority(Number(helper), constants.priority.PRIORITY_BELOW_NORMAL);
			}
		} catch {
			// The lower priority is optional.
		}
	}
}

const TASKS_FOLDER = '/proc/self/task';
const ENGINE_THREAD_NAME = 'V8Worker';

function nameOf(task: string): string {
	return readFileSync(`${TASKS_FOLDER}/${task}/comm`, 'utf8').trim();
}

function obey(indexer: Indexer, order: Order): void {
	switch (order.kind) {
		case 'scan':
			indexer.scan(order.roots);
			break;
		case 'filesChanged':
			indexer.filesChanged(order.uris);
			break;
		case 'textChanged':
			indexer.textChanged(order.uri, order.text);
			break;
		case 'pause':
			indexer.pause();
			break;
		case 'resume':
			indexer.resume();
			break;
		default:
			break;
	}
}

type OpenedWriter = { readonly db: DatabaseSync; readonly writer: CorpusWriter } | { readonly failure: IndexFailure };

function open(location: string, rest: () => void): OpenedWriter {
	let db: DatabaseSync | undefined;
	try {
		db = new DatabaseSync(location);
		const writer = openWriter(yieldingDatabase(db, rest), { rest, readerVersion });
		if ('opened' in writer) {
			return { db, writer: writer.opened };
		}
		db.close();
		return writer;
	} catch (error) {
		db?.close();
		return { failure: indexFailureOf(error) ?? refusal(error) };
	}
}

/** Commits and progress come many times a second. Only one report in a while is sent, and the last one always. */
function reports(port: MessagePort, { heard, rest }: { readonly heard: () => number; readonly rest: () => void }) {
	const say = (message: ThreadMessage): void => port.postMessage(message);
	const report = (message: Report): void => say({ kind: 'report', report: message, heard: heard() });
	let progress: Report | undefined;
	const tellProgress = throttled(THROTTLE_MS, () => progress && report(progress));
	report({ kind: 'ready' });
	return {
		onProvisional: (chunk: ProvisionalChunk | undefined): void => {
			rest();
			report({ kind: 'provisional', chunk });
		},
		onCommit: throttled(THROTTLE_MS, () => report({ kind: 'committed' })),
		onProgress: (done: number, total: number): void => {
			progress = { kind: 'progress', done, total };
			tellProgress();
		},
		onRead: (): void => report({ kind: 'read' }),
		onComplete: (tookMs: number, unread: readonly string[]): void => {
			progress = undefined;
			report({ kind: 'complete', tookMs, unread });
		},
		onFailure: (message: string, failure?: IndexFailure): void =>
			failure ? say({ kind: 'trouble', failure }) : report({ kind: 'failed', message }),
	};
}
