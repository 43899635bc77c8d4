/** One corpus file from disk, read when it holds still, and its records with their places. */

import type { FileProblem } from '../corpus/corpus.ts';
import type { Format } from '../corpus/formats/format.ts';
import {
	type CorpusText,
	corpusText,
	LARGE_FILE,
	refusalByName,
	refusalBySize,
	streamedText,
	textInEntries,
	unreadable,
} from '../corpus/reading/corpusText.ts';
import { recordedExchange } from '../corpus/sharedMacros.ts';
import { withoutControls } from '../corpus/text/controlCharacters.ts';
import { type FileStat, type Files, NotAFile, ReadFailure } from '../files/files.ts';
import type { FileState } from '../index/tables/corpusFile.ts';
import type { PlacedRecord } from '../index/tables/corpusWriter.ts';
import type { FileReading } from '../index/tables/fileReading.ts';
import { isUnread } from '../index/tables/unreadFile.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { entryMessages } from '../messages/entryMessages.ts';
import type { DecodedText } from '../util/encoding.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import type { Range, Span } from '../util/span.ts';

/** Milliseconds without a change after which a file that has papers in the index is taken for written to its end. */
const SETTLED_AFTER_MS = 150;

/** The same for a file that has lost much: exporters empty a file before they write it. */
const SHRUNKEN_SETTLED_AFTER_MS = 1000;

/** The share of its size that a file may lose without looking half written. */
const SHRUNKEN_SHARE = 0.1;

/** Milliseconds after which a file that changes all the time is read as it is. */
const READ_ANYWAY_AFTER_MS = 2000;

/** The same while papers would be lost by it: an export of a large library takes its time. */
const SHRUNKEN_READ_ANYWAY_AFTER_MS = 15_000;

/** Milliseconds in which a file may be written twice without its time showing it: a tick of the kernel's clock. */
const CLOCK_TICK_MS = 20;

export type FileSnapshot =
	| { readonly kind: 'gone' }
	/** The file goes by another uri: another spelling of its name. */
	| { readonly kind: 'renamed'; readonly uri: string }
	/** Someone is writing it: what it holds now is no one's text. */
	| { readonly kind: 'unsettled' }
	/** It is there and cannot be read now, as the system says in `reason`: another program holds it, or the disk is away. */
	| { readonly kind: 'unread'; readonly reason: string }
	| { readonly kind: 'read'; readonly stat: FileStat; readonly content: CorpusText };

export interface Known {
	/** The state in which the index has the file. */
	readonly state: FileState | undefined;
	/** Milliseconds since it was first found unsettled. */
	readonly waited: number;
}

/** The file's text and the state it was read in, once it holds still. Does not wait: an unsettled file is to be asked again. */
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

/** Most programs hold a file for a moment only: of one that has papers in the index nothing is said before that is over. */
function unreadNow(content: Unread, { state, waited }: Known): FileSnapshot {
	return state && !isUnread(state) && waited < READ_ANYWAY_AFTER_MS ? { kind: 'unsettled' } : content;
}

function isSame(one: FileStat, other: FileStat): boolean {
	return one.uri === other.uri && one.size === other.size && one.mtime === other.mtime;
}

/** Milliseconds since the last change; infinite for a time in the future, which another clock has set. */
function ageOf({ mtime }: FileStat): number {
	const age = Date.now() - mtime;
	return age < 0 ? Number.POSITIVE_INFINITY : age;
}

/** What was written a moment ago may be written again at the same time in the same size: then the next look reads again. */
function lasting(stat: FileStat): FileStat {
	return !(ageOf(stat) >= CLOCK_TICK_MS) ? { ...stat, mtime: 0 } : stat;
}

type Unread = Extract<FileSnapshot, { kind: 'unread' }>;

/**
 * What the file holds as it is now, even while someone writes it, for a look that is no reading: in pieces of whole entries
 * where it can be cut so, which takes little memory. Undefined where it is gone, or cannot be read.
 */
export async function peekAtFile(files: Files, { uri }: FileStat): Promise<CorpusText | undefined> {
	const stat = await files.stat(uri);
	if (!stat) {
		return undefined;
	}
	const isRefused = refusalByName(uri) !== undefined || refusalBySize(stat.size) !== undefined;
	const content = (isRefused ? undefined : inEntries(files, uri)) ?? (await contentOf(files, stat));
	return content.kind === 'unread' ? undefined : content;
}

function inEntries({ chunks }: Files, uri: string): CorpusText | undefined {
	try {
		return chunks && textInEntries(() => chunks(uri));
	} catch {
		// Whoever reads it whole says why it cannot be read.
		return undefined;
	}
}

async function contentOf(files: Files, { uri, size }: FileStat): Promise<CorpusText | Unread> {
	try {
		const short = refusalByName(uri) ?? (size > LARGE_FILE ? streamed(files, uri) : undefined) ?? refusalBySize(size);
		return short ?? corpusText(uri, await files.read(uri));
	} catch (error) {
		const reason = reasonOf(error);
		return error instanceof NotAFile ? unreadable(corpusFileMessages.unreadable(reason)) : { kind: 'unread', reason };
	}
}

function streamed({ chunks }: Files, uri: string): CorpusText | undefined {
	return chunks && streamedText(() => readable(chunks(uri)));
}

/** The same chunks. A disk that fails in the midst of them is told from a reader that does. */
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

/** What a text holds, as the index takes it. */
export interface Placing {
	readonly records: Iterable<PlacedRecord>;
	/** Complete once the records have been taken. */
	readonly reading: () => FileReading;
	/** Bytes or characters read so far: what progress is told by. */
	readonly done: () => number;
}

/** `macroSource` tells what other files say that a macro stands for. */
export function placing(content: CorpusText, macroSource: (name: string) => string | undefined): Placing {
	if (content.kind === 'unreadable') {
		const problems = content.problem ? [wholeFile(content.reason)] : [];
		return { records: [], reading: () => ({ problems }), done: () => 0 };
	}
	const pieces = content.kind === 'streamed' ? content.pieces() : [content];
	const placer = new Placer(content.format, recordedExchange(macroSource));
	return { records: placer.records(pieces), reading: () => placer.reading(), done: () => placer.done };
}

class Placer {
	readonly #format: Format;
	readonly #exchange: ReturnType<typeof recordedExchange>;
	readonly #problems: FileProblem[] = [];
	readonly #doubts = new Set<string>();
	/** Characters before the present piece, and those read of it. */
	#before = 0;
	#within = 0;
	/** Lines before the present piece. */
	#lines = 0;

	constructor(format: Format, exchange: ReturnType<typeof recordedExchange>) {
		this.#format = format;
		this.#exchange = exchange;
	}

	get done(): number {
		return this.#before + this.#within;
	}

	reading(): FileReading {
		const doubts = [...this.#doubts].map(wholeFile);
		return { problems: [...doubts, ...this.#problems], macros: this.#exchange.macros() };
	}

	*records(pieces: Iterable<DecodedText>): Generator<PlacedRecord> {
		for (const { text, doubt } of pieces) {
			if (doubt !== undefined) {
				this.#doubts.add(doubt);
			}
			const starts = lineStartsOf(text);
			yield* this.#recordsIn(text, (span) => rangeOf(starts, span, this.#lines));
			this.#before += text.length;
			this.#within = 0;
			this.#lines += starts.length - 1;
		}
	}

	*#recordsIn(text: string, placed: (span: Span) => Range): Generator<PlacedRecord> {
		const report = ({ span, ...problem }: Problem): void => {
			// Keys are quoted in messages, and what is hidden in them must not reach a terminal or turn a line around.
			this.#problems.push({ ...problem, message: withoutControls(problem.message), range: placed(span) });
		};
		for (const { span, keySpan, ...read } of this.#format.read(text, { report, macros: this.#exchange })) {
			const content = span.end - span.start > LONGEST_FIELD ? shortened(read) : read;
			if (content !== read) {
				report({
					code: 'unreadable-entry',
					message: tooLong(),
					span: keySpan ?? { start: span.start, end: span.start },
				});
			}
			this.#within = span.end;
			yield { ...content, range: placed(span), keyRange: keySpan && placed(keySpan) };
		}
	}
}

/** Characters of one field. The longest abstracts have 10,000; a book that has become a title would hold up every search. */
const LONGEST_FIELD = 50_000;

/** Put together when it is called for: the first number in words of a language costs a start 10 ms. */
function tooLong(): string {
	return entryMessages.fieldTooLong(LONGEST_FIELD.toLocaleString('en'));
}

/** `value` with the strings in it cut; itself where none is too long. */
function shortened<T>(value: T): T {
	if (typeof value === 'string') {
		return value.length > LONGEST_FIELD ? (value.slice(0, LONGEST_FIELD) as typeof value) : value;
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

/** A problem of the file as a whole stands at its beginning. */
export function wholeFile(message: string): FileProblem {
	const start = { line: 0, character: 0 };
	return { code: 'unreadable-file', message, range: { start, end: start } };
}
