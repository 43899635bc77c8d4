/** Cards as Markdown for hovers and completion, and as plain text for editors without Markdown. */

import { markdownText, plainText } from '../corpus/text/richText.ts';
import { baseName } from '../util/baseName.ts';
import type { CitingPlace } from '../workspace/view.ts';
import type { Card } from './card.ts';
import type { CardSource } from './cardSources.ts';

export interface CardStyle {
	readonly format: 'markdown' | 'plaintext';
	/** Whether the editor runs the extension's own commands from links. */
	readonly commands: boolean;
}

/** More citing lines than this push the rest of the card out of sight. */
const MOST_CITING = 5;

/** Of the sources that add nothing to the card, so many are named. */
const MOST_OTHERS = 5;

export function renderCard(card: Card, style: CardStyle): string {
	return style.format === 'markdown' ? markdownCard(card, style.commands) : plainCard(card);
}

function markdownCard(card: Card, commands: boolean): string {
	const head = [`**${markdownText(card.title)}**`, markdownText(card.authors), markdownText(card.published)];
	const blocks = [
		head.filter(Boolean).join('  \n'),
		markdownText(card.abstract),
		[...webLinks(card), ...(commands ? commandLinks(card.key) : [])].join(' · '),
		[citingBlock(card.citing), sourceBlock(card)].filter(Boolean).join('\n\n'),
	];
	return blocks.filter(Boolean).join('\n\n---\n\n');
}

function webLinks(card: Card): string[] {
	return card.links.map(({ label, url }) => `[${label}](${url})`);
}

function commandLinks(key: string): string[] {
	const argument = encodeURIComponent(JSON.stringify([key])).replace(
		/[()']/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`,
	);
	return [
		`[Copy key](command:paperNotes.copyKey?${argument})`,
		`[Show record](command:paperNotes.revealInCorpus?${argument})`,
	];
}

function citingBlock(citing: readonly CitingPlace[]): string {
	if (citing.length === 0) {
		return '';
	}
	const notes = new Set(citing.map((place) => place.uri)).size;
	const lines = citing.slice(0, MOST_CITING).map((place) => {
		const line = place.range.start.line + 1;
		return `- [${markdownText(baseName(place.uri))}:${line}](${fileLink(place.uri, line)}) ${markdownText(shortLine(place.text))}`;
	});
	const more = citing.length > MOST_CITING ? [`- and ${citing.length - MOST_CITING} more`] : [];
	return [`Cited in ${notes === 1 ? 'one note' : `${notes} notes`}:`, '', ...lines, ...more].join('\n');
}

function sourceBlock({ key, sources }: Card): string {
	const name = `\`${key.replaceAll('`', '')}\``;
	if (sources.length <= 1) {
		return sources.map((source) => `${name} from ${sourceLink(source)}`).join('');
	}
	const giving = sources.filter(({ gives }) => gives.length > 0);
	const others = sources.filter(({ gives }) => gives.length === 0);
	const lines = giving.map((source) => `- ${sourceLink(source)} · ${source.gives.join(', ')}`);
	const also = others.length > 0 ? [`- also in ${counted(others.map(sourceLink))}`] : [];
	return [`${name} comes from:`, '', ...lines, ...also].join('\n');
}

function sourceLink({ name, uri, line }: CardSource): string {
	return `[${markdownText(name)}](${fileLink(uri, line)})`;
}

/** The first few, and how many more. */
function counted(links: readonly string[]): string {
	const more = links.length > MOST_OTHERS ? [`${links.length - MOST_OTHERS} more`] : [];
	return [...links.slice(0, MOST_OTHERS), ...more].join(', ');
}

function fileLink(uri: string, line: number): string {
	return `${uri.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}#L${line}`;
}

/** A note's line is context, not the matter: a hundred characters, cut between words, say which passage it is. */
function shortLine(text: string): string {
	const end = text.lastIndexOf(' ', 100);
	return text.length > 100 ? `${text.slice(0, Math.max(end, 0))} …` : text;
}

function plainCard(card: Card): string {
	const head = [card.title, card.authors, card.published].map(plainText).filter(Boolean).join('\n');
	const links = card.links.map(({ label, url }) => `${label}: ${url}`).join('\n');
	const giving = card.sources.filter(({ gives }) => gives.length > 0);
	const sources = giving.map(({ name, gives }) => `${name}: ${gives.join(', ')}`).join('\n');
	return [head, plainText(card.abstract), links, sources].filter(Boolean).join('\n\n');
}
