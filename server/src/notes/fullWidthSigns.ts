/** The full-width signs of a citation, as Chinese and Japanese input methods write them: `@paper【a；b】`. */

import { halfWidth } from '../syntax/fullWidth.ts';
import type { Span } from '../util/span.ts';
import type { Citation } from './citation.ts';

export interface UsualSign {
	readonly span: Span;
	/** The usual sign in place of the full-width one. */
	readonly newText: string;
}

/** The signs to replace, in order: brackets, separators, marks, digits of keys. Those in other words stay. */
export function fullWidthSigns(text: string, { syntax, span, items }: Citation): UsualSign[] {
	const written = text.slice(span.start, span.end);
	const usual = halfWidth(written);
	if (syntax !== 'paper' || usual === written) {
		return [];
	}
	const words = items.flatMap(({ prefix, locator }) => [prefix, locator]).flatMap((one) => one?.span ?? []);
	const signs: UsualSign[] = [];
	for (let index = 0; index < usual.length; index++) {
		const start = span.start + index;
		if (usual[index] !== written[index] && !words.some((one) => one.start <= start && start < one.end)) {
			signs.push({ span: { start, end: start + 1 }, newText: usual[index] ?? '' });
		}
	}
	return signs;
}
