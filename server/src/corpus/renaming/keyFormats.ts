/** The formats in which a key can be renamed: those that people and reference managers keep keys in. */

export interface KeyFormat {
	/** Whether entries may name entries of other files. */
	readonly refersAcrossFiles: boolean;
}

/** By the format's name. How each is edited stands in `keyEdits.ts`, which is loaded when somebody renames. */
const KEY_FORMATS: ReadonlyMap<string, KeyFormat> = new Map([
	['BibTeX', { refersAcrossFiles: true }],
	['CSL-JSON', { refersAcrossFiles: false }],
	['CSL-YAML', { refersAcrossFiles: false }],
]);

/** Undefined for a format (`RIS`) whose keys cannot be renamed. */
export function keyFormat(name: string | undefined): KeyFormat | undefined {
	return KEY_FORMATS.get(name ?? '');
}
