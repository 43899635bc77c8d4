/** The signs by which a packed line (`paperLine.ts`) is divided; no folded word holds one. */

/** Ends each text of the line but the last. */
export const TEXT_END = '\n';
/** Stands before each author. */
export const AUTHOR_LEAD = '|';
/** Stands in a name for whatever is between its letters and digits: `10·1000·x`. */
export const NAME_SIGN = '·';

/** The same as codes, for those who go through a line by character or byte. Each word has a space before it. */
export const SPACE_CODE = 0x20;
export const TEXT_END_CODE = 0x0a;
export const AUTHOR_LEAD_CODE = 0x7c;
