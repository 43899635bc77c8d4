/** The escapes in JSON strings (RFC 8259): `\n`, `\"`, `\u00e9`. */

const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|([\s\S]))/g;
const ESCAPED_LETTERS = new Map(
	Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' }),
);

/** The character that an escape stands for; undefined if JSON has no such escape. */
function meaningOf(hex: string | undefined, letter = ''): string | undefined {
	return hex === undefined ? ESCAPED_LETTERS.get(letter) : String.fromCharCode(Number.parseInt(hex, 16));
}

/**
 * The text of a string, given without its quotes. Invalid escapes, as in the LaTeX of `"$\alpha$"`, are kept as written
 * and reported to `onStray`.
 */
export function unescapedJson(body: string, onStray: () => void): string {
	return body.replace(ESCAPE, (whole, hex: string | undefined, letter: string | undefined) => {
		const meant = meaningOf(hex, letter);
		if (meant === undefined) {
			onStray();
		}
		return meant ?? whole;
	});
}

export interface JsonEscape {
	readonly start: number;
	/** Number of characters of the escape: 2 for `\n`, 6 for `\u00e9`. */
	readonly length: number;
	/** The one character it stands for. */
	readonly text: string;
}

/** The valid escapes in a string, given without its quotes, in order. */
export function* jsonEscapes(body: string): Generator<JsonEscape> {
	for (const { 0: whole, 1: hex, 2: letter, index } of body.matchAll(ESCAPE)) {
		const text = meaningOf(hex, letter);
		if (text !== undefined) {
			yield { start: index, length: whole.length, text };
		}
	}
}
