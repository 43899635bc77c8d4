/** What stands above a record. */

import { counted } from './counted.ts';

export const lensMessages = {
	citedIn: (notes: number) => `Cited in ${counted(notes, 'note')}`,
};
