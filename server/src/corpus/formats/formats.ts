/** All formats that a corpus file may have, and which one a text is. */

import { arxivAtom } from './arxiv/arxivAtom.ts';
import { arxivDigest } from './arxiv/arxivDigest.ts';
import { arxivSnapshot } from './arxiv/arxivSnapshot.ts';
import { arxivTable } from './arxiv/arxivTable.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { checkedFormat } from './checkedFormat.ts';
import { cslJson } from './csl/cslJson.ts';
import { cslYaml } from './csl/cslYaml.ts';
import { endnoteXml } from './endnoteXml/endnoteXml.ts';
import type { Format } from './format.ts';
import { authorPage } from './listings/authorPage.ts';
import { compactListing } from './listings/compactListing.ts';
import { nbib } from './nbib/nbib.ts';
import { pubmedXml } from './pubmedXml/pubmedXml.ts';
import { ris } from './ris/ris.ts';

/** In the order in which they are tried: those with unmistakable beginnings first. */
const FORMATS: readonly Format[] = [
	...[
		pubmedXml,
		endnoteXml,
		arxivAtom,
		nbib,
		arxivSnapshot,
		cslJson,
		arxivTable,
		arxivDigest,
		ris,
		authorPage,
		compactListing,
	].map(checkedFormat),
	bibtex,
	checkedFormat(cslYaml),
];

/** Formats tell themselves apart within this many characters. */
const HEAD_LENGTH = 16_384;

/** The format of `text`, by its content alone. */
export function formatOf(text: string): Format | undefined {
	const head = text.slice(0, HEAD_LENGTH);
	return FORMATS.find((format) => format.accepts(head));
}
