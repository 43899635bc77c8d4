/**
 * arXiv identifiers: `2506.14731` since April 2007 (four digits after the point until 2014), `math.GT/0309136` before
 * (https://info.arxiv.org/help/arxiv_identifier.html).
 */

const ID = String.raw`(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})`;
const WHOLE = new RegExp(`^(${ID})(?:v\\d+)?$`);
/** The registrant of arXiv's own DOIs: `10.48550/arXiv.2506.14731`. */
const OWN_DOI = String.raw`10\.48550/arxiv\.`;
/** Sites that show arXiv's papers, with the id at the end of the address. */
const SITES = String.raw`(?:arxiv|ar5iv|alphaxiv)\.org/(?:abs|pdf|html|format|e-print|src|ps)/|(?:huggingface\.co/papers|scirate\.com/arxiv)/`;
/** `arXiv:`, `arXiv preprint arXiv:`, `arXiv e-prints, `, `arXiv ` */
const LABEL = String.raw`\barxiv(?:\s+(?:e-?|pre)prints?)?(?:\s*[:,]\s*|\s+)(?:abs/)?`;
const MARKED = new RegExp(`(?:${SITES}|${LABEL}|\\b${OWN_DOI})(${ID})(?![\\d.]*\\d)`, 'i');
const ID_OF_DOI = new RegExp(`^${OWN_DOI}(${ID})(?:v\\d+)?$`, 'i');

/**
 * The arXiv id, without version, in a text that identifies it as one: in an address, after `arXiv:`, or in the DOI
 * `10.48550/arXiv.2506.14731`.
 */
export function arxivIdIn(text: string): string | undefined {
	return MARKED.exec(text)?.[1];
}

/** The arXiv id in a DOI that arXiv itself registered; undefined for other DOIs. */
export function arxivIdOfDoi(doi: string): string | undefined {
	return ID_OF_DOI.exec(doi)?.[1];
}

/** `2506.14731v2` without its version; undefined if the text is more than an arXiv id. */
export function bareArxivId(text: string): string | undefined {
	return WHOLE.exec(text)?.[1];
}

/**
 * When the paper was first submitted, derived from its id: `2506.14731` in `[2025, 6]`, `math.GT/0309136` in `[2003,
 * 9]`.
 */
export function arxivMonth(id: string): readonly [year: number, month: number] | undefined {
	const [, years, month] = /(?:^|\/)(\d{2})(\d{2})/.exec(id) ?? [];
	if (years === undefined || month === undefined) {
		return undefined;
	}
	// The archive began in August 1991.
	const year = Number(years) + (id.includes('/') && Number(years) > 90 ? 1900 : 2000);
	return [year, Number(month)];
}
