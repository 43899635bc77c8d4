/**
 * Reads large new files quickly and provisionally: their papers, as lists show them, are available within seconds,
 * while indexing a million papers takes minutes.
 */

import type { Format } from '../corpus/formats/format.ts';
import type { CorpusText } from '../corpus/reading/corpusText.ts';
import type { MacroExchange } from '../corpus/sharedMacros.ts';
import type { FileStat, Files } from '../files/files.ts';
import { type ProvisionalChunk, ProvisionalCollector } from '../index/provisional/provisionalChunk.ts';
import { peekAtFile } from './corpusReading.ts';

/** In bytes. Less than this in new files is not read provisionally: the index takes it in within a second. */
const MIN_BYTES = 1_500_000;

/** In bytes. From here on, a thread of its own is worth its start, which takes as long as reading 2 MB. */
const MIN_THREAD_BYTES = 6_000_000;

/** Papers that are kept provisionally. Each takes some 500 bytes until it is indexed. */
const MAX_PAPERS = 1_000_000;

/** Reads files provisionally and reports their papers by itself, while other work goes on. */
export interface ProvisionalThread {
	read(found: readonly FileStat[]): void;
	/** Ends it. What it has reported is withdrawn by whoever ends it. */
	end(): void;
}

export interface ProvisionalReadingOptions {
	readonly files: Files;
	/** Called with papers as they are found, file by file. Undefined means that all papers before are no longer valid. */
	readonly onProvisional: (chunk: ProvisionalChunk | undefined) => void;
	/** Gives others a turn. Resolves to whether to go on. */
	readonly turn: () => Promise<boolean>;
	readonly thread?: ProvisionalThread | undefined;
}

export class ProvisionalReading {
	readonly #options: ProvisionalReadingOptions;
	/**
	 * Files whose papers were reported. A file that is being copied changes all the time; its papers are reported
	 * once.
	 */
	readonly #reported = new Set<string>();

	constructor(options: ProvisionalReadingOptions) {
		this.#options = options;
	}

	/** Withdraws what was reported. */
	forget(): void {
		this.#reported.clear();
		this.#options.thread?.end();
		this.#options.onProvisional(undefined);
	}

	/**
	 * Reads new files, or has the thread read them. Problems in them are ignored here: the index will report them.
	 */
	async read(found: readonly FileStat[]): Promise<void> {
		const stats = found.filter(({ uri }) => !this.#reported.has(uri));
		const bytes = stats.reduce((sum, { size }) => sum + size, 0);
		if (bytes < MIN_BYTES) {
			return;
		}
		for (const { uri } of stats) {
			this.#reported.add(uri);
		}
		const { thread } = this.#options;
		if (thread && bytes >= MIN_THREAD_BYTES) {
			thread.read(stats);
		} else {
			await readProvisionally(stats, this.#options);
		}
	}
}

/** Reads the files one after the other, and reports their papers. */
export async function readProvisionally(
	found: readonly FileStat[],
	{ files, onProvisional, turn }: Omit<ProvisionalReadingOptions, 'thread'>,
): Promise<void> {
	let count = 0;
	for (const stat of found) {
		const content = await peekAtFile(files, stat);
		for (const chunk of content ? chunksOf(content) : []) {
			onProvisional(chunk);
			count += chunk.years.length;
			if (!(await turn()) || count >= MAX_PAPERS) {
				return;
			}
		}
	}
}

function* chunksOf(content: CorpusText): Generator<ProvisionalChunk> {
	if (content.kind === 'unreadable') {
		return;
	}
	const collector = new ProvisionalCollector();
	const macros = rememberedMacros();
	try {
		for (const { text } of content.kind === 'streamed' ? content.pieces() : [content]) {
			yield* fullChunks(collector, content.format, { text, macros });
		}
	} catch {
		// If a reader fails, what it has read so far is still reported.
	}
	if (!collector.isEmpty) {
		yield collector.take();
	}
}

/** Macros of earlier pieces of the same file. */
function rememberedMacros(): MacroExchange {
	const defined = new Map<string, string>();
	return { sourceOf: (name) => defined.get(name), define: ({ name, source }) => defined.set(name, source) };
}

interface Piece {
	readonly text: string;
	readonly macros: MacroExchange;
}

function* fullChunks(
	collector: ProvisionalCollector,
	format: Format,
	{ text, macros }: Piece,
): Generator<ProvisionalChunk> {
	for (const record of format.read(text, { report: ignore, macros, isBrief: true })) {
		collector.add(record);
		if (collector.isFull) {
			yield collector.take();
		}
	}
}

/** The index will report it. */
function ignore(): void {}
