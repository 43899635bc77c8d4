/** A note's front matter, read once for all states of the note that share it. */

import { type BibliographyName, bibliographyNamesIn } from './bibliographyNames.ts';

export interface FrontMatter {
	/** With its delimiters; empty where there is none. */
	readonly text: string;
	readonly bibliographies: readonly BibliographyName[];
}

export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [] };

/** The front matter `text`; that of the note's state `before` when an edit has left it alone. */
export function frontMatterOf(text: string, before: FrontMatter): FrontMatter {
	return text === before.text ? before : { text, bibliographies: bibliographyNamesIn(text) };
}
