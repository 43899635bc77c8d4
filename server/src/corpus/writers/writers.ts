/** The formats in which papers are written. */

import { writeBibtex } from './bibtexWriter.ts';
import { writeCslJson } from './cslJsonWriter.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { writeRis } from './risWriter.ts';

export type ExportFormat = 'bibtex' | 'csl-json' | 'ris';

/** The text of a file with these papers, in their order. */
export const WRITERS: Readonly<Record<ExportFormat, (papers: readonly ExportedPaper[]) => string>> = {
	bibtex: writeBibtex,
	'csl-json': writeCslJson,
	ris: writeRis,
};
