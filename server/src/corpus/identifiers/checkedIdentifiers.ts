/** DOIs, arXiv ids and URLs without what people write around them. */

const BEFORE_DOI = /^(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|^doi(?:\s*[:=]\s*|\s+)/i;

/** A verbatim field without escapes, which some exporters add nevertheless: `a\_b` is `a_b`. */
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

/** `https://doi.org/10.1000/x` and `doi:10.1000/x` give `10.1000/x`. Text that is not a DOI is returned unchanged. */
export function doiOf(source: string): string {
	return verbatim(source).replace(BEFORE_DOI, '').replace(BEFORE_DOI, '').replace(/\s+/g, '');
}

/** Old (`math.GT/0309136`) and new (`2506.14731`) ids: https://info.arxiv.org/help/arxiv_identifier.html */
const ARXIV = /(?<![\d.])(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;

/** The arXiv id, without version, in `text` (`arXiv:1706.03762v5`, a URL). */
export function arxivOf(text: string): string | undefined {
	return ARXIV.exec(text.trim().replace(/\s*\[[\w.-]+\]$/, ''))?.[1];
}
