/** What else a key in Pandoc's syntax may be: a cross reference, a user name, a decorator, a link to a note. */

import type { Citation, CitationItem } from './citation.ts';
import type { Note } from './note.ts';

/**
 * `crossReference`: `@fig-leaf`, of Quarto and pandoc-crossref, which no bibliography has. `profile`: the text of a link to
 * a page, `[@name](https://example.org)`. `wikiLink`: `[[@name]]`, a link to the note with this name. `bare`: a key without
 * brackets.
 */
export type Doubt =
	| { readonly kind: 'crossReference' | 'profile' }
	/** `name` is what the key was meant to be, as it may be escaped: `ash_2001` for `@ash\_2001`. */
	| { readonly kind: 'bare'; readonly name: string }
	| { readonly kind: 'wikiLink'; readonly target: string };

/** The kinds of Quarto, pandoc-crossref and bookdown, also with a capital, as at the start of a sentence. */
const CROSS_REFERENCE =
	/^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp|sol|rem|alg|nte|tip|wrn|imp|cau|ex|ch|app|apx|sfig|suppfig|supptbl)[-:]/i;

/** Says of each item what else it may be; undefined if it is certainly meant as a citation. */
export function doubtsIn({ text }: Pick<Note, 'text'>): (citation: Citation, item: CitationItem) => Doubt | undefined {
	const mayDefine = DEFINED_PROFILE.test(text);
	return (citation, item) => {
		if (citation.syntax !== 'pandoc') {
			return undefined;
		}
		if (CROSS_REFERENCE.test(item.reference)) {
			return { kind: 'crossReference' };
		}
		const target = citation.items.length === 1 ? wikiTarget(text, citation) : undefined;
		if (target !== undefined) {
			return { kind: 'wikiLink', target };
		}
		if (citation.items.length === 1 && isProfile(text, { citation, item, mayDefine })) {
			return { kind: 'profile' };
		}
		return item.isBare ? { kind: 'bare', name: item.unescaped?.text ?? item.reference } : undefined;
	};
}

/** For `[[@name|text]]` this is `@name`. */
function wikiTarget(text: string, { span, content }: Citation): string | undefined {
	const isWikiLink = text[span.start] === '[' && text[span.start - 1] === '[' && text[span.end] === ']';
	return isWikiLink ? content.replace(/[|#][\s\S]*$/, '').trim() : undefined;
}

interface Named {
	readonly citation: Citation;
	readonly item: CitationItem;
	readonly mayDefine: boolean;
}

const DEFINED_PROFILE = /\]:[ \t]*<?https?:/;

/** `[@name](https://example.org)`, `[@name]: https://example.org`, or `[@name]` in a note with the latter. */
function isProfile(text: string, { citation: { span }, item, mayDefine }: Named): boolean {
	if (item.isBare) {
		return text[span.start - 1] === '[' && /^\]\(<?https?:/.test(text.slice(span.end, span.end + 9));
	}
	const written = text.slice(span.start, span.end);
	return (
		mayDefine && written === `[@${item.reference}]` && [' ', ' <'].some((gap) => text.includes(`${written}:${gap}http`))
	);
}
