/** Whether changes of a text are an edit that was expected, told from the places that it names: a note may be long. */

/** What an edit does at one place. Offsets in UTF-16 units of the text before all of them; none overlaps another. */
export interface Replacement {
	readonly start: number;
	/** What stands there. */
	readonly oldText: string;
	readonly newText: string;
}

/** `length` units from `offset` on have become `text`. Changes count as replacements do. */
export interface Change {
	readonly offset: number;
	readonly length: number;
	readonly text: string;
}

/**
 * Whether the changes leave the text that the replacements would leave. VS Code makes fewer and smaller changes than an
 * edit says, inside its places. False, too, where it makes one large change of them, as it does of more than a thousand.
 */
export function isOutcomeOf(changes: readonly Change[], replacements: readonly Replacement[]): boolean {
	const from = changes.toSorted((one, other) => one.offset - other.offset);
	let next = 0;
	for (const { start, oldText, newText } of replacements.toSorted((one, other) => one.start - other.start)) {
		const end = start + oldText.length;
		const first = next;
		while (next < from.length && isWithin(from[next], start, end)) {
			next++;
		}
		if (changed(oldText, start, from.slice(first, next)) !== newText) {
			return false;
		}
	}
	return next === from.length;
}

function isWithin(change: Change | undefined, start: number, end: number): boolean {
	return change !== undefined && start <= change.offset && change.offset + change.length <= end;
}

/** `text`, which begins at `start`, after changes in ascending order. */
function changed(text: string, start: number, changes: readonly Change[]): string {
	return changes.reduceRight(
		(result, { offset, length, text: inserted }) =>
			result.slice(0, offset - start) + inserted + result.slice(offset - start + length),
		text,
	);
}
