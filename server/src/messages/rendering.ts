/** Texts about citations and bibliographies in a citation style. */

export const renderingMessages = {
	noStyle: (style: string) =>
		`There is no citation style "${style}". Give the path of a .csl file in this folder, or the name of a style that Paper Notes has, such as "apa" or "ieee". APA is used instead.`,
	noParent: (style: string, parent: string) =>
		`The citation style "${style}" is another name for "${parent}", which is missing. Put ${parent}.csl beside it. APA is used instead.`,
	noCsl: (style: string) => `"${style}" is not a CSL style. APA is used instead.`,
	broken: (style: string, reason: string) =>
		`The citation style "${style}" cannot be used: ${reason}. APA is used instead.`,
	/** `papers`: how many the note cites. */
	nothingToList: (papers: number) =>
		papers === 0
			? 'This note cites no paper yet, so its bibliography is empty.'
			: 'This citation style has no bibliography.',
	invalid: 'it is not valid CSL',
	tooLong: 'it takes too long',
} as const;

export const renderingCommandMessages = {
	copied: 'Copied as the bibliography lists it',
	failed: 'The citation could not be formatted. Try again.',
	openNote: 'Open a note to insert its bibliography.',
	notInserted: 'The bibliography could not be inserted, perhaps because the papers are still being read. Try again.',
	upToDate: 'The bibliography is up to date',
} as const;

export const renderingTitles = {
	insert: 'Insert the bibliography here',
	update: 'Update the bibliography',
} as const;
