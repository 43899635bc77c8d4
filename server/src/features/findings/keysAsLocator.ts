/** Finds `@paper[a, b]` where `b` is a key: the writer meant two papers. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import { writtenKey } from '../../notes/citationForms.ts';
import type { Note } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { CitedItem } from './citeInstead.ts';
import { type Finding, fixBy } from './finding.ts';

export function keysAfterComma(view: WorkspaceView, note: Note, { citation, item }: CitedItem): Finding[] {
	const found = keysAsLocator(view, note, { citation, item });
	return found
		? [
				{
					problem: {
						code: 'malformed-citation',
						message: citationMessages.keysAfterComma(found.keys),
						span: found.span,
					},
					reach: item.span,
					fixes: () => [fixBy(fixTitles.separatePapers, { span: found.withComma, newText: found.separated })],
				},
			]
		: [];
}

interface KeysAsLocator {
	/** For `@paper[a, b, c, p. 4]` these are `b` and `c`. */
	readonly keys: readonly string[];
	/** The span from the first key to the last: `b, c`. */
	readonly span: Span;
	/** The same span with the comma before it: `, b, c`. */
	readonly withComma: Span;
	/** The replacement: `; b; c`. */
	readonly separated: string;
}

function keysAsLocator(view: WorkspaceView, { text }: Note, { citation, item }: CitedItem): KeysAsLocator | undefined {
	if (!item.locator) {
		return undefined;
	}
	const { start, end: locatorEnd } = item.locator.span;
	const comma = item.referenceSpan.end + text.slice(item.referenceSpan.end, start).lastIndexOf(',');
	// In Pandoc's `@a [b]`, no comma precedes the locator.
	if (comma < item.referenceSpan.end) {
		return undefined;
	}
	const pieces = text.slice(start, locatorEnd).split(',');
	const firstOther = pieces.findIndex((piece) => !isKey(view, piece.trim()));
	const ours = firstOther < 0 ? pieces : pieces.slice(0, firstOther);
	if (ours.length === 0) {
		return undefined;
	}
	const end = start + ours.join(',').trimEnd().length;
	const withComma = { start: comma, end };
	const sign = citation.syntax === 'pandoc' ? '@' : '';
	const written = (key: string): string => sign + (writtenKey(citation.syntax, key) ?? key);
	return {
		keys: ours.map((piece) => piece.trim()),
		span: { start, end },
		withComma,
		separated: text
			.slice(comma, end)
			.replace(/,(\s*)([^,\s]+)/g, (_, space: string, key: string) => `;${space}${written(key)}`),
	};
}

function isKey(view: WorkspaceView, text: string): boolean {
	return text !== '' && !/\s/.test(text) && view.resolve(text).length > 0;
}
