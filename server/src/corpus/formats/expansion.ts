/** How much text short names in a file may stand for in all: macros of BibTeX, aliases of YAML. */

/** Times the length of the file: a journal's name is some ten times as long as what stands for it. */
const MAX_TIMES_LENGTH = 20;

/** In a short file. */
const MIN_CHARACTERS = 100_000;

/** Characters, each use counted: a few lines of names that stand for names twice each would stand for gigabytes. */
export function expansionAllowance(fileLength: number): number {
	return MIN_CHARACTERS + MAX_TIMES_LENGTH * fileLength;
}
