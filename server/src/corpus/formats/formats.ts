/** All formats that a corpus file may have, and which one a text is. */

import { arxivDigest } from './arxivDigest.ts';
import { authorPage } from './authorPage.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { compactListing } from './compactListing.ts';
import { cslJson } from './cslJson.ts';
import { cslYaml } from './cslYaml.ts';
import type { Format } from './format.ts';

/** In the order in which they are tried: those with unmistakable beginnings first. */
const FORMATS: readonly Format[] = [cslJson, arxivDigest, authorPage, compactListing, bibtex, cslYaml];

/** Formats tell themselves apart within this many characters. */
const HEAD_LENGTH = 16_384;

/** The format of `text`, by its content alone. */
export function formatOf(text: string): Format | undefined {
	const head = text.slice(0, HEAD_LENGTH);
	return FORMATS.find((format) => format.accepts(head));
}
