/** Texts about the citations in notes: problems, fixes, and the forms of a citation. */

import { visible } from './foreignText.ts';

export const citationMessages = {
	unknown: (key: string, suggestion: string | undefined) =>
		`No paper has the key "${visible(key)}".${suggestion === undefined ? '' : ` Did you mean "${visible(suggestion)}"?`}`,
	foreign: (key: string) =>
		`No bibliography of this note has the key "${visible(key)}". Only another note's or project's bibliography has it.`,
	renamed: (old: string, key: string) =>
		`"${visible(old)}" is now "${visible(key)}": its source has given the paper another key.`,
	taken: (key: string, before: { readonly title: string; readonly key: string }) =>
		`"${visible(key)}" means another paper than when it was cited. It meant "${visible(before.title)}", which is now "${visible(before.key)}".`,
	unknownWithout: (count: number) =>
		count === 1 ? 'One key of this note is unknown without it.' : `${count} keys of this note are unknown without it.`,
	noPapers:
		'No papers are indexed, so the citations of this note cannot be checked. Choose your library, or open a folder that holds a .bib file.',
	ambiguous: (key: string, count: number, keys: readonly string[]) =>
		`"${visible(key)}" could mean ${count} papers. ${keys.length > 0 ? `Cite ${quoted(keys).join(' or ')}.` : 'Give them different keys.'}`,
	keysAfterComma: (keys: readonly string[]) =>
		`${quoted(keys).join(' and ')} ${
			keys.length === 1 ? 'is a paper, but after a comma it is' : 'are papers, but after a comma they are'
		} read as a page or section. Separate papers with ";".`,
	unclosed: 'This citation is not closed. Put "]" after its last key.',
	empty: 'This citation names no paper. Write a key between the brackets, or remove the citation.',
	emptyItem: 'A paper is missing next to this semicolon. Write a key, or remove the semicolon.',
	noKey: 'A key is missing before the comma or after the "@".',
	spaceInKey: (key: string) =>
		`A key cannot contain a space: "${visible(key)}". Put ";" between papers, "," before a page, or "@" before the key.`,
	noSeparator: (keys: readonly string[]) => `${quoted(keys).join(' and ')} are papers. Separate papers with ";".`,
	misspelled: (right: string) => `This is not read as a citation. Write "${right}".`,
	fullWidth: (right: string) =>
		`This citation has full-width signs, which other programs do not read. Write "${right}".`,
	repeated: (reference: string, first: string) =>
		`${reference === first ? `"${visible(reference)}" is in this citation twice` : `"${visible(first)}" and "${visible(reference)}" are one paper`}. Cite it once.`,
	markInKey: (key: string) =>
		`"${visible(key)}" is not a key: "@" marks a key and is not its first character. Write a single "@", "-@" or "+@" before the key.`,
};

export const fixTitles = {
	write: (text: string) => `Write "${text}"`,
	setKeyApart: (key: string, { before, after }: { readonly before: boolean; readonly after: boolean }) =>
		`Put ${[before ? '"@" before' : undefined, after ? '"," after' : undefined].filter(Boolean).join(' and ')} "${key}"`,
	close: (citation: string) => `Close the citation: ${citation}`,
	removeOpening: 'Remove "@paper["',
	removeEmpty: 'Remove the empty citation',
	removeSemicolon: 'Remove the semicolon',
	removeRepeated: 'Remove the repeated paper',
	cite: (key: string) => `Cite "${key}"`,
	chooseLibrary: 'Choose your library…',
	searchInstead: 'Search for another paper…',
	useKey: (key: string) => `Use the key "${key}"`,
	allUnknownKeys: (sure: number, all: number) =>
		sure === all ? 'Fix all unknown keys in this note' : `Fix ${sure} of the ${all} unknown keys in this note`,
	fixAll: 'Fix all unknown keys whose meaning is clear',
	fixAllRecords: 'Fix all missing commas, equals signs and repeated fields',
	separatePapers: 'Separate the papers with ";"',
};

/** Light bulb entries for a citation's other forms. Each shows the citation as it would be written. */
export const formTitles = {
	parenthetical: (citation: string) => `Cite in parentheses: ${citation}`,
	inText: (citation: string) => `Cite in the text: ${citation}`,
	suppressAuthor: (citation: string) => `Leave out the author: ${citation}`,
};

function quoted(keys: readonly string[]): string[] {
	return keys.map((key) => `"${visible(key)}"`);
}

/** Why a citation is not converted to another syntax. */
export const leftReasons = {
	malformed: 'it has a problem that must be corrected first',
	key: 'the other syntax cannot hold its key',
	form: 'the other syntax has no such citation in the text',
	place: 'at this place it would be read as something else',
	spelling: 'converted back, it would be written in another way',
	doubt: 'it could be a user name or a cross reference',
};

/** Why a citation is not written for LaTeX or Typst. */
export const untypesetReasons = {
	latex: {
		key: 'a key of LaTeX cannot hold its signs',
		prefix: 'LaTeX has no words before a key',
		mixed: 'LaTeX has no command for papers in different forms, or for several without their authors',
	},
	typst: {
		key: 'a label of Typst cannot hold its signs',
		prefix: 'Typst has no words before a key',
		mixed: 'Typst has no citation in different forms',
	},
};

export const conversionTitles = {
	pandoc: (text: string) => `Convert to Pandoc's syntax: ${text}`,
	paper: (text: string) => `Convert to @paper: ${text}`,
	all: { pandoc: "Convert citations to Pandoc's syntax", paper: 'Convert citations to @paper' },
};
