/** Which file each thing on a card comes from. */

import type { Paper, Source } from '../../corpus/corpus.ts';
import { cardMessages } from '../../messages/card.ts';
import { baseName } from '../../util/baseName.ts';
import { hasAttachedPdf } from './attachedPdfs.ts';
import { paperLinks } from './paperLinks.ts';

export interface CardSource {
	/** By file name: `classics.bib`; longer where two sources would be called the same. */
	readonly name: string;
	readonly uri: string;
	/** Counted from 1. */
	readonly line: number;
	/** What the card has from here, by the names that it gives its parts: `title`, `authors`, `DOI`. Empty for a paper's only source, which gives all. */
	readonly gives: readonly string[];
}

/** One for each record of the paper, in the order of files. */
export function cardSources(paper: Paper): CardSource[] {
	const { key, sources } = paper;
	const shown = shownFields(paper);
	const given = sources.map((source) => (sources.length > 1 ? givenBy(source, shown) : []));
	const most = Math.max(...sources.map((source, index) => (source.key === key ? (given[index]?.length ?? 0) : -1)));
	const keyed = sources.findIndex((source, index) => source.key === key && given[index]?.length === most);
	return sources.map((source, index) => ({
		name: nameAmong(source, sources),
		uri: source.uri,
		line: lineOf(source),
		gives: [...(index === keyed && sources.length > 1 ? [cardMessages.parts.key] : []), ...(given[index] ?? [])],
	}));
}

/** What a card calls its parts, in their order there, and the fields that each is made of. */
function shownFields(paper: Paper): readonly (readonly [name: string, fields: readonly string[]])[] {
	const { item, extra } = paper;
	const present = (...fields: readonly string[]): string[] => fields.filter((field) => field in item).slice(0, 1);
	const links = new Set(paperLinks(paper).map(({ kind }) => kind));
	const isPdfLinked = links.has('pdf') && extra.pdfUrl !== undefined;
	const { parts, links: labels } = cardMessages;
	return [
		[parts.title, ['title']],
		[parts.authors, present('author', 'editor')],
		[parts.affiliations, ['affiliations']],
		[parts.venue, present('container-title', 'event-title', 'publisher')],
		[parts.volume, present('volume', 'issue')],
		[parts.pages, ['page']],
		[parts.date, ['issued']],
		[parts.categories, ['categories']],
		[parts.code, ['hasCode', 'codeUrl']],
		[parts.abstract, ['abstract']],
		[parts.keywords, ['keyword']],
		[parts.note, ['note']],
		[labels.pdf, [...(hasAttachedPdf(paper) ? ['attachments'] : []), ...(isPdfLinked ? ['pdfUrl'] : [])]],
		[labels.doi, ['DOI']],
		[labels.arxiv, ['arxiv']],
		[labels.web, links.has('web') ? ['URL'] : []],
	];
}

function givenBy(source: Source, shown: ReturnType<typeof shownFields>): string[] {
	const given = new Set(source.gives);
	return shown.filter(([, fields]) => fields.some((field) => given.has(field))).map(([name]) => name);
}

function lineOf({ range }: Source): number {
	return range.start.line + 1;
}

/** `refs.bib`; `refs.bib:12` beside another record of that file, `old/refs.bib` beside another file of that name. */
function nameAmong(source: Source, sources: readonly Source[]): string {
	const name = baseName(source.uri);
	const namesakes = sources.filter(({ uri }) => baseName(uri) === name);
	const records = namesakes.filter(({ uri }) => uri === source.uri).length;
	const folder = records < namesakes.length ? `${baseName(source.uri.slice(0, source.uri.lastIndexOf('/')))}/` : '';
	return folder + name + (records > 1 ? `:${lineOf(source)}` : '');
}
