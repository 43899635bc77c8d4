/** Semantic tokens as the protocol packs them: five numbers each, places counted from the token before. */

const FIELDS = 5;

interface Lines {
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
}

/** The same tokens, of which those inside `range` have no modifiers. */
export function withoutModifiers(data: Uint32Array, range: Lines): Uint32Array {
	const quiet = data.slice();
	let line = 0;
	let character = 0;
	for (let at = 0; at < quiet.length; at += FIELDS) {
		const down = quiet[at] ?? 0;
		character = (quiet[at + 1] ?? 0) + (down === 0 ? character : 0);
		line += down;
		if (isBefore(range.start, { line, character }) && isBefore({ line, character }, range.end)) {
			quiet[at + FIELDS - 1] = 0;
		}
	}
	return quiet;
}

function isBefore(one: Lines['start'], other: Lines['start']): boolean {
	return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
