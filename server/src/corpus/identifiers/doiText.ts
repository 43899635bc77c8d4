/** DOIs as people and tools write them: bare, after `doi:`, in an address, with escapes of HTML, URLs or LaTeX. */

import { DOI_PREFIX, isDoi } from '../../util/doi.ts';

/** The part of an address before a DOI: `https://dl.acm.org/doi/abs/`, `http://proxy.edu/login?url=https://doi.org/`. */
const BEFORE = String.raw`https?://[^\s"<>]*?(?:[/=:]|%2f|%3d)`;

/** A suffix may hold a pair of angle brackets, as SICIs do: `<117::AID-ABC12>`. `<jats:p>` is a tag. */
const SUFFIX = String.raw`(?:[^\s"<>]|<(?!/?[a-z]+:[a-z-]+>)[^\s"<>/]*:[^\s"<>]*>)`;

const START = DOI_PREFIX.replace(/\/$/, '(?:/|%2f)');
const FOUND = new RegExp(String.raw`(?:(${BEFORE})|(?<![\d.]))(${START}${SUFFIX}{1,500})`, 'i');

/** The DOI anywhere in a field: bare, after `doi:`, in an address, or followed by `[doi]`. Keeps its case. */
export function doiIn(text: string): string | undefined {
	const [, address, written] = FOUND.exec(withoutEscapes(text)) ?? [];
	const doi = trimmedDoi(written && decoded(written, address));
	return doi && isDoi(doi) ? doi : undefined;
}

const NAMED = new RegExp(String.raw`\bdoi(?:=|\.org/|:\s*)(?=${START})|${BEFORE}(?=${START})`, 'i');

/** The DOI in a text that marks it as one: in an address, or after `doi:`. */
export function namedDoiIn(text: string): string | undefined {
	const named = NAMED.exec(text);
	return named === null ? undefined : doiIn(text.slice(named.index));
}

/** Text that may precede a DOI that makes up the whole of a text. Addresses may lack `https://`. */
const LABEL = /^(?:info:doi\/|urn:doi:|(?:digital object identifier|doi(?![.-]))\s*[:=]?\s*)+/i;
const ADDRESS = new RegExp(
	String.raw`^((?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/|/\S*?(?:[/=:]|%2f|%3d)))(${START}\S+)$`,
	'i',
);

/**
 * The DOI that makes up the whole of `text`, without label, address and the full stop of a sentence. Keeps its case.
 * Undefined if the text is more than a DOI.
 */
export function wholeDoi(text: string): string | undefined {
	const unlabelled = withoutEscapes(text.trim()).replace(LABEL, '');
	const [, address, inAddress] = ADDRESS.exec(unlabelled) ?? [];
	// A DOI copied from a sentence may include its full stop. No known DOI ends in one.
	const doi = decoded(inAddress ?? unlabelled, address).replace(TRAILING, '');
	return isDoi(doi) && !doi.includes('</') ? doi : undefined;
}

/** `&lt;`, `&amp;lt;`, `{\textless}`, `$<$` and `\_` are what they mean. */
export function withoutEscapes(text: string): string {
	if (!/[&\\$]/.test(text)) {
		return text;
	}
	return text
		.replace(/\\(?=[_%&#])/g, '')
		.replace(/&amp;/gi, '&')
		.replace(/&(?:lt|#60|#x3c);|\{?\\textless(?:\{\}|(?![A-Za-z])\s?)\}?|\$\s*(?:<|\\lt)\s*\$/gi, '<')
		.replace(/&(?:gt|#62|#x3e);|\{?\\textgreater(?:\{\}|(?![A-Za-z])\s?)\}?|\$\s*(?:>|\\gt)\s*\$/gi, '>');
}

/** Percent signs belong to the address, or they escape what is special in one. A stray `%` belongs to the DOI. */
function decoded(written: string, address: string | undefined): string {
	if (address !== undefined) {
		return percentDecoded(
			RESOLVER.test(address) ? written.replace(TRACKING, '') : paperIn(written.replace(TRAILING, '')),
		);
	}
	return written.includes('%') ? written.replace(/%(?:2[89f]|3[abce]|5[bd])/gi, percentDecoded) : written;
}

/** The addresses of doi.org and others that only resolve DOIs, also behind a library's proxy: `doi-org.proxy.edu`. */
const RESOLVER = /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:[\w-]+-)?doi[.-]|[/=](?:dx\.)?doi\.org\/$/i;

const TRACKING = /[&?#](?:partnerID|md5|sid|atitle|stitle|issn|utm_\w+|via|ref|nosfx|casa_token)=.*$/i;

/** The pages that publishers have for a paper: `/full`, `.pdf`. A SICI may end with `#`. */
const PAGES =
	/(?:\/(?:abstract|full|fulltext|full-text|pdf|epdf|pdfdirect|meta|html|references|summary|figures|citedby|suppinfo|metrics|download)|\.(?:full|abstract|pdf|svg|html?))$/i;

/** The DOI without what a publisher's address has after it. */
function paperIn(written: string): string {
	const path = written.replace(/[?&].*$|(?<!;2-)#.*$/, '');
	const paper = path.replace(PAGES, '').replace(PAGES, '');
	// bioRxiv's addresses have the version, Oxford's a number of their own.
	return paper.replace(/^(10\.1101\/[\d.]+)v\d+$/, '$1').replace(/^(10\.1093\/[^/]+\/[^/]+)\/\d{5,}$/, '$1');
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Without characters that belong to the surrounding sentence or address. */
function trimmedDoi(written: string | undefined): string | undefined {
	const doi = written?.replace(TRACKING, '').replace(TRAILING, '');
	return doi && hasStrayBracket(doi) ? trimmedDoi(doi.slice(0, -1)) : doi;
}

const TRAILING = /[.,;]+$/;
const OPENING: ReadonlyMap<string, string> = new Map([
	[')', '('],
	[']', '['],
	['}', '{'],
]);

/** Whether the last character is a closing bracket without an opening one in `doi`. */
function hasStrayBracket(doi: string): boolean {
	const closing = doi.slice(-1);
	const opening = OPENING.get(closing);
	return opening !== undefined && doi.split(closing).length > doi.split(opening).length;
}
