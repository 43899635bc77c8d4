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
	csv: 'CSV',
	endnoteXml: 'EndNote XML',
	hayagriva: 'Hayagriva',
	mods: 'MODS',
	nbib: 'PubMed nbib',
	pubmedXml: 'PubMed XML',
	refer: 'EndNote tagged',
	ris: 'RIS',
	webOfScience: 'Web of Science',
} as const;
