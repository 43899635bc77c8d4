/** Where a paper can be read: only `http` and `https`, whatever its record says. */

import type { Paper } from '../corpus/corpus.ts';

export interface PaperLink {
	readonly label: string;
	readonly url: string;
}

/** DOI, arXiv, PDF, code and the record's own address, each once, the most lasting first. */
export function paperLinks(paper: Paper): PaperLink[] {
	const { item, extra } = paper;
	const links: [label: string, url: string | undefined][] = [
		['DOI', item.DOI && `https://doi.org/${pathOf(item.DOI)}`],
		['arXiv', extra.arxiv && `https://arxiv.org/abs/${pathOf(extra.arxiv)}`],
		['PDF', extra.pdfUrl ?? (extra.arxiv && `https://arxiv.org/pdf/${pathOf(extra.arxiv)}`)],
		['Code', extra.codeUrl],
		['Web', item.URL],
	];
	const seen = new Set<string>();
	return links.flatMap(([label, url]) => {
		const safe = url === undefined ? undefined : webAddress(url);
		if (safe === undefined || seen.has(safe)) {
			return [];
		}
		seen.add(safe);
		return [{ label, url: safe }];
	});
}

/** `10.1000/a?b#c` is one DOI and no query; half a surrogate pair cannot be encoded at all. */
function pathOf(identifier: string): string {
	return encodeURI(identifier.toWellFormed()).replace(/[?#]/g, percentEncoded);
}

/** The address in a form that no Markdown can break out of; undefined when it is not of the web. */
function webAddress(url: string): string | undefined {
	try {
		const parsed = new URL(url.trim());
		const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
		return isWeb ? parsed.href.replace(/[()<>[\]\\"'`*_\s]/g, percentEncoded) : undefined;
	} catch {
		return undefined;
	}
}

function percentEncoded(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
