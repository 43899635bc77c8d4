/**
 * Keeps the index up to date with the corpus files: scans the files, reads those that are new or changed, removes
 * those that are gone. Works on one order after the other, and yields between batches to receive newer orders in
 * time. A file that is being written is postponed; the others do not wait for it.
 */

import { unreadable } from '../corpus/reading/corpusText.ts';
import { type CorpusRoot, matcherOfAll, type RootMatcher, statementsIn } from '../files/corpusRoots.ts';
import type { FileStat, Files } from '../files/files.ts';
import { filesBelow, missingPaths } from '../files/rootFiles.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { isBelow } from '../util/isBelow.ts';
import { BatchWriting, failureBehind } from './batches.ts';
import { FileUpdates, NOT_ON_DISK } from './fileUpdates.ts';
import { ProvisionalReading, type ProvisionalReadingOptions, type ProvisionalThread } from './provisionalReading.ts';

export interface IndexerOptions {
	readonly files: Files;
	readonly onProvisional: ProvisionalReadingOptions['onProvisional'];
	/** Reads large new files provisionally. If absent, they are read before they are indexed. */
	readonly provisionalThread?: ProvisionalThread | undefined;
	readonly writer: CorpusWriter;
	readonly onCommit: () => void;
	/** In bytes of corpus files. */
	readonly onProgress: (done: number, total: number) => void;
	/** All files are in the index, which may still be compacted. */
	readonly onRead: () => void;
	/** The work is finished. `unread` are files that cannot be read for now. */
	readonly onComplete: (tookMs: number, unread: readonly string[]) => void;
	/** Something went wrong. With a `failure` of the index itself, nothing more can be written and all work has ended. */
	readonly onFailure: (message: string, failure?: IndexFailure) => void;
}

/** Milliseconds between two checks of files that are being written. */
const UNSETTLED_RETRY_MS = 100;

export class Indexer {
	readonly #options: IndexerOptions;
	readonly #updates: FileUpdates;
	readonly #writing: BatchWriting;
	readonly #provisionalReading: ProvisionalReading;
	/** Matches files of the roots last scanned. Undefined until the first scan. */
	#matcher: RootMatcher | undefined;
	/** Orders not yet started: all roots, or these files. */
	#roots: readonly CorpusRoot[] | undefined;
	/** The roots of the latest scan. */
	#scanned: readonly CorpusRoot[] | undefined;
	#changed = new Set<string>();
	#working = false;
	#stopped = false;

	constructor(options: IndexerOptions) {
		this.#options = options;
		this.#writing = new BatchWriting(options.writer, options.onCommit);
		this.#updates = new FileUpdates({ ...options, writing: this.#writing });
		const turn = async (): Promise<boolean> => (await this.#writing.turn()) && !this.#isSuperseded;
		this.#provisionalReading = new ProvisionalReading({ ...options, thread: options.provisionalThread, turn });
	}

	scan(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		void this.#work();
	}

	/** These files or folders have changed. Ignored before the first scan, which will find them anyway. */
	filesChanged(uris: readonly string[]): void {
		if (!this.#matcher && !this.#roots) {
			return;
		}
		for (const uri of uris) {
			this.#changed.add(uri);
		}
		void this.#work();
	}

	textChanged(uri: string, text: string | undefined): void {
		if (text === undefined) {
			this.#updates.texts.delete(uri);
		} else {
			this.#updates.texts.set(uri, text);
		}
		this.filesChanged([uri]);
	}

	/** Pauses the running work. If there is none, reports completion again. Orders are accepted all the time. */
	pause(): void {
		if (this.#working) {
			this.#writing.hold();
		} else {
			void this.#work();
		}
	}

	resume(): void {
		this.#writing.release();
		void this.#work();
	}

	/** Stops after the running batch. After that the index is not touched. */
	stop(): void {
		this.#stopped = true;
		this.#writing.stop();
	}

	async #work(): Promise<void> {
		if (this.#working) {
			return;
		}
		this.#working = true;
		const began = performance.now();
		try {
			do {
				while (this.#isOrdered) {
					await this.#next();
				}
				await this.#writing.completeFirst();
				if (!this.#stopped) {
					this.#options.onRead();
					await this.#writing.compact(() => !this.#isOrdered);
				}
			} while (this.#isOrdered);
		} catch (error) {
			this.#fail(error);
		}
		this.#working = false;
		this.#writing.release();
		if (!this.#stopped) {
			this.#options.onComplete(performance.now() - began, this.#updates.unread);
		}
	}

	get #isOrdered(): boolean {
		const isLeft = this.#changed.size > 0 || this.#updates.unsettled.length > 0;
		return !this.#stopped && (this.#roots !== undefined || isLeft);
	}

	#next(): Promise<void> {
		if (this.#roots) {
			return this.#scanRoots(this.#roots);
		}
		return this.#changed.size > 0 ? this.#readChanged() : this.#retryUnsettled();
	}

	#fail(error: unknown): void {
		const failure = failureBehind(error);
		if (failure) {
			this.stop();
		}
		this.#options.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error), failure);
	}

	async #scanRoots(roots: readonly CorpusRoot[]): Promise<void> {
		this.#roots = undefined;
		this.#scanned = roots;
		const [reach] = roots.flatMap((root) => (root.reach ? [root.reach] : []));
		this.#options.files.limitLinks?.(reach ?? []);
		this.#matcher = matcherOfAll(roots, this.#options.files);
		const found = await filesBelow(this.#options.files, roots);
		const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
		await this.#writing.state(statementsIn(roots));
		this.#provisionalReading.forget();
		await this.#readProvisionally([...found.values()]);
		let done = 0;
		for (const stat of found.values()) {
			if (this.#changed.size > 0) {
				await this.#readChanged();
			}
			if (this.#isSuperseded) {
				return;
			}
			await this.#update(stat.uri, stat, (read) => this.#options.onProgress(done + read, total));
			done += stat.size;
			this.#options.onProgress(done, total);
		}
		const missing = await this.#reportMissing(roots, found);
		for (const uri of this.#options.writer.uris().filter((known) => !found.has(known) && !missing.has(known))) {
			await this.#update(uri, undefined);
		}
	}

	async #readProvisionally(found: readonly FileStat[]): Promise<void> {
		const { writer } = this.#options;
		const unknown = found.filter(({ uri }) => !this.#updates.texts.has(uri) && writer.fileState(uri) === undefined);
		await this.#provisionalReading.read(unknown);
	}

	/**
	 * Whether a newer order makes the running scan pointless. Another scan of the same roots follows it: where a client
	 * cannot watch files, one is ordered every few seconds.
	 */
	get #isSuperseded(): boolean {
		return this.#stopped || (this.#roots !== undefined && !areSame(this.#roots, this.#scanned));
	}

	/** Paths named in the settings where there is no file. Each gets an entry in the index with a message. */
	async #reportMissing(
		roots: readonly CorpusRoot[],
		found: ReadonlyMap<string, FileStat>,
	): Promise<ReadonlySet<string>> {
		const missing = missingPaths(roots, [...found.keys()]);
		for (const { uri, pattern } of missing) {
			const reason = corpusFileMessages.nothingAtPath(pattern);
			this.#readAgain(await this.#writing.replace({ uri, ...NOT_ON_DISK }, unreadable(reason)));
		}
		return new Set(missing.map(({ uri }) => uri));
	}

	async #readChanged(): Promise<void> {
		const uris = [...this.#changed];
		this.#changed = new Set();
		for (const uri of uris) {
			const stat = await this.#options.files.stat(uri);
			if (stat || this.#updates.texts.has(uri)) {
				await this.#readProvisionally(stat && this.#matcher?.takes(stat.uri) ? [stat] : []);
				await this.#update(uri, stat?.uri === uri ? stat : undefined);
			} else {
				await this.#readBelow(uri);
			}
		}
	}

	/** A folder that is created or deleted is reported as a single change. */
	async #readBelow(folder: string): Promise<void> {
		const { writer, files } = this.#options;
		const found = new Map<string, FileStat>();
		for await (const stat of files.walk(folder, (uri) => this.#matcher?.skips(uri) ?? true)) {
			if (this.#matcher?.takes(stat.uri)) {
				found.set(stat.uri, stat);
			}
		}
		await this.#readProvisionally([...found.values()]);
		const known = writer.uris().filter((uri) => isBelow(uri, folder));
		for (const uri of new Set([...found.keys(), ...known])) {
			await this.#update(uri, found.get(uri));
		}
	}

	/** Checks the files that were being written again, after a while. */
	async #retryUnsettled(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, UNSETTLED_RETRY_MS));
		for (const uri of this.#updates.unsettled) {
			await this.#update(uri, undefined);
		}
	}

	/** Brings the index up to date with one file. `stat` is its state just found by a scan. */
	async #update(uri: string, stat: FileStat | undefined, onRead?: (done: number) => void): Promise<void> {
		if (!this.#stopped) {
			const isTaken = this.#matcher?.takes(uri) ?? false;
			this.#readAgain(await this.#updates.update(uri, { stat, isTaken, onRead }));
		}
	}

	/** Queues files whose text has another meaning because another file has changed. */
	#readAgain(stale: readonly string[]): void {
		for (const uri of stale) {
			this.#changed.add(uri);
		}
	}
}

function areSame(one: readonly CorpusRoot[], other: readonly CorpusRoot[] | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
