/** What a person wants to know of a paper at a glance; the same facts for Markdown and for plain text. */

import type { Paper } from '../corpus/corpus.ts';
import type { CslItem, CslName, PaperExtra } from '../corpus/paper.ts';
import type { CitingPlace } from '../workspace/view.ts';
import { type CardSource, cardSources } from './cardSources.ts';
import { type PaperLink, paperLinks } from './paperLinks.ts';

/** Text fields are rich text as the corpus holds it; renderers make it safe. */
export interface Card {
	readonly key: string;
	readonly title: string;
	readonly authors: string;
	/** Venue, date, categories, code: `NeurIPS · June 2017 · cs.CL · code published`. */
	readonly published: string;
	readonly abstract: string;
	readonly links: readonly PaperLink[];
	readonly citing: readonly CitingPlace[];
	readonly sources: readonly CardSource[];
}

/** Papers of large teams have hundreds of authors; up to ten are two lines of a card. */
const MOST_AUTHORS = 10;

export function cardOf(paper: Paper, citing: readonly CitingPlace[], maxAbstractLength: number): Card {
	const { item, extra } = paper;
	return {
		key: paper.key,
		title: item.title ?? paper.key,
		authors: authorLine(item.author ?? item.editor ?? [], extra),
		published: [venueOf(item), dateOf(item), ...(extra.categories ?? []), extra.hasCode && 'code published']
			.filter(Boolean)
			.join(' · '),
		abstract: shortened(item.abstract ?? '', maxAbstractLength),
		links: paperLinks(paper),
		citing,
		sources: cardSources(paper),
	};
}

/** `Zhiyuan Zeng, Jiatong Yu et al. · princeton, uw`. */
function authorLine(names: readonly CslName[], extra: PaperExtra): string {
	const affiliations = extra.affiliations?.join(', ');
	return [authorsOf(names, extra.authorsTruncated === true), affiliations].filter(Boolean).join(' · ');
}

function authorsOf(names: readonly CslName[], truncated: boolean): string {
	const shown = names.slice(0, MOST_AUTHORS).map(nameOf).join(', ');
	const more = names.length - MOST_AUTHORS;
	if (more > 0) {
		return `${shown} and ${more} more`;
	}
	return truncated ? `${shown} et al.` : shown;
}

function nameOf(name: CslName): string {
	const family = [name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return name.literal ?? [name.given, ...family].filter(Boolean).join(' ');
}

function venueOf(item: CslItem): string | undefined {
	return item['container-title'] ?? item['event-title'] ?? item.publisher;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
MONTHS.push('November', 'December');

/** `12 June 2017`, `June 2017`, `2017`, or the date as it was written. */
function dateOf(item: CslItem): string | undefined {
	const [year, month, day] = item.issued?.['date-parts']?.[0] ?? [];
	if (year === undefined) {
		return item.issued?.literal;
	}
	const name = month === undefined ? undefined : MONTHS[month - 1];
	return [name && day, name, year].filter(Boolean).join(' ');
}

/** Cut at a space, so that no word and no formula's command is halved; `limit` 0 keeps all. */
function shortened(text: string, limit: number): string {
	if (limit === 0 || text.length <= limit) {
		return text;
	}
	const end = text.lastIndexOf(' ', limit);
	return `${text.slice(0, end > 0 ? end : limit)} …`;
}
