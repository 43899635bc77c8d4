/** What is wrong with a bibliography that a note or project file names. Paths come in quotes where they are shown. */

export const bibliographyMessages = {
	/** `places`: where it was looked for. */
	absent: (path: string, places: readonly string[]) => {
		const looked = places.map((place) => `"${place}"`).join(' or ');
		return `The bibliography "${path}" was not found: there is no file at ${looked}.`;
	},
	/** Follows the above where the path leads out of the project. */
	elsewhere: 'To read a file from elsewhere, add it to paperNotes.corpus in your settings.',
	outside: (path: string) =>
		`The bibliography "${path}" is outside the open folder. To read it, add it to paperNotes.corpus in your settings.`,
	excluded: (path: string) =>
		`The bibliography "${path}" is not read because the setting paperNotes.exclude leaves it out.`,
} as const;
