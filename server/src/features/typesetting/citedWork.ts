/** Citations as values that every program's syntax can be written from and read into. */

import type { CitationMode } from '../../notes/citation.ts';
import type { Span } from '../../util/span.ts';

/** One work of a citation. */
export interface CitedWork {
	readonly key: string;
	readonly mode: CitationMode;
	/** Markdown: `see *also*`. */
	readonly prefix?: string;
	/** Markdown: `pp. 3--5`. */
	readonly locator?: string;
}

/** A citation in text of another program. */
export interface FoundCitation {
	readonly span: Span;
	readonly works: readonly CitedWork[];
}

/** Why a citation cannot be written for a program: its key, its words before the key, or a mixture of its forms. */
export type Untypeset = 'key' | 'prefix' | 'mixed';

export type Typeset = { readonly text: string } | { readonly reason: Untypeset };

/** A span of Markdown as a writer sees it. */
export type InlinePart =
	| { readonly kind: 'text' | 'code' | 'formula'; readonly text: string }
	| { readonly kind: 'emphasis' | 'strong'; readonly parts: readonly InlinePart[] };

const INLINE =
	/\\(?<escaped>[!-/:-@[-`{-~])|(?<strong>\*\*|__)(?=\S)(?<strongText>.+?)(?<=\S)\k<strong>|(?<mark>[*_])(?=\S)(?<text>.+?)(?<=\S)\k<mark>|`(?<code>[^`]+)`|(?<formula>\$[^\s$](?:[^$]*[^\s$])?\$)/gu;

/** The parts of a prefix or locator in Markdown: emphasis, code, formulas and plain text. */
export function inlineParts(markdown: string): readonly InlinePart[] {
	const parts: InlinePart[] = [];
	let plain = '';
	let from = 0;
	for (const found of markdown.matchAll(INLINE)) {
		plain += markdown.slice(from, found.index) + (found.groups?.['escaped'] ?? '');
		from = found.index + found[0].length;
		const part = partOf(found.groups ?? {});
		if (part) {
			parts.push(...textPart(plain), part);
			plain = '';
		}
	}
	return [...parts, ...textPart(plain + markdown.slice(from))];
}

function textPart(text: string): InlinePart[] {
	return text === '' ? [] : [{ kind: 'text', text }];
}

/** What the groups of `INLINE` matched; undefined for an escaped sign, which is text. */
function partOf({ strongText, text, code, formula }: Readonly<Record<string, string | undefined>>) {
	if (code !== undefined) {
		return { kind: 'code', text: code } satisfies InlinePart;
	}
	if (formula !== undefined) {
		return { kind: 'formula', text: formula } satisfies InlinePart;
	}
	const inner = strongText ?? text;
	const kind = strongText === undefined ? 'emphasis' : 'strong';
	return inner === undefined ? undefined : ({ kind, parts: inlineParts(inner) } satisfies InlinePart);
}
