/** Problems of two papers of which both have a name that should mean one. */

import { visible } from './foreignText.ts';

const IDENTIFIER_NAMES = { doi: 'DOI', arxiv: 'arXiv id', pmid: 'PMID' };

type IdentifierKind = keyof typeof IDENTIFIER_NAMES;

export const clashMessages = {
	sharedKey: (key: string) =>
		`Another paper also has the key "${visible(key)}", so a citation of it is ambiguous. Give one of them a different key.`,
	otherPaperWithKey: (key: string) => `Another paper with the key "${visible(key)}"`,
	sharedIdentifier: (kind: IdentifierKind, written: string) =>
		`Several papers have the ${IDENTIFIER_NAMES[kind]} ${visible(written)}, and they differ too much to be one. Is it that of a book, issue or supplement that contains them? Then give it to that alone.`,
	otherPaperWithIdentifier: (kind: IdentifierKind, written: string) =>
		`Another paper with the ${IDENTIFIER_NAMES[kind]} ${visible(written)}`,
} as const;
