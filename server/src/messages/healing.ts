/** Titles of fixes for citations by keys that their papers no longer have. */

import { counted } from './counted.ts';
import { visible } from './foreignText.ts';

export const healingTitles = {
	updateNotes: (old: string, key: string, notes: number) =>
		`Update @paper[${visible(old)}] to ${visible(key)} in ${counted(notes, 'note')}`,
	updateExchanged: (keys: readonly string[], notes: number) =>
		`Update ${keys.map((key) => `"${visible(key)}"`).join(', ')}, which were exchanged, in ${counted(notes, 'note')}`,
	keepMeaning: (key: string, title: string) => `"${visible(key)}" means "${visible(title)}" now`,
};
