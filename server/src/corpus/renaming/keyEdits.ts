/**
 * How a key is renamed in the files of each format. Brings the readers of these formats along, so it is a part of its own
 * (`imports` in package.json) that the server loads when somebody renames.
 */

import { bibtex } from '../formats/bibtex/bibtex.ts';
import { bibtexKeyEdits, forbiddenInBibtex } from '../formats/bibtex/keyEdits.ts';
import { cslJson } from '../formats/csl/cslJson.ts';
import { cslJsonKeyEdits, cslYamlKeyEdits } from '../formats/csl/cslKeyEdits.ts';
import { cslYaml } from '../formats/csl/cslYaml.ts';
import type { KeyEdits } from '../formats/keyEdit.ts';

export interface FormatEdits {
	readonly edits: KeyEdits;
	/** The first character of a key that this format cannot hold. */
	readonly forbidden: (key: string) => string | undefined;
}

/** By the format's name: one for each of `keyFormats.ts`. */
export const FORMAT_EDITS: ReadonlyMap<string, FormatEdits> = new Map([
	[bibtex.name, { edits: bibtexKeyEdits, forbidden: forbiddenInBibtex }],
	[cslJson.name, { edits: cslJsonKeyEdits, forbidden: () => undefined }],
	[cslYaml.name, { edits: cslYamlKeyEdits, forbidden: () => undefined }],
]);
