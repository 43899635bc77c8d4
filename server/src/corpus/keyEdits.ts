/** The formats in which a key can be renamed: those that people and reference managers keep keys in. */

import { bibtex } from './formats/bibtex/bibtex.ts';
import { bibtexKeyEdits, forbiddenInBibtex } from './formats/bibtex/keyEdits.ts';
import { cslJson } from './formats/cslJson.ts';
import { cslJsonKeyEdits, cslYamlKeyEdits } from './formats/cslKeyEdits.ts';
import { cslYaml } from './formats/cslYaml/cslYaml.ts';
import type { KeyEdits } from './formats/keyEdit.ts';

export interface KeyFormat {
	readonly edits: KeyEdits;
	/** The first character of a key that this format cannot hold. */
	readonly forbidden: (key: string) => string | undefined;
	/** Whether entries may name entries of other files. */
	readonly refersAcrossFiles: boolean;
}

const KEY_FORMATS: ReadonlyMap<string, KeyFormat> = new Map([
	[bibtex.name, { edits: bibtexKeyEdits, forbidden: forbiddenInBibtex, refersAcrossFiles: true }],
	[cslJson.name, { edits: cslJsonKeyEdits, forbidden: () => undefined, refersAcrossFiles: false }],
	[cslYaml.name, { edits: cslYamlKeyEdits, forbidden: () => undefined, refersAcrossFiles: false }],
]);

/** Undefined for a format (`RIS`) whose keys cannot be renamed. */
export function keyFormat(name: string | undefined): KeyFormat | undefined {
	return KEY_FORMATS.get(name ?? '');
}
