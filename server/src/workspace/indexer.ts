/**
 * Keeps the index true to the corpus files: looks what there is, reads what is new or changed, drops what has gone.
 * Works one order after the other and gives way between batches, so that newer orders are heard in time.
 */

import { type CorpusText, recognised } from '../corpus/corpusText.ts';
import { hashText } from '../corpus/hash.ts';
import type { CorpusWriter, WriteResult, Writing } from '../corpus/store/corpusWriter.ts';
import { placing, readWhenStill } from './corpusReading.ts';
import { type CorpusRoot, matcherOf, type RootMatcher } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';

export interface IndexerOptions {
	readonly files: Files;
	readonly writer: CorpusWriter;
	readonly onCommit: () => void;
	/** In bytes of corpus files. */
	readonly onProgress: (done: number, total: number) => void;
	/** All orders are done. */
	readonly onComplete: (tookMs: number) => void;
	readonly onFailure: (message: string) => void;
}

/** Times a file is tried again that another window is writing into the index. */
const MOST_TRIES = 5;

export class Indexer {
	readonly #options: IndexerOptions;
	/** Texts that an editor has open and changed. */
	readonly #texts = new Map<string, string>();
	#matchers: readonly RootMatcher[] = [];
	/** Orders not yet begun: all roots, or these files. */
	#roots: readonly CorpusRoot[] | undefined;
	#changed = new Set<string>();
	#working = false;
	#stopped = false;

	constructor(options: IndexerOptions) {
		this.#options = options;
	}

	look(roots: readonly CorpusRoot[]): void {
		this.#roots = roots;
		this.#work();
	}

	filesChanged(uris: readonly string[]): void {
		for (const uri of uris) {
			this.#changed.add(uri);
		}
		this.#work();
	}

	textChanged(uri: string, text: string | undefined): void {
		if (text === undefined) {
			this.#texts.delete(uri);
		} else {
			this.#texts.set(uri, text);
		}
		this.filesChanged([uri]);
	}

	/** Ends after the running batch. */
	stop(): void {
		this.#stopped = true;
	}

	async #work(): Promise<void> {
		if (this.#working) {
			return;
		}
		this.#working = true;
		const began = performance.now();
		try {
			while (!this.#stopped && (this.#roots || this.#changed.size > 0)) {
				await (this.#roots ? this.#lookThrough(this.#roots) : this.#readChanged());
			}
		} catch (error) {
			this.#options.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
		}
		this.#working = false;
		if (!this.#stopped) {
			this.#options.onComplete(performance.now() - began);
		}
	}

	async #lookThrough(roots: readonly CorpusRoot[]): Promise<void> {
		this.#roots = undefined;
		this.#matchers = roots.map(matcherOf);
		const found = await this.#filesBelow(roots);
		const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
		let done = 0;
		for (const stat of found.values()) {
			if (this.#isSuperseded) {
				return;
			}
			await this.#update(stat.uri, stat);
			done += stat.size;
			this.#options.onProgress(done, total);
		}
		for (const uri of this.#options.writer.uris().filter((known) => !found.has(known))) {
			await this.#drain(this.#options.writer.removeFile(uri));
		}
	}

	/** Whether a newer order makes the running look pointless. */
	get #isSuperseded(): boolean {
		return this.#stopped || this.#roots !== undefined;
	}

	async #filesBelow(roots: readonly CorpusRoot[]): Promise<Map<string, FileStat>> {
		const found = new Map<string, FileStat>();
		for (const root of roots) {
			const { takes, skips } = matcherOf(root);
			for await (const stat of this.#options.files.walk(root.uri, skips)) {
				if (takes(stat.uri)) {
					found.set(stat.uri, stat);
				}
			}
		}
		return found;
	}

	async #readChanged(): Promise<void> {
		const uris = [...this.#changed];
		this.#changed = new Set();
		for (const uri of uris) {
			const stat = await this.#options.files.stat(uri);
			if (stat || this.#texts.has(uri)) {
				await this.#update(uri, stat);
			} else {
				await this.#removeBelow(uri);
			}
		}
	}

	/** A folder that goes is told as one change; what was in it goes too. */
	async #removeBelow(uri: string): Promise<void> {
		const { writer } = this.#options;
		for (const known of writer.uris().filter((file) => file === uri || file.startsWith(`${uri}/`))) {
			await this.#drain(writer.removeFile(known));
		}
	}

	/** Reads a file again unless the index has it as it is. `stat` is what a look has just seen of it. */
	async #update(uri: string, stat: FileStat | undefined): Promise<void> {
		if (!this.#matchers.some(({ takes }) => takes(uri))) {
			return;
		}
		const text = this.#texts.get(uri);
		if (text !== undefined) {
			// No file on disk has this state, so that the disk's text is read once the editor lets go of it.
			await this.#replace({ uri, size: -1, mtime: 0 }, recognised(uri, text));
			return;
		}
		const known = this.#options.writer.fileState(uri);
		if (known && stat && known.size === stat.size && known.mtime === stat.mtime) {
			return;
		}
		const still = await readWhenStill(this.#options.files, uri);
		if (still) {
			await this.#replace(still.stat, still.content);
		} else {
			await this.#drain(this.#options.writer.removeFile(uri));
		}
	}

	async #replace(stat: FileStat, content: CorpusText): Promise<void> {
		const { writer } = this.#options;
		const hash = String(hashText(content.kind === 'readable' ? content.text : content.reason));
		if (writer.fileState(stat.uri)?.hash === hash) {
			writer.touchFile(stat);
			return;
		}
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const { records, problems } = placing(content);
			const file = { ...stat, hash, format: formatName(content), note: noteOn(content) };
			const result = await this.#drain(writer.replaceFile(file, records, problems));
			if (result.outcome !== 'overtaken') {
				return;
			}
		}
	}

	/** Writes to the end, with a turn for others after each batch. */
	async #drain(writing: Writing): Promise<WriteResult> {
		for (;;) {
			const { done, value } = writing.next();
			this.#options.onCommit();
			if (done) {
				if (value.outcome === 'failed') {
					this.#options.onFailure(value.failure.message);
				}
				return value;
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

function formatName(content: CorpusText): string | undefined {
	return content.kind === 'readable' ? content.format.name : undefined;
}

function noteOn(content: CorpusText): string | undefined {
	return content.kind === 'readable' ? content.doubt : content.reason;
}
