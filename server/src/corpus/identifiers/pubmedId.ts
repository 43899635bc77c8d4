/** Numbers of PubMed (`30922926`) and PubMed Central (`PMC6414667`), as people and tools write them. */

const ADDRESS =
	/\b(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|europepmc\.org\/(?:article|abstract)\/MED)\/(\d{1,8})\b/i;
const LABELLED = /^\s*(?:(?:pmid|pubmed(?: id)?)\s*[:=]?\s*)?0*(\d{1,8})\s*$/i;
const NOTED = /^[^\S\n]*(?:pmid|pubmed id)\s?[:=]?[^\S\n]?(\d{1,8})[^\S\n]*(?:[.;]|$)/im;
const CENTRAL = /\bPMC\s?(\d{2,9})\b|\bpmcid\s*[:=]\s*(\d{2,9})\b/i;

/** The number in a field for it: `30922926`, `PMID: 30922926`, an address of PubMed. */
export function pmidOf(text: string): string | undefined {
	return LABELLED.exec(text)?.[1] ?? pmidInAddress(text);
}

/** The number in an address of PubMed. */
export function pmidInAddress(text: string): string | undefined {
	return ADDRESS.exec(text)?.[1];
}

/** The number in a note. It begins a line there: inside a line, ProQuest writes another number after `PMID:`. */
export function pmidInNote(text: string): string | undefined {
	return NOTED.exec(text)?.[1];
}

/** `PMC6414667`, also in an address of PubMed Central or after `PMCID:`. */
export function pmcidIn(text: string): string | undefined {
	const [, number, labelled] = CENTRAL.exec(text) ?? [];
	return number === undefined && labelled === undefined ? undefined : `PMC${number ?? labelled}`;
}
