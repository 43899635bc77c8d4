/** The words of the call hierarchy. */

import { counted } from './counted.ts';

export const callMessages = {
	/** A paper that the same notes cite. */
	citedTogether: (title: string, notes: number) => `${title} (together in ${counted(notes, 'note')})`,
};
