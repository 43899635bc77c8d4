/** Text of a file within a message: what has swallowed half the file is not repeated. */

/** In characters: what a list of problems has room for. */
const LONGEST = 80;

export function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
