/** How we read citations, in the form in which Pandoc's reading is compared. */

import { readNote } from '../../../server/src/notes/note.ts';
import { type Groups, lettersOf } from './pandoc.ts';

/** The citations that we find in the text. */
export function ourGroups(text: string): Groups {
	return readNote(text, { syntaxes: ['pandoc'] }).citations.map(({ items }) =>
		items.map(({ reference, mode, isBare, prefix, locator }) => ({
			key: reference,
			// Pandoc 3 leaves out the author for `-@a` without brackets, too. Pandoc 2 does not.
			mode: isBare ? 'inText' : mode,
			prefix: lettersOf(shown(prefix?.text ?? '')),
			suffix: lettersOf(shown(locator?.text ?? '')),
		})),
	);
}

/** The text without link targets, attributes and entities, which Pandoc does not keep as text. */
function shown(text: string): string {
	return text.replace(/\]\([^()]*\)|(?<=[\]`])\{[^{}]*\}|&\w+;/g, ']');
}
