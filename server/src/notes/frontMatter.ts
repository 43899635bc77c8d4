/**
 * A note's front matter, with further YAML blocks like it, parsed once and shared by all states of the note in which it is
 * the same.
 */

import type { Range, Span } from '../util/span.ts';
import { type BibliographyName, bibliographyNamesIn, fieldSpans } from './bibliographyNames.ts';
import type { Source } from './source.ts';
import type { Words } from './words.ts';

export interface FrontMatter {
	/** Including its delimiters, and the further blocks, with blank lines between; empty if there is none. */
	readonly text: string;
	readonly bibliographies: readonly BibliographyName[];
	/** The field `references:` with its list of papers (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). */
	readonly references: Span | undefined;
	/** The paper that the note is about, as the field `paper:` names it: `vaswani2017` for `paper: "@paper[vaswani2017]"`. */
	readonly paper: Words | undefined;
	/** In a notebook, where a span of `text` is in its file. */
	readonly rangeInFile?: (span: Span) => Range;
}

export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [], references: undefined, paper: undefined };

/** The front matter with this `text`: `before` itself, from the note's previous state, if the edit did not change it. */
export function frontMatterOf(
	text: string,
	{ metadata, frontMatterEnd }: Pick<Source, 'metadata' | 'frontMatterEnd'>,
	before: FrontMatter,
): FrontMatter {
	if (text === before.text) {
		return before;
	}
	const blocks = [{ start: 0, end: frontMatterEnd }, ...metadata];
	return { text, bibliographies: bibliographiesIn(text, blocks), references: referencesIn(text), paper: paperIn(text) };
}

/** The names in the last block that has any: as in Pandoc, it overrules those before it. */
function bibliographiesIn(text: string, blocks: readonly Span[]): readonly BibliographyName[] {
	const names = bibliographyNamesIn(text);
	const last = blocks.findLast((block) => names.some(({ span }) => block.start <= span.start && span.end <= block.end));
	return names.filter(({ span }) => last !== undefined && last.start <= span.start);
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
