/**
 * Whether changes of a text have the result of an expected edit. Compares only the edited places, because a note may be
 * long.
 */

/** An edit at one place. Offsets are UTF-16 units of the text before all replacements, which do not overlap. */
export interface Replacement {
	readonly start: number;
	/** The text before the edit. */
	readonly oldText: string;
	readonly newText: string;
}

/** The `length` units from `offset` on have become `text`. Offsets count as in replacements. */
export interface Change {
	readonly offset: number;
	readonly length: number;
	readonly text: string;
}

/**
 * Whether the changes have the same result as the replacements. VS Code may split an edit into fewer and smaller changes
 * inside the edited places. Also false if VS Code makes one large change of them, as it does for more than a thousand
 * replacements.
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
