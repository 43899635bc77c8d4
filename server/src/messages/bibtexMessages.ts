/** Problems of a BibTeX file. Each message says how to fix it. */

export const bibtexMessages = {
	emptyEntry: (type: string) => `This @${type} entry is empty.`,
	noKey: (type: string) =>
		`This @${type} entry has no key: write @${type}{key, ...}. Until then, its key is made from author, year and title.`,
	/** `fields`: at least one. `key`: undefined if the entry has none. */
	missingFields: (key: string | undefined, type: string, fields: readonly string[]) => {
		const list = fields.join(', ').replace(/, (\w+)$/, ' or $1');
		const remedy = fields.map((field) => `${field} = {...}`).join(', ');
		return `${entryName(key)} has no ${list}, which ${articleFor(type)} @${type} needs: add ${remedy}.`;
	},
	repeatedField: (key: string | undefined, field: string) =>
		`${entryName(key)} has the field "${field}" twice, but only one of them is used: remove the other.`,
	unbracedText: (text: string) => `"${text}" needs braces: write {${text}}.`,
	lateMacro: (name: string) =>
		`The macro "${name}" is defined further down, but BibTeX needs its @string above the first use.`,
	undefinedMacro: (name: string) =>
		`The macro "${name}" is not defined: add @string{${name} = "..."} or put the text in braces.`,
	noCommaAfterKey: (key: string) => `A comma is missing after the key "${key}".`,
	noCommaAfterField: (field: string) => `A comma is missing after the field "${field}".`,
	noEqualsSign: (field: string) => `An equals sign is missing after "${field}".`,
	noOpeningBrace: (type: string) => `An opening brace is missing after @${type}: write @${type}{key, ...}.`,
	extraClosingBrace: 'This closing brace is one too many: more fields follow.',
	unclosedEntry: (type: string) => `This @${type} entry is not closed: a closing brace is missing at its end.`,
	unclosedPreamble: 'This @preamble is not closed: a closing brace is missing.',
	unclosedValue: (field: string) => `The value of "${field}" is not closed: a closing brace or quote is missing.`,
	unclosedQuote: 'This quote is not closed: a " is missing.',
	unclosedBrace: 'This brace is not closed: a } is missing.',
	notAField: (text: string) => `"${text}" is not a field: write name = {value}, with a comma between fields.`,
} as const;

/** What the light bulb says of the fixes of a BibTeX file. */
export const bibtexFixes = {
	comma: 'Add the missing comma',
	equalsSign: 'Add the missing equals sign',
	openingBrace: 'Add the missing opening brace',
	closingBrace: 'Add the missing closing brace',
	quote: 'Add the missing quote',
	removeBrace: 'Remove the extra closing brace',
	removeField: (field: string) => `Remove the second "${field}"`,
	braces: (text: string) => `Put "${text}" in braces`,
	addFields: (fields: readonly string[]) => `Add ${fields.join(', ')}`,
	doi: (doi: string) => `Write "${doi}"`,
} as const;

function entryName(key: string | undefined): string {
	return key === undefined ? 'This entry' : `"${key}"`;
}

/** `an` before `article`, `inproceedings` and `unpublished`, `a` before `book`. */
function articleFor(type: string): string {
	return /^[aeiou]/.test(type) ? 'an' : 'a';
}
