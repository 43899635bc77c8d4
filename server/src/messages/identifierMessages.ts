/** Problems of identifiers as they are written. */

export const identifierMessages = {
	notADoi: (written: string) =>
		`"${written}" is not a valid DOI. A DOI starts with "10.", a number and a slash, as in 10.1000/182.`,
	cutDoi: (written: string) =>
		`"${written}" is only the beginning of a DOI: a program has cut it at a "<" or ";". Copy the whole DOI again.`,
	notAnIsbn: (written: string) => `"${written}" is not a valid ISBN: an ISBN with 13 digits starts with 978 or 979.`,
	/** `last`: the check digit that matches the other digits. */
	wrongIsbn: (written: string, last: string) =>
		`The ISBN "${written}" has a wrong digit: after the others, the last one would be ${last}. Copy it again.`,
} as const;
