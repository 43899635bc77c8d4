/** Messages for new records, and for files that cannot take any. A `file` is a name. */

import { visible } from './foreignText.ts';

/** Programs that rewrite files and do not give their name in them. */
export const programNames = { betterBibtex: 'Better BibTeX' } as const;

export const addingMessages = {
	toFile: (reference: string, file: string) => `Add a record for "${visible(reference)}" to ${file}`,
	toAnyFile: (reference: string) => `Add a record for "${visible(reference)}"…`,
	whichFile: (reference: string) => `Add a record for "${visible(reference)}" to which file?`,
	/** `program`: empty if it is not known. */
	rewritten: (file: string, program: string) =>
		program === ''
			? `${file} is written by another program, which would undo the change. Make it in that program, or use a file of your own; nothing was changed.`
			: `${file} is written by ${program}, which would undo the change. Make it in ${program}, or use a file of your own; nothing was changed.`,
	label: 'Add a record',
} as const;
