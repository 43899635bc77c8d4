/**
 * A first look at large new files: their papers as lists show them, within seconds, while it takes the index minutes to
 * take a million of them in.
 */

import type { Format } from '../corpus/formats/format.ts';
import type { CorpusText } from '../corpus/reading/corpusText.ts';
import type { MacroExchange } from '../corpus/sharedMacros.ts';
import type { FileStat, Files } from '../files/files.ts';
import { type ProvisionalChunk, ProvisionalCollector } from '../index/provisional/provisionalChunk.ts';
import { peekAtFile } from './corpusReading.ts';

/** Bytes of new files from which it is worth it: the index takes in less than that within a second. */
const WORTHWHILE = 1_500_000;

/** Papers that are kept so; each takes some 500 bytes until the index has it. */
const MOST = 1_000_000;

export interface ProvisionalReadingOptions {
	readonly files: Files;
	/** Told of papers as they are seen, file by file; undefined: those told before count no more. */
	readonly onSeen: (chunk: ProvisionalChunk | undefined) => void;
	/** Gives others a turn. Whether to go on. */
	readonly turn: () => Promise<boolean>;
}

export class ProvisionalReading {
	readonly #options: ProvisionalReadingOptions;
	/** A file that is being copied changes all the time: its papers are told once. */
	readonly #told = new Set<string>();

	constructor(options: ProvisionalReadingOptions) {
		this.#options = options;
	}

	/** Takes back what was told. */
	forget(): void {
		this.#told.clear();
		this.#options.onSeen(undefined);
	}

	/** Looks at new files. What is wrong with one is for the index to say: here it is passed over. */
	async lookAt(found: readonly FileStat[]): Promise<void> {
		const stats = found.filter(({ uri }) => !this.#told.has(uri));
		if (stats.reduce((sum, { size }) => sum + size, 0) < WORTHWHILE) {
			return;
		}
		let count = 0;
		for (const stat of stats) {
			this.#told.add(stat.uri);
			const content = await peekAtFile(this.#options.files, stat);
			for (const chunk of content ? chunksOf(content) : []) {
				this.#options.onSeen(chunk);
				count += chunk.years.length;
				if (!(await this.#options.turn()) || count >= MOST) {
					return;
				}
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
		// A reader that fails is no reason to keep back what it has read.
	}
	if (!collector.isEmpty) {
		yield collector.take();
	}
}

/** Those of earlier pieces of the same file. */
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
	for (const record of format.read(text, { report: ignore, macros })) {
		collector.add(record);
		if (collector.isFull) {
			yield collector.take();
		}
	}
}

/** The index will say it. */
function ignore(): void {}
