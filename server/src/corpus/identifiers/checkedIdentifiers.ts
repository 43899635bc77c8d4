/** DOIs, arXiv ids and addresses, freed from what people put around them. */

const BEFORE_DOI = /^(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|^doi(?:\s*[:=]\s*|\s+)/i;

/** A verbatim field without the escapes that exporters put into it all the same: `a\_b` is `a_b`. */
export function verbatim(source: string): string {
	const text = source.trim();
	if (!/[\\{}\s$]/.test(text)) {
		return text;
	}
	return text
		.replace(/\\(?:url|href|path)\s*(?=\{)/g, '')
		.replace(/\{?\\(?:textasciitilde|sim|~)(?:\{\})?\}?|\$\\sim\$/g, '~')
		.replace(/\\textunderscore(?:\{\}|\s)?/g, '_')
		.replace(/\\([_%&#$~{}/-])/g, '$1')
		.replace(/[{}]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** `https://doi.org/10.1000/x` and `doi:10.1000/x` are `10.1000/x`. What is no DOI stays as it is. */
export function doiOf(source: string): string {
	return verbatim(source).replace(BEFORE_DOI, '').replace(BEFORE_DOI, '').replace(/\s+/g, '');
}

/** Old (`math.GT/0309136`) and new (`2506.14731`) ids: https://info.arxiv.org/help/arxiv_identifier.html */
const ARXIV = /(?<![\d.])(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;

/** The arXiv id in `text` (`arXiv:1706.03762v5`, an address), without version. */
export function arxivOf(text: string): string | undefined {
	return ARXIV.exec(text.trim().replace(/\s*\[[\w.-]+\]$/, ''))?.[1];
}
