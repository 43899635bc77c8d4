/** Links to read a paper. Only `http` and `https`, whatever the record contains. */

import type { Paper } from '../../corpus/corpus.ts';

export type LinkKind = 'pdf' | 'doi' | 'arxiv' | 'web' | 'code';

export interface PaperLink {
	readonly kind: LinkKind;
	readonly url: string;
}

/** Links to the PDF, the DOI, arXiv, the record's own URL and code, without duplicates. */
export function paperLinks(paper: Pick<Paper, 'item' | 'extra'>): PaperLink[] {
	const { item, extra } = paper;
	const links: [kind: LinkKind, url: string | undefined][] = [
		['pdf', extra.pdfUrl ?? (extra.arxiv && `https://arxiv.org/pdf/${pathOf(extra.arxiv)}`)],
		['doi', item.DOI && `https://doi.org/${pathOf(item.DOI)}`],
		['arxiv', extra.arxiv && `https://arxiv.org/abs/${pathOf(extra.arxiv)}`],
		['web', item.URL],
		['code', extra.codeUrl],
	];
	const seen = new Set<string>();
	return links.flatMap(([kind, url]) => {
		const safe = url === undefined ? undefined : webAddress(url);
		if (safe === undefined || seen.has(safe)) {
			return [];
		}
		seen.add(safe);
		return [{ kind, url: safe }];
	});
}

const KINDS_BY_PERMANENCE: readonly LinkKind[] = ['doi', 'arxiv', 'web', 'pdf', 'code'];

/** The most permanent of these URLs. */
export function lastingAddress(links: readonly PaperLink[]): string | undefined {
	return KINDS_BY_PERMANENCE.flatMap((kind) => links.filter((link) => link.kind === kind))[0]?.url;
}

/** `10.1000/a?b#c` is one DOI without a query. Half a surrogate pair cannot be encoded at all. */
function pathOf(identifier: string): string {
	return encodeURI(identifier.toWellFormed()).replace(/[?#]/g, percentEncoded);
}

/** The URL, escaped so that it is safe inside Markdown; undefined if it is not `http` or `https`. */
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
