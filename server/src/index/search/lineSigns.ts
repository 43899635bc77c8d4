/** Separators in a packed line (`paperLine.ts`). Folded words never contain them. */

/** Ends each text of the line except the last. */
export const TEXT_END = '\n';
/** Precedes each author. */
export const AUTHOR_LEAD = '|';
/** In a name, replaces whatever is between letters and digits: `10·1000·x`. */
export const NAME_SIGN = '·';

/**
 * The separators as character codes, for code that reads a line by character or byte. Each word has a space before
 * it.
 */
export const SPACE_CODE = 0x20;
export const TEXT_END_CODE = 0x0a;
export const AUTHOR_LEAD_CODE = 0x7c;
