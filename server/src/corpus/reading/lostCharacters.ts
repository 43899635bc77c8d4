/** Problems of single characters that the encoding of a file does not have, or that were lost before. */

import { corpusFileMessages } from '../../messages/corpusFileMessages.ts';
import type { Problem } from '../../util/problem.ts';
import type { ReadableText } from './corpusText.ts';

/** Most places reported one by one. More say that the whole file has another encoding. */
const MAX_PLACES = 50;

/** A problem for each run of such characters in `text`. If there are many, one doubt about the file instead. */
export function lostCharacters({ text, misread }: ReadableText): {
	readonly problems: readonly Problem[];
	readonly doubt?: string;
} {
	const places = new Set([...misread, ...(text.includes('\ufffd') ? lostBefore(text) : [])]);
	const starts = [...places].filter((place) => !places.has(place - 1));
	if (starts.length > MAX_PLACES) {
		return { problems: [], doubt: corpusFileMessages.manyLostCharacters(places.size) };
	}
	return { problems: starts.map((start) => problemAt(text, start, endOfRun(places, start))) };
}

/** U+FFFD stands for a character that could not be read when the text was written. */
function lostBefore(text: string): readonly number[] {
	return [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
}

function endOfRun(places: ReadonlySet<number>, start: number): number {
	let end = start + 1;
	while (places.has(end)) {
		end += 1;
	}
	return end;
}

function problemAt(text: string, start: number, end: number): Problem {
	const written = text.slice(start, end);
	const message = /[\u0080-\u009f\ufffd]/.test(written)
		? corpusFileMessages.lostCharacter
		: corpusFileMessages.strayByte(written);
	return { code: 'unreadable-entry', message, span: { start, end } };
}
