/** The citation styles that come with the extension, by the names of their files in CSL's repository. */

export const SHIPPED_STYLES = [
	'acm-sig-proceedings',
	'american-medical-association',
	'american-sociological-association',
	'apa',
	'association-for-computational-linguistics',
	'chicago-author-date',
	'chicago-fullnote-bibliography',
	'chicago-note-bibliography',
	'china-national-standard-gb-t-7714-2015-numeric',
	'harvard-cite-them-right',
	'ieee',
	'modern-language-association',
	'nature',
	'springer-lecture-notes-in-computer-science',
	'vancouver',
] as const;

/** The style that is used where none is chosen. */
export const STANDARD_STYLE = 'apa';

/** What people call them, and names that they had in CSL's repository before. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	acl: 'association-for-computational-linguistics',
	acm: 'acm-sig-proceedings',
	ama: 'american-medical-association',
	'american-psychological-association': 'apa',
	asa: 'american-sociological-association',
	chicago: 'chicago-author-date',
	'chicago-notes-bibliography': 'chicago-note-bibliography',
	'gb-t-7714': 'china-national-standard-gb-t-7714-2015-numeric',
	harvard: 'harvard-cite-them-right',
	lncs: 'springer-lecture-notes-in-computer-science',
	mla: 'modern-language-association',
};

/** The shipped style that `written` names: `apa`, `APA.csl`, `http://www.zotero.org/styles/apa`, `mla`. */
export function shippedStyle(written: string): string | undefined {
	const name = styleName(written).toLowerCase();
	const own = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : name;
	return SHIPPED_STYLES.find((style) => style === own);
}

/** `apa` for `styles/apa.csl` and for `http://www.zotero.org/styles/apa`. */
export function styleName(written: string): string {
	return (/[^/\\]*$/.exec(written.replace(/[?#].*$/, ''))?.[0] ?? '').replace(/\.csl$/i, '');
}

/** The style of which a `.csl` file is only another name; undefined for a style of its own. */
export function parentStyle(xml: string): string | undefined {
	const [link = ''] = /<link\b[^>]{0,1000}\brel=["']independent-parent["'][^>]{0,1000}>/.exec(xml) ?? [];
	return /\bhref=["']([^"']+)["']/.exec(link)?.[1];
}
