/** A note's front matter, parsed once and shared by all states of the note that have the same front matter. */

import type { Span } from '../util/span.ts';
import { type BibliographyName, bibliographyNamesIn, fieldSpans } from './bibliographyNames.ts';
import type { Words } from './words.ts';

export interface FrontMatter {
	/** Including its delimiters; empty if there is none. */
	readonly text: string;
	readonly bibliographies: readonly BibliographyName[];
	/** The field `references:` with its list of papers (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). */
	readonly references: Span | undefined;
	/** The paper that the note is about, as the field `paper:` names it: `vaswani2017` for `paper: "@paper[vaswani2017]"`. */
	readonly paper: Words | undefined;
}

export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [], references: undefined, paper: undefined };

/** The front matter with this `text`: `before` itself, from the note's previous state, if the edit did not change it. */
export function frontMatterOf(text: string, before: FrontMatter): FrontMatter {
	return text === before.text
		? before
		: {
				text,
				bibliographies: bibliographyNamesIn(text),
				references: referencesIn(text),
				paper: paperIn(text),
			};
}

/** In YAML or TOML: a name, perhaps in quotes, perhaps written as a citation or a wiki link. */
const PAPER_LINE =
	/^(paper[ \t]*[:=][ \t]*(["']?)(?:@paper\[|\[\[|\[)?@?)([^\s"'[\]#][^\s"'[\]]*)\]{0,2}\2[ \t]*(?:#.*)?$/m;

function paperIn(text: string): Words | undefined {
	const found = PAPER_LINE.exec(text);
	if (!found) {
		return undefined;
	}
	const [, before = '', , name = ''] = found;
	const start = found.index + before.length;
	return { text: name, span: { start, end: start + name.length } };
}

const REFERENCES_LINE = /^["']?references["']?[ \t]*:/;

/** If the field is written twice, the last one counts, as in Pandoc. */
function referencesIn(text: string): Span | undefined {
	return text.includes('references') ? [...fieldSpans(text, REFERENCES_LINE)].at(-1) : undefined;
}
