/** Filters for templates of notes, beside Liquid's own. */

import { escapeInline } from '../corpus/text/markdownEscape.ts';
import { unmarked } from '../util/textKinds.ts';
import { yamlLibrary } from '../util/yamlLibrary.node.ts';

/** By name, as in `{{ title | yaml }}`. */
export const FILTERS: Readonly<Record<string, (value: unknown, ...given: unknown[]) => string>> = {
	/** A value on one line of YAML, quoted where it must be. */
	yaml: (value) => yamlText(value),
	/** Each line as part of a quotation. */
	quote: (value) => textOf(value).replace(/^/gm, '> '),
	/** Text that Markdown shows as it is. */
	markdown: (value) => escapeInline(unmarked(textOf(value))),
	/** `deep-learning-2020`: letters and digits alone, joined by hyphens. */
	slug: (value) =>
		textOf(value)
			.normalize('NFKD')
			.replace(/\p{M}+/gu, '')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, ''),
	/** The names of people: `{{ authors | names: 3 }}` gives the first three and `et al.` */
	names: (value, most) => namesOf(value, Number(most)),
};

function textOf(value: unknown): string {
	return value === undefined || value === null ? '' : String(value);
}

function yamlText(value: unknown): string {
	if (value === undefined || value === null || value === '') {
		return '';
	}
	const options = {
		lineWidth: 0,
		collectionStyle: 'flow',
		flowCollectionPadding: false,
		// Many programs read YAML as of 2005, in which `on` and `2020-01-01` are no text.
		compat: 'yaml-1.1',
	} as const;
	const written = yamlLibrary().stringify(value, options).trimEnd();
	// JSON is YAML, and keeps line ends within a line.
	return written.includes('\n') ? JSON.stringify(value) : written;
}

function namesOf(value: unknown, most: number): string {
	const names = Array.isArray(value)
		? value.map((name: { readonly name?: unknown }) => textOf(name?.name ?? name))
		: [];
	return names.length > most ? `${names.slice(0, most).join(', ')} et al.` : names.join(', ');
}
