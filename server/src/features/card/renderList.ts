/** The papers of one citation as a short list. */

import { byline } from '../../corpus/byline.ts';
import { plainMarkdown } from '../../corpus/text/richText.ts';
import { cardMessages } from '../../messages/card.ts';
import type { ListedItem } from './hover.ts';
import type { CardStyle } from './renderCard.ts';

/** As many lines as fit a card. */
const MAX_LISTED = 20;

export function renderList(list: readonly ListedItem[], { format }: CardStyle): string {
	const shown = format === 'markdown' ? plainMarkdown : (text: string): string => text;
	const lines = list.slice(0, MAX_LISTED).map(({ key, paper }) => {
		const says = paper ? [byline(paper), paper.title].filter(Boolean).join(' · ') : cardMessages.unclearKey;
		return `- ${shown(`${says} (${key})`)}`;
	});
	const more = list.length > MAX_LISTED ? [`- ${cardMessages.andMore(list.length - MAX_LISTED)}`] : [];
	return [...lines, ...more].join('\n');
}
