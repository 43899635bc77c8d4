/** Messages about the setting paperNotes.keyPattern, and about keys that are given by it. */

import { visible } from './foreignText.ts';

export const keyPatternMessages = {
	/** `place`: counted from 1. */
	fault: (message: string, place: number) => `paperNotes.keyPattern: ${message}, at character ${place}.`,
	unexpected: (text: string) => `"${visible(text)}" is not expected here`,
	incomplete: 'something is missing at the end',
	noFunction: (name: string) => `there is no function "${name}"`,
	noFilter: (name: string) => `there is no filter "${name}"`,
	giveKey: (key: string) => `Give this record the key "${visible(key)}"`,
	giveAnyKey: 'Give this record a key',
	noData: 'The record has nothing that paperNotes.keyPattern asks for, so it gets no key.',
} as const;
