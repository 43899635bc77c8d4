/**
 * Which version each reader of a format is. The index notes by which one a file was read, and has it read again by another:
 * an upgrade that mends a reader mends what old indexes hold.
 */

import { formatNames } from '../../messages/formatNames.ts';
import { hashText } from '../../util/hash.ts';

type FormatName = (typeof formatNames)[keyof typeof formatNames];

/**
 * Raised by one with every change, in the reader itself or in what readers share, by which some text gives other papers,
 * places or problems, or is taken for another format. `test/corpus/readerVersions` notices most of them. Apart from the
 * readers, so that to look at an index does not need all of them.
 */
const VERSIONS: Readonly<Record<FormatName, number>> = {
	[formatNames.arxivAtom]: 1,
	[formatNames.arxivDigest]: 1,
	[formatNames.arxivSnapshot]: 1,
	[formatNames.arxivTable]: 1,
	[formatNames.authorPage]: 1,
	[formatNames.bibtex]: 2,
	[formatNames.compactListing]: 1,
	[formatNames.cslJson]: 1,
	[formatNames.cslYaml]: 1,
	[formatNames.endnoteXml]: 2,
	[formatNames.nbib]: 1,
	[formatNames.pubmedXml]: 1,
	[formatNames.ris]: 1,
};

const byName: ReadonlyMap<string, number> = new Map(Object.entries(VERSIONS));

/**
 * The version of the reader of `format`, a name of `formatNames`. For undefined, a file that no reader took, a number that
 * changes with any of them: a new reader, or a mended one, may take it.
 */
export function readerVersion(format: string | undefined): number {
	return byName.get(format ?? '') ?? ALL_READERS;
}

const ALL_READERS = hashText(JSON.stringify(VERSIONS));
