/** The names of corpus file formats in the report and in messages. */

export const formatNames = {
	arxivAtom: 'arXiv feed',
	arxivDigest: 'arXiv digest',
	arxivSnapshot: 'arXiv metadata',
	arxivTable: 'arXiv table',
	authorPage: 'author page',
	bibtex: 'BibTeX',
	compactListing: 'compact paper listing',
	cslJson: 'CSL-JSON',
	cslYaml: 'CSL-YAML',
	endnoteXml: 'EndNote XML',
	nbib: 'PubMed nbib',
	pubmedXml: 'PubMed XML',
	ris: 'RIS',
} as const;
