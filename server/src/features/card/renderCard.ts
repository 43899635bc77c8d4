/** Cards as Markdown for hovers and completion, and as plain text for editors without Markdown. */

import { markdownText, plainMarkdown, plainText } from '../../corpus/text/richText.ts';
import { cardMessages } from '../../messages/card.ts';
import { visible } from '../../messages/foreignText.ts';
import type { CitationMode } from '../../notes/citation.ts';
import { baseName } from '../../util/baseName.ts';
import { isCell, notebookOf } from '../../util/notebookCell.ts';
import { type RichText, richText } from '../../util/textKinds.ts';
import type { Card, CardAuthors, CitationForms } from './card.ts';
import type { CardSource } from './cardSources.ts';

export interface CardStyle {
	readonly format: 'markdown' | 'plaintext';
	/** Whether the editor can run the extension's own commands from links. */
	readonly commands: boolean;
}

/** Most sources listed that contribute nothing to the card. */
const MAX_OTHER_SOURCES = 5;

export function renderCard(card: Card, style: CardStyle): string {
	return style.format === 'markdown' ? markdownCard(card, style.commands) : plainCard(card);
}

/** Links and commands come before the abstract, because the abstract may be longer than the hover window. */
function markdownCard(card: Card, commands: boolean): string {
	const head = [
		`**${card.title === undefined ? plainMarkdown(card.key) : markdownText(card.title)}**`,
		markdownAuthors(card.authors, commands ? card : undefined),
		markdownText(card.published),
		card.citedAt && plainMarkdown(cardMessages.citedAt(card.citedAt)),
	];
	const blocks = [
		card.formerKey === undefined ? '' : cardMessages.renamed(codeSpan(card.formerKey), codeSpan(card.key)),
		head.filter(Boolean).join('  \n'),
		[actions(card, commands).join(' · '), ...(commands && card.forms ? [formLinks(card.forms)] : [])].join('  \n'),
		markdownText(card.abstract),
		[citingBlock(card), remarks(card).map(markdownText).join('  \n'), sourceBlock(card)].filter(Boolean).join('\n\n'),
	];
	return blocks.filter(Boolean).join('\n\n---\n\n');
}

/** With `card`, the number of unnamed authors is a link that lists all of them. */
function markdownAuthors({ named, more, truncated, affiliations }: CardAuthors, card: Card | undefined): string {
	const count = cardMessages.andMore(more);
	const others = card === undefined ? count : paperLink(count, 'paperNotes.showAuthors', card);
	const people = [markdownText(named), more > 0 && others, more === 0 && truncated && cardMessages.etAl];
	return [people.filter(Boolean).join(' '), markdownText(affiliations)].filter(Boolean).join(' · ');
}

function actions(card: Card, commands: boolean): string[] {
	const { links, onlinePdf, literatureNote, newNote, copyKey, showRecord } = cardMessages;
	const opensFile = commands && card.hasPdfFile;
	const web = card.links.map(({ kind, url }) => {
		const label = kind === 'pdf' && opensFile ? onlinePdf : links[kind];
		return `[${label}](${kind === 'pdf' ? atPage(url, card.page) : url})`;
	});
	return [
		...(opensFile ? [openPdfLink(links.pdf, card)] : []),
		...web,
		...(card.literatureNote === undefined ? [] : [`[${literatureNote}](${fileLink(card.literatureNote, 1)})`]),
		...(commands
			? [
					paperLink(copyKey, 'paperNotes.copyKey', card),
					paperLink(showRecord, 'paperNotes.revealInCorpus', card),
					...(card.literatureNote === undefined ? [paperLink(newNote, 'paperNotes.openLiteratureNote', card)] : []),
				]
			: []),
	];
}

/** Links that convert the citation under the card to another form. */
function formLinks({ uri, position, modes }: CitationForms): string {
	const link = (mode: CitationMode): string =>
		commandLink(cardMessages.forms[mode], 'paperNotes.changeCitationForm', [{ uri, position, mode }]);
	return modes.map(link).join(' · ');
}

/**
 * Of the paper, only the key is passed, with the note where it means this paper. No other text from a corpus file can
 * influence what a command does.
 */
function paperLink(label: string, command: string, { key, keyIn }: Card): string {
	return commandLink(label, command, keyIn === undefined ? [key] : [key, keyIn]);
}

/** The page is a number of the note under the card. */
function openPdfLink(label: string, { key, keyIn, page }: Card): string {
	return commandLink(label, 'paperNotes.openPdf', [
		key,
		...(page === undefined ? (keyIn ?? []) : [keyIn ?? null, page]),
	]);
}

/** Viewers of PDF files, those of browsers too, open this page. */
function atPage(url: string, page: number | undefined): string {
	return page === undefined || url.includes('#') ? url : `${url}#page=${page}`;
}

function commandLink(label: string, command: string, given: readonly (string | number | object | null)[]): string {
	const argument = encodeURIComponent(JSON.stringify(given)).replace(
		/[()']/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`,
	);
	return `[${label}](command:${command}?${argument})`;
}

function citingBlock({ citing, cited }: Card): string {
	if (citing.length === 0) {
		return '';
	}
	const lines = citing.map((place) => {
		const line = place.range.start.line + 1;
		return `- [${plainMarkdown(baseName(place.uri))}:${line}](${fileLink(place.uri, line)}) ${markdownText(withKeysAsWritten(shortLine(place.text)))}`;
	});
	const left = cited.places - citing.length;
	const more = left > 0 ? [`- ${cardMessages.andMore(left)}`] : [];
	return [cardMessages.citedIn(cited.notes), '', ...lines, ...more].join('\n');
}

/** Two hyphens in a key are no dash: an empty group keeps them apart. */
export function withKeysAsWritten(line: RichText): RichText {
	return richText(line.replace(/@(?:paper\[[^\]]*|[^\s\];,]+)/g, (citation) => citation.replace(/-(?=-)/g, '-{}')));
}

function remarks({ keywords, note }: Card): RichText[] {
	const lines = [keywords && cardMessages.keywords(keywords), note && cardMessages.note(note)];
	return lines.filter(Boolean).map((line) => richText(line));
}

function sourceBlock({ key, sources }: Card): string {
	const name = codeSpan(key);
	if (sources.length <= 1) {
		return sources.map((source) => cardMessages.from(name, sourceLink(source))).join('');
	}
	const giving = sources.filter(({ gives }) => gives.length > 0);
	const others = sources.filter(({ gives }) => gives.length === 0);
	const lines = giving.map((source) => `- ${sourceLink(source)} · ${source.gives.join(', ')}`);
	const also = others.length > 0 ? [`- ${cardMessages.alsoIn(firstOf(others.map(sourceLink)))}`] : [];
	return [cardMessages.comesFrom(name), '', ...lines, ...also].join('\n');
}

function codeSpan(key: string): string {
	return `\`${visible(key).replaceAll('`', '')}\``;
}

function sourceLink({ name, uri, line }: CardSource): string {
	return `[${plainMarkdown(name)}](${fileLink(uri, line)})`;
}

/** The first few links, and the number of the others. */
function firstOf(links: readonly string[]): string {
	const more = links.length > MAX_OTHER_SOURCES ? [cardMessages.more(links.length - MAX_OTHER_SOURCES)] : [];
	return [...links.slice(0, MAX_OTHER_SOURCES), ...more].join(', ');
}

/** The address of a line, counted from 1, for use in Markdown. Of a cell, that of its notebook: no link leads further. */
export function fileLink(uri: string, line: number): string {
	const file = notebookOf(uri).replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
	return isCell(uri) ? file : `${file}#L${line}`;
}

/**
 * The line of a note as context: a hundred characters, cut between words, show which passage it is. Its mathematics and
 * HTML are interpreted as in a record.
 */
function shortLine(text: string): RichText {
	const end = text.lastIndexOf(' ', 100);
	return richText(text.length > 100 ? `${text.slice(0, Math.max(end, 0))} …` : text);
}

function plainCard(card: Card): string {
	const { named, more, truncated, affiliations } = card.authors;
	const others = more > 0 ? cardMessages.andMore(more) : truncated && cardMessages.etAl;
	const authors = richText([[named, others].filter(Boolean).join(' '), affiliations].filter(Boolean).join(' · '));
	const title = card.title === undefined ? card.key : plainText(card.title);
	const citedAt = card.citedAt && cardMessages.citedAt(card.citedAt);
	const head = [title, plainText(authors), plainText(card.published), citedAt].filter(Boolean).join('\n');
	const links = card.links
		.map(({ kind, url }) => `${cardMessages.links[kind]}: ${kind === 'pdf' ? atPage(url, card.page) : url}`)
		.join('\n');
	const note = card.literatureNote;
	const about = note === undefined ? '' : `${cardMessages.literatureNote}: ${baseName(note)}`;
	const giving = card.sources.filter(({ gives }) => gives.length > 0);
	const sources = giving.map(({ name, gives }) => `${name}: ${gives.join(', ')}`).join('\n');
	const details = remarks(card)
		.map((line) => plainText(line))
		.join('\n');
	const renamed = card.formerKey === undefined ? '' : cardMessages.renamed(visible(card.formerKey), visible(card.key));
	return [renamed, head, [links, about].filter(Boolean).join('\n'), plainText(card.abstract), details, sources]
		.filter(Boolean)
		.join('\n\n');
}
