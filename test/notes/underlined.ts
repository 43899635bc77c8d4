/** Citations as marked text: each reference is underlined and shown with the text around it: `see - , p. 4`. */

import assert from 'node:assert/strict';
import type { CitationItem, CitationMode, CitationSyntax } from '../../server/src/notes/citation.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { filesIn } from '../support/fixture.ts';

/** The marks of a fixture are exactly the references that its notes cite. */
export function checkReferences(fixture: string, syntaxes: readonly CitationSyntax[]): void {
	for (const { text, marks } of filesIn(fixture)) {
		const items = readNote(text, { syntaxes }).citations.flatMap((citation) => citation.items);
		assert.deepEqual(items.map(described), marks, text);
		for (const { reference, referenceSpan } of items) {
			assert.equal(text.slice(referenceSpan.start, referenceSpan.end), reference);
		}
	}
}

/** Parenthetical citations are not labelled. */
const MODES: Readonly<Record<CitationMode, string | undefined>> = {
	parenthetical: undefined,
	suppressAuthor: '-',
	inText: '+',
};

function described({ referenceSpan, prefix, mode, locator }: CitationItem) {
	const around = [prefix?.text, MODES[mode], locator && `, ${locator.text}`];
	return { ...referenceSpan, text: around.filter((part) => part !== undefined).join(' ') };
}
