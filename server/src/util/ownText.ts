/**
 * A copy of a part of a text. The engine keeps a part as a view of the whole, so that a key of a few letters would keep
 * the note alive from which it was cut. A text that is put together anew is a whole of its own.
 */
export function ownText(part: string): string {
	return ` ${part}`.slice(1);
}
