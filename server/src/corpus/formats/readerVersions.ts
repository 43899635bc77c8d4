/**
 * The version of each format's reader. The index stores the version that read a file, and reads the file again if the
 * version has changed. So an upgrade that fixes a reader also fixes the content of existing indexes.
 */

import { formatNames } from '../../messages/formatNames.ts';
import { hashText } from '../../util/hash.ts';

type FormatName = (typeof formatNames)[keyof typeof formatNames];

/**
 * Increased by one with every change, in the reader or in code that readers share, after which some text yields other
 * papers, places or problems, or is detected as another format. `test/corpus/readerVersions` notices most such changes.
 * Kept apart from the readers, so that checking an index does not load all of them.
 */
const VERSIONS: Readonly<Record<FormatName, number>> = {
	[formatNames.arxivAtom]: 4,
	[formatNames.arxivDigest]: 4,
	[formatNames.arxivSnapshot]: 4,
	[formatNames.arxivTable]: 3,
	[formatNames.authorPage]: 2,
	[formatNames.bibtex]: 8,
	[formatNames.compactListing]: 2,
	[formatNames.cslJson]: 4,
	[formatNames.cslYaml]: 4,
	[formatNames.csv]: 2,
	[formatNames.endnoteXml]: 6,
	[formatNames.hayagriva]: 1,
	[formatNames.mods]: 2,
	[formatNames.nbib]: 5,
	[formatNames.pubmedXml]: 5,
	[formatNames.refer]: 2,
	[formatNames.ris]: 5,
	[formatNames.webOfScience]: 2,
};

const byName: ReadonlyMap<string, number> = new Map(Object.entries(VERSIONS));

/**
 * The version of the reader of `format`, a name of `formatNames`. For undefined, a file that no reader accepted, a
 * number that changes with every reader, because a new or fixed reader may accept it.
 */
export function readerVersion(format: string | undefined): number {
	return byName.get(format ?? '') ?? ALL_READERS;
}

const ALL_READERS = hashText(JSON.stringify(VERSIONS));
