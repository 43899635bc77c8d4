/** All formats of corpus files, and the detection of a text's format. */

import { arxivAtom } from './arxiv/arxivAtom.ts';
import { arxivDigest } from './arxiv/arxivDigest.ts';
import { arxivSnapshot } from './arxiv/arxivSnapshot.ts';
import { arxivTable } from './arxiv/arxivTable.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { bothSides } from './bothSides.ts';
import { checkedFormat } from './checkedFormat.ts';
import { cslJson } from './csl/cslJson.ts';
import { cslYaml } from './csl/cslYaml.ts';
import { csv } from './csv/csv.ts';
import { endnoteXml } from './endnoteXml/endnoteXml.ts';
import type { Format } from './format.ts';
import { hayagriva } from './hayagriva/hayagriva.ts';
import { authorPage } from './listings/authorPage.ts';
import { compactListing } from './listings/compactListing.ts';
import { mods } from './mods/mods.ts';
import { nbib } from './nbib/nbib.ts';
import { pubmedXml } from './pubmedXml/pubmedXml.ts';
import { refer } from './refer/refer.ts';
import { ris } from './ris/ris.ts';
import { webOfScience } from './webOfScience/webOfScience.ts';

/** Formats are tried in this order, the most distinctive ones first. */
const FORMATS: readonly Format[] = [
	...[
		pubmedXml,
		endnoteXml,
		mods,
		arxivAtom,
		nbib,
		webOfScience,
		refer,
		arxivSnapshot,
		cslJson,
		arxivTable,
		arxivDigest,
		ris,
		authorPage,
		compactListing,
	].map(checkedFormat),
	bibtex,
	...[hayagriva, cslYaml, csv].map(checkedFormat),
].map(bothSides);

/** The number of characters from which every format can be recognized. */
const HEAD_LENGTH = 16_384;

/** The format of `text`, judged only by its content. */
export function formatOf(text: string): Format | undefined {
	const head = text.slice(0, HEAD_LENGTH);
	return FORMATS.find((format) => format.accepts(head));
}
