/** A note's front matter, parsed once and shared by all states of the note that have the same front matter. */

import { type BibliographyName, bibliographyNamesIn } from './bibliographyNames.ts';

export interface FrontMatter {
	/** Including its delimiters; empty if there is none. */
	readonly text: string;
	readonly bibliographies: readonly BibliographyName[];
}

export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [] };

/** The front matter with this `text`: `before` itself, from the note's previous state, if the edit did not change it. */
export function frontMatterOf(text: string, before: FrontMatter): FrontMatter {
	return text === before.text ? before : { text, bibliographies: bibliographyNamesIn(text) };
}
