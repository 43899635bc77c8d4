/** Character codes of BibTeX's own syntax. */

export const COMMA = 0x2c;
export const HASH = 0x23;
export const EQUALS = 0x3d;
export const OPEN = 0x7b;
export const CLOSE = 0x7d;
export const QUOTE = 0x22;
export const AT = 0x40;
export const PERCENT = 0x25;
