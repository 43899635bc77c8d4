/**
 * What each format cannot hold. Everything else reads back equal: a test holds it. Texts count as equal if they are shown
 * alike; in BibTeX only titles, notes and abstracts have italics, formulas and the like.
 */

import { bibtexLosses } from './bibtexLosses.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { always, type Loss, where } from './readAgain.ts';
import { risLosses } from './risLosses.ts';
import type { ExportFormat } from './writers.ts';

const EVERYWHERE: readonly Loss[] = [
	{
		reason: 'Paths of files mean nothing where a bibliography goes, and say more of a machine than its owner may want.',
		fields: always('attachments', 'attachmentFolders'),
	},
	{
		reason: "PubMed's number is taken from an address of PubMed, also where the paper's source did not say it.",
		fields: where(({ item }) => item.PMID === undefined, 'PMID'),
	},
];

export const LOSSES: Readonly<Record<ExportFormat, readonly Loss[]>> = {
	bibtex: [...EVERYWHERE, ...bibtexLosses],
	'csl-json': [...EVERYWHERE, { reason: 'An item has one id.', fields: always('aliases') }],
	ris: [...EVERYWHERE, ...risLosses],
};

/** The fields of the paper that the format does not hold, or holds in another form. */
export function lostFields(format: ExportFormat, paper: ExportedPaper): ReadonlySet<string> {
	return new Set(LOSSES[format].flatMap(({ fields }) => fields(paper)));
}

/** Those that the paper has, without what is left out of every format on purpose. */
export function lostOf(format: ExportFormat, paper: ExportedPaper): readonly string[] {
	const has: ReadonlySet<string> = new Set([
		...Object.keys({ ...paper.item, ...paper.extra }),
		...(paper.aliases.length > 0 ? ['aliases'] : []),
	]);
	const leftOut: ReadonlySet<string> = new Set(EVERYWHERE.flatMap(({ fields }) => fields(paper)));
	return [...lostFields(format, paper)].filter((name) => has.has(name) && !leftOut.has(name));
}
