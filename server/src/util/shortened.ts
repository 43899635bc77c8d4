/** Shortens text from a file for use in a message: an unclosed entry may contain half the file. */

/** In characters: as much as a list of problems has room for. */
const MAX_LENGTH = 80;

export function shortened(text: string): string {
	return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
