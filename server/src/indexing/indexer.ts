/**
 * Keeps the index true to the corpus files: looks what there is, reads what is new or changed, drops what has gone.
 * Works one order after the other and gives way between batches, so that newer orders are heard in time. A file that is
 * being written is put off until it holds still; the others do not wait for it.
 */

import { unreadable } from '../corpus/reading/corpusText.ts';
import { type CorpusRoot, matcherOfAll, type RootMatcher } from '../files/corpusRoots.ts';
import type { FileStat, Files } from '../files/files.ts';
import { filesBelow, missingPaths } from '../files/rootFiles.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { isBelow } from '../util/isBelow.ts';
import { BatchWriting, failureBehind } from './batches.ts';
import { FileUpdates, NOWHERE } from './fileUpdates.ts';
import { ProvisionalReading, type ProvisionalReadingOptions } from './provisionalReading.ts';

export interface IndexerOptions {
	readonly files: Files;
	readonly onSeen: ProvisionalReadingOptions['onSeen'];
	readonly writer: CorpusWriter;
	readonly onCommit: () => void;
	/** In bytes of corpus files. */
	readonly onProgress: (done: number, total: number) => void;
	/** All files are in the index, which may still be laid down anew. */
	readonly onRead: () => void;
	/** Nothing is left to do; `unread` are files that cannot be read for now. */
	readonly onComplete: (tookMs: number, unread: readonly string[]) => void;
	/** Something went wrong. With a `failure` of the index itself, nothing more can be written and all work has ended. */
	readonly onFailure: (message: string, failure?: IndexFailure) => void;
}

/** Milliseconds between two looks at files that are being written. */
const PAUSE_MS = 100;

export class Indexer {
	readonly #options: IndexerOptions;
	readonly #updates: FileUpdates;
	readonly #writing: BatchWriting;
	readonly #provisionalReading: ProvisionalReading;
	/** Of the roots last looked through; undefined until the first look. */
	#matcher: RootMatcher | undefined;
	/** Orders not yet begun: all roots, or these files. */
	#roots: readonly CorpusRoot[] | undefined;
	#changed = new Set<string>();
	#working = false;
	#stopped = false;

	constructor(options: IndexerOptions) {
		this.#options = options;
		this.#writing = new BatchWriting(options.writer, options.onCommit);
		this.#updates = new FileUpdates({ ...options, writing: this.#writing });
		const turn = async (): Promise<boolean> => (await this.#writing.turn()) && !this.#isSuperseded;
		this.#provisionalReading = new ProvisionalReading({ ...options, turn });
	}

	look(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		void this.#work();
	}

	/** Files or folders. Before the first look there is nothing to do: it will see them. */
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

	/** Holds the running work; with none, says so by completing again. Orders are taken all the while. */
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

	/** Ends after the running batch; from then on the index is not touched. */
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
			return this.#lookThrough(this.#roots);
		}
		return this.#changed.size > 0 ? this.#readChanged() : this.#lookAgain();
	}

	#fail(error: unknown): void {
		const failure = failureBehind(error);
		if (failure) {
			this.stop();
		}
		this.#options.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error), failure);
	}

	async #lookThrough(roots: readonly CorpusRoot[]): Promise<void> {
		this.#roots = undefined;
		this.#matcher = matcherOfAll(roots, this.#options.files);
		const found = await filesBelow(this.#options.files, roots);
		const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
		this.#provisionalReading.forget();
		await this.#lookAhead([...found.values()]);
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

	async #lookAhead(found: readonly FileStat[]): Promise<void> {
		const { writer } = this.#options;
		const unknown = found.filter(({ uri }) => !this.#updates.texts.has(uri) && writer.fileState(uri) === undefined);
		await this.#provisionalReading.lookAt(unknown);
	}

	/** Whether a newer order makes the running look pointless. */
	get #isSuperseded(): boolean {
		return this.#stopped || this.#roots !== undefined;
	}

	/** Paths of the settings that lead to nothing; each stands in the index with a word on it. */
	async #reportMissing(
		roots: readonly CorpusRoot[],
		found: ReadonlyMap<string, FileStat>,
	): Promise<ReadonlySet<string>> {
		const missing = missingPaths(roots, [...found.keys()]);
		for (const { uri, pattern } of missing) {
			const reason = corpusFileMessages.nothingAtPath(pattern);
			this.#readAgain(await this.#writing.replace({ uri, ...NOWHERE }, unreadable(reason)));
		}
		return new Set(missing.map(({ uri }) => uri));
	}

	async #readChanged(): Promise<void> {
		const uris = [...this.#changed];
		this.#changed = new Set();
		for (const uri of uris) {
			const stat = await this.#options.files.stat(uri);
			if (stat || this.#updates.texts.has(uri)) {
				await this.#lookAhead(stat && this.#matcher?.takes(stat.uri) ? [stat] : []);
				await this.#update(uri, stat?.uri === uri ? stat : undefined);
			} else {
				await this.#readBelow(uri);
			}
		}
	}

	/** A folder that comes or goes is told as one change. */
	async #readBelow(folder: string): Promise<void> {
		const { writer, files } = this.#options;
		const found = new Map<string, FileStat>();
		for await (const stat of files.walk(folder, (uri) => this.#matcher?.skips(uri) ?? true)) {
			if (this.#matcher?.takes(stat.uri)) {
				found.set(stat.uri, stat);
			}
		}
		await this.#lookAhead([...found.values()]);
		const known = writer.uris().filter((uri) => isBelow(uri, folder));
		for (const uri of new Set([...found.keys(), ...known])) {
			await this.#update(uri, found.get(uri));
		}
	}

	/** Looks at the files that were being written, after a while. */
	async #lookAgain(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		for (const uri of this.#updates.unsettled) {
			await this.#update(uri, undefined);
		}
	}

	/** Brings the index up to date with one file; `stat` is what a look has just seen of it. */
	async #update(uri: string, stat: FileStat | undefined, onRead?: (done: number) => void): Promise<void> {
		if (!this.#stopped) {
			const isTaken = this.#matcher?.takes(uri) ?? false;
			this.#readAgain(await this.#updates.update(uri, { stat, isTaken, onRead }));
		}
	}

	/** Files whose text says something else because another has changed. */
	#readAgain(stale: readonly string[]): void {
		for (const uri of stale) {
			this.#changed.add(uri);
		}
	}
}
