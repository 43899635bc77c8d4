/** Messages for keys that cannot be renamed: why not, and what to do instead. */

export const renamingMessages = {
	stillReading: 'Your papers and notes are still being read. Rename the key once that is done.',
	namesNoPaper: 'This citation names no paper yet, so there is no key to rename.',
	namesakeLink: (name: string) =>
		`This link is called like a citation in this note, and VS Code would rename "${name}" in both. Change the link by hand, or press F2 on the citation.`,
	readOnlyNote: 'This is an older or foreign state of the note, which cannot be changed.',
	unknown: (key: string) => `No paper has the key "${key}". Correct the citation first: press Ctrl+. on it.`,
	ambiguous: (key: string) =>
		`Several papers have the key "${key}". Give each a key of its own in its corpus file first.`,
	generated: (key: string, file: string) =>
		`The record in ${file} has no key of its own; "${key}" is made from its author, year and title. To choose a key, add the paper to a BibTeX file.`,
	alias: (name: string, key: string) =>
		`"${name}" is another name of the paper "${key}". Cite it as "${key}", and rename that.`,
	unsupportedFormat: (key: string, file: string, format: string) =>
		`The record of "${key}" is in ${file}. Keys can be renamed in BibTeX, CSL-JSON and CSL-YAML files, but not in ${format}.`,
	notAKey: (name: string) =>
		name.trim() === '' ? 'A key needs at least one letter or digit.' : `"${name}" cannot be used as a key.`,
	taken: (name: string, key: string) =>
		name === key
			? `Another paper already has the key "${name}". Choose a different one.`
			: `"${name}" already names the paper "${key}". Choose a different key.`,
	ownName: (name: string) => `This paper is already known as "${name}" as well. Choose a different key.`,
	takenIn: (name: string, file: string) => `An entry in ${file} already has the key "${name}". Choose a different one.`,
	forbidden: (character: string, file: string) =>
		`A key in ${file} cannot contain ${character.trim() === '' ? 'spaces' : character === '"' ? 'quotation marks' : `"${character}"`}.`,
	notFound: (key: string, file: string) =>
		`The key "${key}" was not found in ${file}, which may have just changed. Nothing was renamed; try again in a moment.`,
	wouldRead: (name: string, file: string) =>
		`With the key "${name}", the citations in ${file} would no longer be read as they are. Choose a different key.`,
	inNotes: 'Citations in notes',
	inCorpus: 'Records and their references',
	inDecisions: 'What is remembered of this folder',
};

/** What stands around a rename: its name, and what is said if none can begin or end. Part of every start. */
export const renamingLabels = {
	/** The button that closes the message. */
	understood: 'OK',
	notHere: 'Put the cursor on a citation in a note to rename the key of its paper.',
	notAnswered: (error: string) => `Nothing was renamed; please try again. (${error})`,
	label: (from: string, to: string) => `Rename ${from} to ${to}`,
	updateNotes: 'Update citations',
	nothingToUpdate: 'No note cites the paper by this key any more.',
	failed: 'The key could not be renamed because of an internal error. The details are in the output "Paper Notes".',
};
