/** The problem of an XML entry without its closing tag. */

import { entryMessages } from '../../../messages/entryMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import type { XmlEntry } from './xmlEntries.ts';

/** Undefined if `entry` is closed. `name` is the name of its element, such as `PubmedArticle`. */
export function unclosedEntry({ span, isClosed }: XmlEntry, name: string): Problem | undefined {
	if (isClosed) {
		return undefined;
	}
	return {
		code: 'unreadable-entry',
		message: entryMessages.noEndTag(name),
		span: { start: span.start, end: Math.min(span.end, span.start + name.length + 1) },
	};
}
