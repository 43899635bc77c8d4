/**
 * Files on a disk that may never answer, as a network disk does that is away: what takes too long counts as unreadable for
 * now. The operating system lets nobody take such a request back, so no further ones are made beside it.
 */

import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { isBelow } from '../util/isBelow.ts';
import { type FileStat, type Files, ReadFailure } from './files.ts';

/** Milliseconds after which a disk counts as away, for each kind of request: its longest answer on a slow network. */
export interface AnswerTimes {
	/** What is known of one file. */
	readonly stat: number;
	/** The next files of a folder; each of its files is looked at first. */
	readonly walk: number;
	/** A whole file. */
	readonly read: number;
}

const ANSWER_TIMES: AnswerTimes = { stat: 5000, walk: 60_000, read: 300_000 };

/** The disk has not answered in time. */
const LATE = Symbol('late');

export interface TimedFiles extends Files {
	/** As `isReadable` of `UnreadFiles`; false also if the disk does not answer. */
	isReadable(uri: string): Promise<boolean>;
	/** Milliseconds since the oldest request was made that has no answer yet; 0 if there is none. */
	waitingMs(): number;
}

/** `files`, with an end to all waiting but that for `chunks`. */
export function timedFiles(
	files: Files & { isReadable(uri: string): Promise<boolean> },
	times: AnswerTimes = ANSWER_TIMES,
): TimedFiles {
	const requests = new Requests();
	const { ownUri, chunks, limitLinks, linkTarget, linkTargets, linksTo } = files;
	return {
		...(files.ignoresCase === undefined ? {} : { ignoresCase: files.ignoresCase }),
		...(ownUri && { ownUri: (uri) => ownUri(uri) }),
		...(chunks && { chunks: (uri) => chunks(uri) }),
		...(limitLinks && { limitLinks }),
		...(linkTarget && { linkTarget }),
		...(linkTargets && { linkTargets }),
		...(linksTo && { linksTo }),
		async *walk(folder, skip, onUnlisted = () => {}) {
			const found = files.walk(folder, skip, onUnlisted)[Symbol.asyncIterator]();
			// A disk that is away is found out sooner by a question that is answered sooner.
			const state = await requests.answer(folder, times.stat, () => files.stat(folder));
			const nextFiles = () => requests.answer(folder, times.walk, () => found.next());
			for (let next = state === LATE ? LATE : await nextFiles(); ; next = await nextFiles()) {
				if (next === LATE) {
					onUnlisted(folder);
					return;
				}
				if (next.done) {
					return;
				}
				yield next.value;
			}
		},
		async stat(uri) {
			const found = await requests.answer(uri, times.stat, () => files.stat(uri));
			return found === LATE ? unknownState(uri) : found;
		},
		async read(uri) {
			const bytes = await requests.answer(uri, times.read, () => files.read(uri));
			if (bytes === LATE) {
				throw new ReadFailure(corpusFileMessages.noAnswer);
			}
			return bytes;
		},
		isWritable: async (uri) => (await requests.answer(uri, times.stat, () => files.isWritable(uri))) === true,
		isReadable: async (uri) => (await requests.answer(uri, times.stat, () => files.isReadable(uri))) === true,
		waitingMs: () => requests.waitingMs(),
	};
}

/** Of a file that may exist: it is not taken for a deleted one. */
function unknownState(uri: string): FileStat {
	return { uri, size: 0, mtime: Number.NaN };
}

interface Request {
	readonly uri: string;
	/** As `performance.now`. */
	readonly began: number;
	isLate: boolean;
}

class Requests {
	readonly #open = new Set<Request>();

	waitingMs(): number {
		const [oldest] = this.#open;
		return oldest ? performance.now() - oldest.began : 0;
	}

	/** The answer of the disk; `LATE` if it takes longer than `ms`, or if an earlier request beside it is late. */
	async answer<T>(uri: string, ms: number, ask: () => Promise<T>): Promise<T | typeof LATE> {
		if (this.#isLateBeside(uri)) {
			return LATE;
		}
		const request: Request = { uri, began: performance.now(), isLate: false };
		this.#open.add(request);
		const answer = ask().finally(() => this.#open.delete(request));
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<typeof LATE>((resolve) => {
			timer = setTimeout(() => {
				request.isLate = true;
				resolve(LATE);
			}, ms);
		});
		return Promise.race([answer, late]).finally(() => clearTimeout(timer));
	}

	#isLateBeside(uri: string): boolean {
		return [...this.#open].some((request) => request.isLate && isBelow(uri, folderOf(request.uri)));
	}
}

function folderOf(uri: string): string {
	return uri.slice(0, uri.lastIndexOf('/'));
}
