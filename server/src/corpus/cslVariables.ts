/**
 * The variables of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables),
 * except those that only a rendered citation has, such as `locator` and `citation-number`.
 */

/** Lists of people. The first one that a paper has provides its main creators: a film's director, a song's composer. */
export const NAME_VARIABLES = [
	...(['author', 'editor', 'director', 'composer', 'performer', 'script-writer', 'series-creator', 'host'] as const),
	...(['compiler', 'curator', 'illustrator', 'interviewer', 'narrator', 'organizer', 'chair'] as const),
	...(['editorial-director', 'executive-producer', 'producer', 'guest', 'recipient', 'translator'] as const),
	...(['contributor', 'container-author', 'collection-editor', 'original-author', 'reviewed-author'] as const),
] as const;

export const DATE_VARIABLES = [
	'issued',
	'accessed',
	'original-date',
	'event-date',
	'submitted',
	'available-date',
] as const;

/** Texts and numbers, all kept as rich text: see `text/richText.ts`. */
export const TEXT_VARIABLES = [
	...(['title', 'title-short', 'container-title', 'container-title-short', 'collection-title'] as const),
	...(['collection-number', 'event-title', 'event-place', 'volume', 'volume-title', 'number-of-volumes'] as const),
	...(['issue', 'number', 'part', 'part-title', 'supplement', 'printing', 'page', 'page-first'] as const),
	...(['number-of-pages', 'chapter-number', 'section', 'edition', 'version', 'publisher', 'publisher-place'] as const),
	...(['genre', 'medium', 'status', 'language', 'abstract', 'keyword', 'note', 'annote', 'source'] as const),
	...(['archive', 'archive_collection', 'archive_location', 'archive-place', 'call-number', 'authority'] as const),
	...(['division', 'jurisdiction', 'dimensions', 'scale', 'references', 'original-title'] as const),
	...(['original-publisher', 'original-publisher-place', 'reviewed-title', 'reviewed-genre'] as const),
] as const;

/** Numbers and URLs, which contain no markup. */
export const IDENTIFIER_VARIABLES = ['DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'URL'] as const;
