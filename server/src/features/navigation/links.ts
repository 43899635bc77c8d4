/** Identifiers and attached files in corpus files, which the editor lets people open. */

import { DOI_PREFIX } from '../../util/doi.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export interface FileLink {
	readonly span: Span;
	readonly url: string;
}

/** Lists of more links would take long in any editor. */
const MAX_LINKS = 10_000;

/** A larger file is a database rather than something that people read. */
const MAX_LENGTH = 5_000_000;

/** A DOI in a field of its own or after `doi:`; not the one in an address, which the editor itself finds. */
const DOI = new RegExp(String.raw`(?<![\w/.])${DOI_PREFIX}[^\s"{}<>,;\\]*[^\s"{}<>,;.\\]`, 'g');

/** `arXiv:2506.14731`, and the field `eprint` of BibTeX. */
const ARXIV =
	/(?:\barxiv:\s*|\beprint\s*=\s*[{"]\s*)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?![\w.])/gi;

/** An address. Editors find plain ones, but take the brackets and quotes of BibTeX into them. */
const ADDRESS = /https?:\/\/[^\s"{}<>\\^`|]+[^\s"{}<>\\^`|.,;:)]/g;

/** DOIs, arXiv ids and addresses in the corpus file `uri`, while an editor has it open, in the order of their places. */
export function fileLinks(view: WorkspaceView, uri: string): FileLink[] {
	const text = view.openText(uri);
	if (text === undefined || text.length > MAX_LENGTH || !view.corpus.files().some((file) => file.uri === uri)) {
		return [];
	}
	const links = [
		...found(text, ADDRESS, (url) => url),
		...found(text, DOI, (doi) => `https://doi.org/${encodeURI(doi)}`),
		...found(text, ARXIV, (id) => `https://arxiv.org/abs/${id}`),
	];
	return links.sort((one, other) => one.span.start - other.span.start).slice(0, MAX_LINKS);
}

/** The last group of each match, or the whole match. */
function* found(text: string, pattern: RegExp, urlOf: (written: string) => string): Generator<FileLink> {
	for (const match of text.matchAll(pattern)) {
		const written = match.at(-1) ?? '';
		const start = match.index + match[0].length - written.length;
		yield { span: { start, end: start + written.length }, url: urlOf(written) };
	}
}
