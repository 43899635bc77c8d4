/** The formats in which a key can be renamed: those in which people and reference managers keep keys. */

export interface KeyFormat {
	/** Whether entries may refer to entries of other files. */
	readonly refersAcrossFiles: boolean;
}

/** By format name. The edits are in `keyEdits.ts`, which is loaded only for a rename. */
const KEY_FORMATS: ReadonlyMap<string, KeyFormat> = new Map([
	['BibTeX', { refersAcrossFiles: true }],
	['CSL-JSON', { refersAcrossFiles: false }],
	['CSL-YAML', { refersAcrossFiles: false }],
]);

/** Undefined for a format whose keys cannot be renamed, such as RIS. */
export function keyFormat(name: string | undefined): KeyFormat | undefined {
	return KEY_FORMATS.get(name ?? '');
}
