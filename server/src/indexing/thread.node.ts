/** The thread that builds the index, so that answers never wait for it. */

// Must come before SQLite is loaded.
import './quietSqlite.node.ts';
import { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { readerVersion } from '../corpus/formats/readerVersions.ts';
import type { KeyMemory } from '../corpus/keyMemory.ts';
import { disk } from '../files/disk.node.ts';
import { type IndexFailure, indexFailureOf, refusal } from '../index/database/indexFailure.ts';
import { openWriter, type Preparation } from '../index/openIndex.ts';
import type { ProvisionalChunk } from '../index/provisional/provisionalChunk.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { throttled } from '../util/throttled.ts';
import { Indexer } from './indexer.ts';
import { openKeyMemory } from './keyMemory.node.ts';
import { inTurns, MEMORY_BATCH, type Turns } from './memoryTurns.node.ts';
import { deleteOldIndexes } from './oldIndexes.node.ts';
import { type Claims, yieldFor, yieldingDatabase } from './precedence.node.ts';
import { preparationThread } from './preparationThread.node.ts';
import { lowerPriority } from './priority.node.ts';
import { type NodeProvisionalThread, provisionalThread } from './provisionalThread.node.ts';
import { sealDatabase } from './seal.node.ts';
import type { Order, Report, ThreadMessage } from './threadMessages.ts';

/** Milliseconds between two reports of the same kind: the other thread is busy answering. */
const THROTTLE_MS = 50;

/** What the thread is started with. */
export interface ThreadData {
	readonly kind: 'index';
	/** The program of this thread and of those that it starts. */
	readonly program: string;
	/** What SQLite opens. */
	readonly location: string;
	/** The same for the memory of keys. */
	readonly keysLocation: string;
	readonly claims: Claims;
	/** Present if the index is in memory. */
	readonly turns: Turns | undefined;
}

/** Sent to the server's thread: another thread has papers for it. */
export interface PapersMessage {
	readonly kind: 'papers';
	readonly papers: MessagePort;
}

/** The main program of the thread. */
export function buildIndexInThread({ program, location, keysLocation, claims, turns }: ThreadData): void {
	const port = parentPort;
	if (!port) {
		throw new Error('The thread of the index was started as a program.');
	}
	// In memory answers wait for the running transaction: neither rest nor a lower priority may make it longer.
	const rest = turns ? () => {} : yieldFor(claims);
	if (!turns) {
		lowerPriority();
	}
	const preparation = turns ? undefined : preparationThread({ program, claims });
	const keyMemory = openKeyMemory(keysLocation);
	const opened = open(location, { rest, preparation, turns, keyMemory });
	if ('failure' in opened) {
		port.postMessage({ kind: 'trouble', failure: opened.failure } satisfies ThreadMessage);
		return;
	}
	const { db, writer } = opened;
	deleteOldIndexes(location);
	let heard = 0;
	const provisional = provisionalThread({
		program,
		claims,
		sendPapers: (papers) => port.postMessage({ kind: 'papers', papers } satisfies PapersMessage, [papers]),
	});
	const told = reports(port, { heard: () => heard, rest });
	const onRead = (): void => {
		preparation?.end();
		told.onRead();
	};
	const indexer = new Indexer({ files: disk, writer, provisionalThread: provisional, ...told, onRead });
	port.on('message', (order: Order) => {
		heard++;
		if (order.kind === 'close') {
			indexer.stop();
			if (order.sealMs > 0) {
				sealDatabase(db, location, order.sealMs);
			}
			db.close();
			keyMemory.close();
			process.exit();
		}
		obey(order, indexer, provisional);
	});
}

function obey(order: Order, indexer: Indexer, provisional: NodeProvisionalThread | undefined): void {
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
			provisional?.order('hold');
			break;
		case 'resume':
			indexer.resume();
			provisional?.order('release');
			break;
		default:
			break;
	}
}

interface OpenOptions {
	readonly rest: () => void;
	readonly preparation: Preparation | undefined;
	readonly turns: Turns | undefined;
	readonly keyMemory: KeyMemory;
}

type OpenedWriter = { readonly db: DatabaseSync; readonly writer: CorpusWriter } | { readonly failure: IndexFailure };

function open(location: string, { turns, ...options }: OpenOptions): OpenedWriter {
	let db: DatabaseSync | undefined;
	try {
		db = new DatabaseSync(location);
		const writer = turns
			? openWriter(inTurns(db, turns, false), { readerVersion, keyMemory: options.keyMemory, batch: MEMORY_BATCH })
			: openWriter(yieldingDatabase(db, options.rest), { ...options, readerVersion });
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
