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

/** The same for a thread that only helps: both threads then compile the same code. */
const MIN_SHARED_BYTES = 25_000_000;

/** Papers that are kept provisionally. Each takes some 500 bytes until it is indexed. */
const MAX_PAPERS = 1_000_000;

/** Files to read provisionally. Several threads may share them. */
export interface ProvisionalFiles {
	readonly found: readonly FileStat[];
	/** How many files were read before. */
	readonly before: number;
	/** How many stripes of each file are taken. Undefined if one thread reads them all. */
	readonly taken?: Int32Array<SharedArrayBuffer> | undefined;
}

/** Reads files provisionally and reports their papers by itself, while other work goes on. */
export interface ProvisionalThread {
	/** Whether the caller must read the files, too: then both share them. */
	readonly isShared: boolean;
	read(files: ProvisionalFiles): void;
	/** Ends it. What it has reported is withdrawn by whoever ends it. */
	end(): void;
}

export interface ProvisionalReadingOptions {
	readonly files: Files;
	/** Called with papers as they are found. Undefined means that all papers before are no longer valid. */
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
	async read(stats: readonly FileStat[]): Promise<void> {
		const found = stats.filter(({ uri }) => !this.#reported.has(uri));
		const bytes = found.reduce((sum, { size }) => sum + size, 0);
		if (bytes < MIN_BYTES) {
			return;
		}
		const before = this.#reported.size;
		for (const { uri } of found) {
			this.#reported.add(uri);
		}
		const { thread: own } = this.#options;
		const thread = bytes >= (own?.isShared ? MIN_SHARED_BYTES : MIN_THREAD_BYTES) ? own : undefined;
		const taken = thread && new Int32Array(new SharedArrayBuffer(found.length * Int32Array.BYTES_PER_ELEMENT));
		thread?.read({ found, before, taken });
		if (!thread || thread.isShared) {
			await readProvisionally({ found, before, taken }, this.#options);
		}
	}
}

/** Reads the files one after the other, except what other threads take, and reports their papers. */
export async function readProvisionally(
	{ found, before, taken }: ProvisionalFiles,
	{ files, onProvisional, turn }: Omit<ProvisionalReadingOptions, 'thread'>,
): Promise<void> {
	let count = 0;
	for (const [index, stat] of found.entries()) {
		const stripes = new Stripes(index, taken);
		const content = await peekAtFile(files, stat, () => stripes.isFirstOwn);
		for (const chunk of content ? chunksOf(content, stripes, (before + index) * MAX_STRIPES) : []) {
			onProvisional(chunk);
			count += chunk.years.length;
			if (!(await turn()) || count >= MAX_PAPERS) {
				return;
			}
		}
	}
}

/** Pieces of a file that one thread reads in a row: 1 MB, or some 600 papers. */
const STRIPE_PIECES = 16;

/** More than a file has. */
const MAX_STRIPES = 2 ** 20;

/** Tells a thread which stripes of a file are its own: it takes the next free one when it is done with the last. */
class Stripes {
	readonly #file: number;
	readonly #taken: Int32Array<SharedArrayBuffer> | undefined;
	#own: number;
	/** The number of the current stripe. */
	at = 0;

	constructor(file: number, taken: Int32Array<SharedArrayBuffer> | undefined) {
		this.#file = file;
		this.#taken = taken;
		this.#own = this.#take();
	}

	get isFirstOwn(): boolean {
		return !this.#taken || this.#own === 0;
	}

	get isOwn(): boolean {
		return !this.#taken || this.#own === this.at;
	}

	/** Whether a stripe begins with the next of all pieces. */
	begins(piece: number): boolean {
		return this.#taken !== undefined && piece > 0 && piece % STRIPE_PIECES === 0;
	}

	/** Goes on to the next stripe. */
	goOn(): void {
		if (this.isOwn) {
			this.#own = this.#take();
		}
		this.at++;
	}

	#take(): number {
		return this.#taken ? Atomics.add(this.#taken, this.#file, 1) : 0;
	}
}

/** `order` is the place of the first chunk among all. */
function* chunksOf(content: CorpusText, stripes: Stripes, order: number): Generator<ProvisionalChunk> {
	if (content.kind === 'unreadable') {
		return;
	}
	const reading: OwnReading = {
		format: content.format,
		collector: new ProvisionalCollector(),
		macros: rememberedMacros(),
	};
	const rest = (): readonly ProvisionalChunk[] =>
		reading.collector.isEmpty ? [] : [reading.collector.take(order + stripes.at)];
	try {
		let pieces = 0;
		for (const { text } of content.kind === 'streamed' ? content.pieces() : [content]) {
			if (stripes.begins(pieces++)) {
				yield* rest();
				stripes.goOn();
			}
			if (stripes.isOwn) {
				yield* fullChunks(reading, text, order + stripes.at);
			} else {
				readMacros(reading, text);
			}
		}
	} catch {
		// If a reader fails, what it has read so far is still reported.
	}
	yield* rest();
}

interface OwnReading {
	readonly format: Format;
	readonly collector: ProvisionalCollector;
	readonly macros: MacroExchange;
}

/** Begins the definition of a macro. */
const DEFINITION = /@\s*string/i;

/** Macros of earlier pieces of the same file. */
function rememberedMacros(): MacroExchange {
	const defined = new Map<string, string>();
	return { sourceOf: (name) => defined.get(name), define: ({ name, source }) => defined.set(name, source) };
}

function* fullChunks(
	{ format, collector, macros }: OwnReading,
	text: string,
	order: number,
): Generator<ProvisionalChunk> {
	for (const record of format.read(text, { report: ignore, macros, isBrief: true })) {
		collector.add(record);
		if (collector.isFull) {
			yield collector.take(order);
		}
	}
}

/** Remembers the macros that a piece defines. */
function readMacros({ format, macros }: OwnReading, text: string): void {
	if (DEFINITION.test(text)) {
		for (const _ of format.read(text, { report: ignore, macros, isBrief: true })) {
			// Its papers are another thread's.
		}
	}
}

/** The index will report it. */
function ignore(): void {}
