/**
 * Renames a key in the files of each format. It needs the readers of these formats, so it is a separate bundle
 * (`imports` in package.json) that the server loads only for a rename.
 */

import { bibtex } from '../formats/bibtex/bibtex.ts';
import { bibtexKeyEdits, forbiddenInBibtex } from '../formats/bibtex/keyEdits.ts';
import { cslJson } from '../formats/csl/cslJson.ts';
import { cslJsonKeyEdits, cslYamlKeyEdits } from '../formats/csl/cslKeyEdits.ts';
import { cslYaml } from '../formats/csl/cslYaml.ts';
import type { KeyEdits } from '../formats/keyEdit.ts';

export interface FormatEdits {
	readonly edits: KeyEdits;
	/** The first character of a key that is not allowed in this format. */
	readonly forbidden: (key: string) => string | undefined;
}

/** By format name, one for each of `keyFormats.ts`. */
export const FORMAT_EDITS: ReadonlyMap<string, FormatEdits> = new Map([
	[bibtex.name, { edits: bibtexKeyEdits, forbidden: forbiddenInBibtex }],
	[cslJson.name, { edits: cslJsonKeyEdits, forbidden: () => undefined }],
	[cslYaml.name, { edits: cslYamlKeyEdits, forbidden: () => undefined }],
]);
