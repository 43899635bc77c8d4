/** Problems of a YAML file. Each message says how to fix it. */

export const yamlMessages = {
	notACslItem: 'This is not a CSL item: an item has fields such as "id", "type" and "title".',
	notAHayagrivaEntry: 'This is not a paper: indent its fields, such as "type" and "title", below its key.',
	interruption:
		'This line ends the list, but more papers follow. Indent it if it belongs to a paper, or else remove it.',
	tooLong: 'This item is longer than 1 MB, so only its beginning was read. Is a quote or a bracket missing?',
	expansive:
		'The aliases ("*name") in this file stand for more text than any bibliography has, so this one was not followed.',
	unknownAlias: (name: string) => `The alias "*${name}" is not defined: there is no anchor "&${name}" before it.`,
	repeatedField: (field: string) =>
		`The field "${field}" appears twice in this paper, and the first one is used. Is the "- " of the next paper missing?`,
	/** `error`: the parser's own message. */
	unreadable: (error: string) => `This cannot be read as YAML: ${error}`,
} as const;
