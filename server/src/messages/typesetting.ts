/** Texts about citations for LaTeX and Typst. */

import { counted } from './counted.ts';
import { type LeftPlace, leftPlaces } from './leftPlaces.ts';

const NAMES = { latex: 'LaTeX', typst: 'Typst' };

type Name = keyof typeof NAMES;

export const typesettingMessages = {
	openNote: 'Open a note first, and select text or put the cursor on a citation.',
	nothing: 'Put the cursor on a citation, or select text that holds one.',
	notCopied: (to: Name, left: readonly LeftPlace[]) =>
		`Nothing was copied: ${counted(left.length, 'citation')} cannot be written for ${NAMES[to]}. ${leftPlaces(left)}`,
	copied: (to: Name, count: number) => `Copied with ${counted(count, 'citation')} for ${NAMES[to]}`,
	copiedPartly: (to: Name, count: number, left: readonly LeftPlace[]) =>
		`Copied with ${counted(count, 'citation')} for ${NAMES[to]}. ${counted(left.length, 'citation')} left: ${leftPlaces(left)}`,
	/** `citation`: as it is pasted. */
	cite: (citation: string) => `Cite the paper: ${citation.trim()}`,
	paste: (syntax: 'paper' | 'pandoc') => `Paste citations as ${syntax === 'paper' ? '@paper[key]' : '[@key]'}`,
};
