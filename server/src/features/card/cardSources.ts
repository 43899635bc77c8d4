/** Says which file each part of a card comes from. */

import type { Paper, Source } from '../../corpus/corpus.ts';
import { cardMessages } from '../../messages/card.ts';
import { baseName } from '../../util/baseName.ts';
import { hasAttachedPdf } from './attachedPdfs.ts';
import { paperLinks } from './paperLinks.ts';

export interface CardSource {
	/** The file name: `classics.bib`. Longer if two sources would have the same name. */
	readonly name: string;
	readonly uri: string;
	/** Counted from 1. */
	readonly line: number;
	/**
	 * The parts of the card that come from this source, by the names that the card gives them: `title`, `authors`, `DOI`.
	 * Empty if it is the paper's only source.
	 */
	readonly gives: readonly string[];
}

/** One source for each record of the paper, in file order. */
export function cardSources(paper: Paper): CardSource[] {
	const { key, sources } = paper;
	const shown = shownFields(paper);
	const given = sources.map((source) => (sources.length > 1 ? givenBy(source, shown) : []));
	const most = Math.max(...sources.map((source, index) => (source.key === key ? (given[index]?.length ?? 0) : -1)));
	const keyed = sources.findIndex((source, index) => source.key === key && given[index]?.length === most);
	const nameOf = namesAmong(sources);
	return sources.map((source, index) => ({
		name: nameOf(source),
		uri: source.uri,
		line: lineOf(source),
		gives: [...(index === keyed && sources.length > 1 ? [cardMessages.parts.key] : []), ...(given[index] ?? [])],
	}));
}

/** The parts of a card in their order on the card, and the fields that each part is made of. */
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

/**
 * How each source is called: `refs.bib`. With the line (`refs.bib:12`) if another record is in the same file; with the folder (`old/refs.bib`) if
 * another file has the same name.
 */
function namesAmong(sources: readonly Source[]): (source: Source) => string {
	const byName = Map.groupBy(sources, ({ uri }) => baseName(uri));
	const byFile = Map.groupBy(sources, ({ uri }) => uri);
	return (source) => {
		const name = baseName(source.uri);
		const namesakes = byName.get(name)?.length ?? 0;
		const records = byFile.get(source.uri)?.length ?? 0;
		const folder = records < namesakes ? `${baseName(source.uri.slice(0, source.uri.lastIndexOf('/')))}/` : '';
		return folder + name + (records > 1 ? `:${lineOf(source)}` : '');
	};
}
