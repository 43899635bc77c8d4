/** A note's front matter, parsed once and shared by all states of the note that have the same front matter. */

import type { Span } from '../util/span.ts';
import { type BibliographyName, bibliographyNamesIn, fieldSpans } from './bibliographyNames.ts';

export interface FrontMatter {
	/** Including its delimiters; empty if there is none. */
	readonly text: string;
	readonly bibliographies: readonly BibliographyName[];
	/** The field `references:` with its list of papers (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). */
	readonly references: Span | undefined;
}

export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [], references: undefined };

/** The front matter with this `text`: `before` itself, from the note's previous state, if the edit did not change it. */
export function frontMatterOf(text: string, before: FrontMatter): FrontMatter {
	return text === before.text
		? before
		: { text, bibliographies: bibliographyNamesIn(text), references: referencesIn(text) };
}

const REFERENCES_LINE = /^["']?references["']?[ \t]*:/;

/** If the field is written twice, the last one counts, as in Pandoc. */
function referencesIn(text: string): Span | undefined {
	return text.includes('references') ? [...fieldSpans(text, REFERENCES_LINE)].at(-1) : undefined;
}
