/** The list of papers that no note cites. */

import { counted } from './counted.ts';

export const uncitedMessages = {
	none: 'Every paper in your library is cited in a note.',
	stillReading: 'Your papers and notes are still being read. List the uncited papers once that is done.',
	title: (total: number, shown: number) =>
		`${counted(total, 'paper')} that no note cites${shown < total ? `: the first ${shown.toLocaleString('en')}` : ''}`,
};
