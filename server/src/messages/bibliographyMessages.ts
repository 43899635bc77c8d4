/** Problems of bibliographies named in a note or project file. Paths are in quotes. */

export const bibliographyMessages = {
	/** `places`: where it was looked for. */
	absent: (path: string, places: readonly string[]) => {
		const looked = places.map((place) => `"${place}"`).join(' or ');
		return `The bibliography "${path}" was not found: there is no file at ${looked}.`;
	},
	/** Follows the text above if the path leads out of the project. */
	elsewhere: 'To read a file from elsewhere, add it to paperNotes.corpus in your settings.',
	outside: (path: string) =>
		`The bibliography "${path}" is outside the open folder. To read it, add it to paperNotes.corpus in your settings.`,
	/** `target`: where the link leads. */
	linkOutside: (path: string, target: string) =>
		`The bibliography "${path}" is behind a link that leads out of the open folder, to "${target}". To read it, add that path to paperNotes.libraries in your user settings.`,
	excluded: (path: string) =>
		`The bibliography "${path}" is not read because the setting paperNotes.exclude leaves it out.`,
} as const;
