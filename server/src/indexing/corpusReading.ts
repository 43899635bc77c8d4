/** Reads a corpus file from disk once nobody is writing it, and gives its records with their places. */

import type { FileProblem } from '../corpus/corpus.ts';
import type { Format } from '../corpus/formats/format.ts';
import {
	type CorpusText,
	corpusText,
	LARGE_FILE,
	type ReadableText,
	refusalByName,
	refusalBySize,
	streamedText,
	textInEntries,
	unreadable,
} from '../corpus/reading/corpusText.ts';
import { lostCharacters } from '../corpus/reading/lostCharacters.ts';
import { recordedExchange } from '../corpus/sharedMacros.ts';
import { type FileStat, type Files, LeadsOutside, NotAFile, ReadFailure } from '../files/files.ts';
import type { FileState } from '../index/tables/corpusFile.ts';
import type { PlacedRecord } from '../index/tables/corpusWriter.ts';
import type { FileReading } from '../index/tables/fileReading.ts';
import { isUnread } from '../index/tables/unreadFile.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { entryMessages } from '../messages/entryMessages.ts';
import { safeLine } from '../messages/foreignText.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import type { Range, Span } from '../util/span.ts';

/** A file that has papers in the index counts as completely written after this many milliseconds without a change. */
const SETTLED_AFTER_MS = 150;

/** The same for a file that has become much smaller: exporters empty a file before they write it. */
const SHRUNKEN_SETTLED_AFTER_MS = 1000;

/** The share of its size that a file may lose without counting as half written. */
const SHRUNKEN_SHARE = 0.1;

/** A file that keeps changing is read as it is after this many milliseconds. */
const READ_ANYWAY_AFTER_MS = 2000;

/** The same if papers would be lost by it: exporting a large library takes a while. */
const SHRUNKEN_READ_ANYWAY_AFTER_MS = 15_000;

/** A file may be written twice within this time without a change of its timestamp: a tick of the kernel's clock. */
const CLOCK_TICK_MS = 20;

export type FileSnapshot =
	| { readonly kind: 'gone' }
	/** The file has another URI: this one is another spelling of its name. */
	| { readonly kind: 'renamed'; readonly uri: string }
	/** Somebody is writing the file, so its text is incomplete. */
	| { readonly kind: 'unsettled' }
	/**
	 * The file exists and cannot be read now, for the `reason` that the system gives: another program holds it, or
	 * the disk is away.
	 */
	| { readonly kind: 'unread'; readonly reason: string }
	| { readonly kind: 'read'; readonly stat: FileStat; readonly content: CorpusText };

export interface Known {
	/** The state of the file in the index. */
	readonly state: FileState | undefined;
	/** Milliseconds since the file was first found to be unsettled. */
	readonly waited: number;
}

/**
 * The file's text, and its state when it was read. Does not wait until the file is settled: call it again for an
 * unsettled one.
 */
export async function snapshotFile(files: Files, uri: string, known: Known): Promise<FileSnapshot> {
	const stat = await files.stat(uri);
	if (!stat) {
		return { kind: 'gone' };
	}
	if (stat.uri !== uri) {
		return { kind: 'renamed', uri: stat.uri };
	}
	const isShrunken = stat.size < (known.state ? known.state.size * (1 - SHRUNKEN_SHARE) : 1);
	const isPatient = known.waited < (isShrunken ? SHRUNKEN_READ_ANYWAY_AFTER_MS : READ_ANYWAY_AFTER_MS);
	const rest = isShrunken ? SHRUNKEN_SETTLED_AFTER_MS : known.state ? SETTLED_AFTER_MS : 0;
	if (isPatient && ageOf(stat) < rest) {
		return { kind: 'unsettled' };
	}
	const content = await contentOf(files, stat);
	const after = await files.stat(uri);
	if (content.kind === 'unread') {
		return after ? unreadNow(content, known) : { kind: 'gone' };
	}
	const isStill = after !== undefined && isSame(after, stat);
	if (!isStill && known.waited < READ_ANYWAY_AFTER_MS) {
		return { kind: 'unsettled' };
	}
	return { kind: 'read', stat: lasting(stat), content };
}

/**
 * Most programs hold a file only for a moment. If the file has papers in the index, it counts as unsettled during
 * that time and no problem is reported.
 */
function unreadNow(content: Unread, { state, waited }: Known): FileSnapshot {
	return state && !isUnread(state) && waited < READ_ANYWAY_AFTER_MS ? { kind: 'unsettled' } : content;
}

function isSame(one: FileStat, other: FileStat): boolean {
	return one.uri === other.uri && one.size === other.size && one.mtime === other.mtime;
}

/** Milliseconds since the last change. Infinite for a time in the future, which comes from another clock. */
function ageOf({ mtime }: FileStat): number {
	const age = Date.now() - mtime;
	return age < 0 ? Number.POSITIVE_INFINITY : age;
}

/**
 * A file just written may be written again within the same tick and with the same size. Without its time, the next
 * check reads it again.
 */
function lasting(stat: FileStat): FileStat {
	return !(ageOf(stat) >= CLOCK_TICK_MS) ? { ...stat, mtime: 0 } : stat;
}

type Unread = Extract<FileSnapshot, { kind: 'unread' }>;

/**
 * The file's content as it is now, even while somebody writes it, for showing its papers provisionally. It comes in
 * pieces of whole entries if the format allows that, which takes little memory. Otherwise it is read whole, unless
 * `isWanted` returns false. Undefined if it is not read, or if the file is gone or cannot be read.
 */
export async function peekAtFile(files: Files, { uri }: FileStat, isWanted: () => boolean) {
	const stat = await files.stat(uri);
	const isCuttable = stat && refusalByName(uri) === undefined && refusalBySize(stat.size) === undefined;
	const pieces = isCuttable ? inEntries(files, uri) : undefined;
	const content = stat && !pieces && isWanted() ? await contentOf(files, stat) : undefined;
	return pieces ?? (content?.kind === 'unread' ? undefined : content);
}

function inEntries({ chunks }: Files, uri: string): CorpusText | undefined {
	try {
		return chunks && textInEntries(() => chunks(uri));
	} catch {
		// The reason is reported when the whole file is read.
		return undefined;
	}
}

async function contentOf(files: Files, { uri, size }: FileStat): Promise<CorpusText | Unread> {
	try {
		const short = refusalByName(uri) ?? (size > LARGE_FILE ? streamed(files, uri) : undefined) ?? refusalBySize(size);
		return short ?? corpusText(uri, await files.read(uri));
	} catch (error) {
		if (error instanceof LeadsOutside) {
			return unreadable(corpusFileMessages.leadsOutside(error.target));
		}
		const reason = reasonOf(error);
		return error instanceof NotAFile ? unreadable(corpusFileMessages.unreadable(reason)) : { kind: 'unread', reason };
	}
}

function streamed({ chunks }: Files, uri: string): CorpusText | undefined {
	return chunks && streamedText(() => readable(chunks(uri)));
}

/** The same chunks. Marks errors of the disk, to tell them from errors of a reader. */
function* readable(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
	try {
		yield* chunks;
	} catch (error) {
		throw error instanceof NotAFile ? error : new ReadFailure(reasonOf(error));
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** A file's content as the index takes it: records with their places. */
export interface PlacedContent {
	readonly records: Iterable<PlacedRecord>;
	/** Complete once all records have been taken. */
	readonly reading: () => FileReading;
	/** Bytes or characters read so far, for reporting progress. */
	readonly done: () => number;
}

/** `macroSource` gives the source of a macro that another file defines. */
export function placeRecords(content: CorpusText, macroSource: (name: string) => string | undefined): PlacedContent {
	if (content.kind === 'unreadable') {
		const problems = content.problem ? [wholeFileProblem(content.reason)] : [];
		return { records: [], reading: () => ({ problems }), done: () => 0 };
	}
	const pieces = content.kind === 'streamed' ? content.pieces() : [content];
	const placer = new RecordPlacer(content.format, recordedExchange(macroSource));
	return { records: placer.records(pieces), reading: () => placer.reading(), done: () => placer.done };
}

class RecordPlacer {
	readonly #format: Format;
	readonly #exchange: ReturnType<typeof recordedExchange>;
	readonly #problems: FileProblem[] = [];
	readonly #doubts = new Set<string>();
	/** Characters before the current piece, and characters read of the current piece. */
	#charactersBefore = 0;
	#charactersWithin = 0;
	/** Lines before the current piece. */
	#linesBefore = 0;

	constructor(format: Format, exchange: ReturnType<typeof recordedExchange>) {
		this.#format = format;
		this.#exchange = exchange;
	}

	get done(): number {
		return this.#charactersBefore + this.#charactersWithin;
	}

	reading(): FileReading {
		const doubts = [...this.#doubts].map(wholeFileProblem);
		return { problems: [...doubts, ...this.#problems], macros: this.#exchange.macros() };
	}

	*records(pieces: Iterable<ReadableText>): Generator<PlacedRecord> {
		for (const piece of pieces) {
			const { text, doubt } = piece;
			const starts = lineStartsOf(text);
			const lost = lostCharacters(piece);
			for (const { span, ...problem } of lost.problems) {
				this.#problems.push({ ...problem, range: rangeOf(starts, span, this.#linesBefore) });
			}
			for (const each of [doubt, lost.doubt]) {
				if (each !== undefined) {
					this.#doubts.add(each);
				}
			}
			yield* this.#recordsIn(text, (span) => rangeOf(starts, span, this.#linesBefore));
			this.#charactersBefore += text.length;
			this.#charactersWithin = 0;
			this.#linesBefore += starts.length - 1;
		}
	}

	*#recordsIn(text: string, placed: (span: Span) => Range): Generator<PlacedRecord> {
		const report = ({ span, ...problem }: Problem): void => {
			// Messages quote what the file says.
			this.#problems.push({ ...problem, message: safeLine(problem.message), range: placed(span) });
		};
		for (const { span, keySpan, ...read } of this.#format.read(text, { report, macros: this.#exchange })) {
			const content = span.end - span.start > MAX_FIELD_LENGTH ? shortened(read) : read;
			if (content !== read) {
				report({
					code: 'unreadable-entry',
					message: tooLong(),
					span: keySpan ?? { start: span.start, end: span.start },
				});
			}
			this.#charactersWithin = span.end;
			yield { ...content, range: placed(span), keyRange: keySpan && placed(keySpan) };
		}
	}
}

/** In characters. The longest real abstracts have 10,000. A whole book as a title would slow down every search. */
const MAX_FIELD_LENGTH = 50_000;

/** Built only when needed: formatting the first number for a locale takes 10 ms at startup. */
function tooLong(): string {
	return entryMessages.fieldTooLong(MAX_FIELD_LENGTH.toLocaleString('en'));
}

/** `value` with too long strings in it cut; `value` itself if there are none. */
function shortened<T>(value: T): T {
	if (typeof value === 'string') {
		return value.length > MAX_FIELD_LENGTH ? (value.slice(0, MAX_FIELD_LENGTH) as typeof value) : value;
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	const entries = Object.entries(value);
	const cut = entries.map(([name, field]) => [name, shortened(field)] as const);
	if (cut.every(([, field], index) => field === entries[index]?.[1])) {
		return value;
	}
	return (Array.isArray(value) ? cut.map(([, field]) => field) : Object.fromEntries(cut)) as T;
}

/** A problem of the whole file, placed at its beginning. */
export function wholeFileProblem(message: string): FileProblem {
	const start = { line: 0, character: 0 };
	return { code: 'unreadable-file', message, range: { start, end: start } };
}
