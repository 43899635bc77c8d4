/** What one process measured of one reader. */

/** Our own readers, the one that the file's content asks for. */
export const OURS = 'paper-notes';

export interface Reading {
	readonly records: number;
	/** Of the part of the file that was read. */
	readonly bytes: number;
	readonly isWhole: boolean;
	/** What the reader said when it gave up on a larger part. */
	readonly stop?: string;
	/** Of each round; the first is cold but for a short look at the file's beginning. */
	readonly seconds: readonly number[];
	/** Whether LaTeX comes out as Unicode and names in parts. */
	readonly decodes: boolean;
	/** Bytes resident once the file stood in memory as a string; then the most, while its records were read. */
	readonly loaded: number;
	readonly peak: number;
}

/** In MB/s, of the best round. */
export function speedOf({ bytes, seconds }: Reading): number {
	return bytes / 1e6 / Math.min(...seconds);
}
