/**
 * The numbers by which databases and shops know a paper, as names for it: PMID, PMCID, ISBN. In a citation they need
 * their label: `pmid:30922926`.
 */

import { isbnsIn } from './identifiers/isbn.ts';
import { pmcidIn, pmidInAddress } from './identifiers/pubmedId.ts';
import { identifiersOf } from './identity/identity.ts';
import type { RecordContent } from './recordContent.ts';

/** `pmid`, a line end, and the number. No key holds a line end, so such a name never equals a key. */
export type NumberName = `${'pmid' | 'pmcid' | 'isbn'}\n${string}`;

const LABELLED = /^\s*(pmid|pmcid|isbn)\s*:\s*(.+?)\s*$/i;

/** The number that makes up the whole of a reference: `pmid:1`, `PMCID: PMC12`, `isbn:3-16-148410-X`, a PubMed address. */
export function numberName(reference: string): NumberName | undefined {
	const [, label = '', number = ''] = LABELLED.exec(reference) ?? [];
	switch (label.toLowerCase()) {
		case 'pmid':
			return /^\d{1,8}$/.test(number) ? `pmid\n${number.replace(/^0+(?=\d)/, '')}` : undefined;
		case 'pmcid':
			return /^(?:PMC)?\d{2,9}$/i.test(number) ? `pmcid\nPMC${number.replace(/^PMC/i, '')}` : undefined;
		case 'isbn': {
			const [isbn, ...others] = isbnsIn(number);
			return isbn !== undefined && others.length === 0 ? `isbn\n${isbn}` : undefined;
		}
		default:
			return inAddress(reference);
	}
}

/** Addresses of PubMed and PubMed Central, and a number of the latter alone, which says itself what it is. */
function inAddress(reference: string): NumberName | undefined {
	if (/^PMC\d{2,9}$/i.test(reference)) {
		return `pmcid\n${reference.toUpperCase()}`;
	}
	if (!/^https?:\/\//i.test(reference)) {
		return undefined;
	}
	const pmid = pmidInAddress(reference);
	const pmcid = /ncbi\.nlm\.nih\.gov\/|europepmc\.org\//i.test(reference) ? pmcidIn(reference) : undefined;
	if (pmid !== undefined) {
		return `pmid\n${pmid}`;
	}
	return pmcid === undefined ? undefined : `pmcid\n${pmcid}`;
}

/** What has an ISBN of its own and not that of a book in which it stands. */
const WHOLE_WORKS: ReadonlySet<string> = new Set(
	'book classic collection dataset document map motion_picture musical_score pamphlet periodical report software song standard thesis'.split(
		' ',
	),
);

/** The PMCID and the ISBNs of a record. The ISBN of a chapter is that of its book and names only the book. */
export function numberNamesOf({ item }: RecordContent): readonly NumberName[] {
	const pmcid = item.PMCID === undefined ? undefined : pmcidIn(item.PMCID);
	const isbns = item.ISBN !== undefined && WHOLE_WORKS.has(item.type) ? isbnsIn(item.ISBN) : [];
	return [
		...(pmcid === undefined ? [] : [`pmcid\n${pmcid}` as const]),
		...isbns.map((isbn) => `isbn\n${isbn}` as const),
	];
}

/** Whether `name` is one of the record's numbers. */
export function hasNumber(record: RecordContent, name: NumberName): boolean {
	return numberNamesOf(record).includes(name) || name === `pmid\n${identifiersOf(record).pmid}`;
}
