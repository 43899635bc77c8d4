/** Citations as marked text: each reference is underlined, with what stands around it: `see - , p. 4`. */

import assert from 'node:assert/strict';
import type { CitationItem, CitationSyntax } from '../../server/src/notes/citation.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { filesIn } from '../support/fixture.ts';

/** The marks of a fixture are the references that its notes cite, no more and no less. */
export function checkReferences(fixture: string, syntaxes: readonly CitationSyntax[]): void {
	for (const { text, marks } of filesIn(fixture)) {
		const items = readNote(text, { syntaxes }).citations.flatMap((citation) => citation.items);
		assert.deepEqual(items.map(described), marks, text);
		for (const { reference, referenceSpan } of items) {
			assert.equal(text.slice(referenceSpan.start, referenceSpan.end), reference);
		}
	}
}

function described({ referenceSpan, prefix, suppressAuthor, locator }: CitationItem) {
	const around = [prefix?.text, suppressAuthor ? '-' : undefined, locator && `, ${locator.text}`];
	return { ...referenceSpan, text: around.filter((part) => part !== undefined).join(' ') };
}
