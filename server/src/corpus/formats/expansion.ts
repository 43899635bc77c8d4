/** Limits the total text that names in a file may expand to: BibTeX's macros, YAML's aliases. */

/** As a multiple of the file's length. A journal's name is about ten times as long as its macro. */
const MAX_TIMES_LENGTH = 20;

/** The minimum allowance, for short files. */
const MIN_CHARACTERS = 100_000;

/**
 * In characters, counting each use. Without a limit, a few lines of names that each stand for two others could expand to
 * gigabytes.
 */
export function expansionAllowance(fileLength: number): number {
	return MIN_CHARACTERS + MAX_TIMES_LENGTH * fileLength;
}
