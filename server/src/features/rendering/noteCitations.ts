/** What a note cites, ready to be rendered in a citation style. */

import { cslData } from '../../citeproc/cslData.ts';
import type { Cite, CslData } from '../../citeproc/rendering.ts';
import type { Paper, PaperId } from '../../corpus/corpus.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import { type Doubt, doubtsIn } from '../../notes/doubt.ts';
import { locatorsIn } from '../../notes/locator.ts';
import { linesOf, type Note } from '../../notes/note.ts';
import { type StyleFields, styleFieldsIn } from '../../notes/styleFields.ts';
import { oneLine } from '../../notes/words.ts';
import { positionAt } from '../../util/lines.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { isMeantAsKey } from '../findings/likelyKeys.ts';
import { type InlinePart, inlineParts } from '../typesetting/citedWork.ts';

export interface NoteCitation {
	readonly text: string;
	readonly line: number;
	readonly cites: readonly Cite[];
	/** The references that name no paper, or several. */
	readonly unknown: readonly string[];
}

/** A paper's card: plain text. */
export interface PaperCard {
	readonly key: string;
	readonly title: string;
	readonly authors: string;
	/** Venue and year. */
	readonly published: string;
	readonly abstract: string;
}

export interface NoteCitations {
	readonly fields: StyleFields;
	readonly citations: readonly NoteCitation[];
	readonly papers: readonly PaperCard[];
	/** The same papers in the same order. */
	readonly data: readonly CslData[];
	/** Places in `papers` of those that are only listed. */
	readonly listed: readonly number[];
}

/** What the note `uri` cites; undefined if it is not open. */
export function noteCitations(workspace: WorkspaceView, uri: string): NoteCitations | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return undefined;
	}
	const fields = styleFieldsIn(note.frontMatter.text);
	const papers = new PaperList(view);
	const doubtOf = doubtsIn(note);
	const citations = note.citations.flatMap((citation) => {
		const isMeant = (item: CitationItem): boolean => isMeantHere(view, { uri, item, doubt: doubtOf(citation, item) });
		return citationOf(note, citation, { papers, isMeant });
	});
	const listed = fields.hasNoList ? [] : fields.listed.flatMap((key) => papers.placeOf(key) ?? []);
	return { fields, citations, listed, ...papers.lists() };
}

/** One paper, as if a note cited it once; undefined if `key` names none, or several. */
export function onePaper(workspace: WorkspaceView, uri: string, key: string): NoteCitations | undefined {
	const view = workspace.in(uri);
	const papers = new PaperList(view);
	const paper = papers.placeOf(key);
	const fields = styleFieldsIn(view.note(uri)?.frontMatter.text ?? '');
	const citation = { text: key, line: 0, cites: [{ paper: 0, mode: 'parenthetical' as const }], unknown: [] };
	return paper === undefined ? undefined : { fields, citations: [citation], listed: [], ...papers.lists() };
}

interface Meaning {
	readonly uri: string;
	readonly item: CitationItem;
	readonly doubt: Doubt | undefined;
}

function isMeantHere(view: WorkspaceView, { uri, item, doubt }: Meaning): boolean {
	return isMeantAsKey(view, uri, { reference: item.reference, doubt });
}

interface Reading {
	readonly papers: PaperList;
	readonly isMeant: (item: CitationItem) => boolean;
}

/** Nothing for text that is hardly a citation, such as a user name or a citation that is being typed. */
function citationOf(note: Note, citation: Citation, { papers, isMeant }: Reading): NoteCitation[] {
	const { span, contentSpan, content, items, closed } = citation;
	const cites: Cite[] = [];
	const unknown: string[] = [];
	for (const item of items) {
		const paper = papers.placeOf(item.reference);
		if (paper !== undefined) {
			cites.push(citeOf(item, paper));
		} else if (isMeant(item)) {
			unknown.push(item.reference);
		} else {
			return [];
		}
	}
	const text = note.text.slice(span.start, contentSpan.start) + content + note.text.slice(contentSpan.end, span.end);
	const { line } = positionAt(linesOf(note), span.start);
	return closed && items.length > 0 ? [{ text: oneLine(text), line, cites, unknown }] : [];
}

function citeOf({ prefix, locator: words, mode }: CitationItem, paper: number): Cite {
	const text = words?.text ?? '';
	const [locator] = locatorsIn(text).filter(({ start }) => /^[{(]?$/.test(text.slice(0, start)));
	const suffix = text
		.slice(locator?.end ?? 0)
		.replace(/^\}/, '')
		.trim();
	return {
		paper,
		mode,
		...(prefix ? { prefix: cslMarkup(inlineParts(prefix.text)) } : {}),
		...(locator ? { locator: locator.value, label: locator.term } : {}),
		...(suffix === '' ? {} : { suffix: cslMarkup(inlineParts(suffix)) }),
	};
}

/** Markdown as the markup of citation styles. */
function cslMarkup(parts: readonly InlinePart[]): string {
	return parts
		.map((part) => {
			switch (part.kind) {
				case 'emphasis':
					return `<i>${cslMarkup(part.parts)}</i>`;
				case 'strong':
					return `<b>${cslMarkup(part.parts)}</b>`;
				default:
					return part.text;
			}
		})
		.join('');
}

/** In characters: as much as a card can show. */
const MAX_ABSTRACT = 600;
const MAX_AUTHORS = 200;

function cut(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most).replace(/\S*$/, '')}…` : text;
}

/** The papers of a note, each once, in the order in which they are first cited. */
class PaperList {
	readonly #view: WorkspaceView;
	readonly #places = new Map<PaperId, number>();
	readonly #papers: PaperCard[] = [];
	readonly #data: CslData[] = [];

	constructor(view: WorkspaceView) {
		this.#view = view;
	}

	/** The place in the list of the paper that `reference` names; undefined if it names none, or several. */
	placeOf(reference: string): number | undefined {
		const [ref, ...others] = this.#view.resolve(reference);
		const paper = ref && others.length === 0 ? this.#view.corpus.paper(ref.id) : undefined;
		return paper && (this.#places.get(paper.id) ?? this.#add(paper));
	}

	#add(paper: Paper): number {
		const place = this.#papers.push(this.#card(paper)) - 1;
		this.#data.push(cslData(paper.item));
		this.#places.set(paper.id, place);
		return place;
	}

	#card(paper: Paper): PaperCard {
		const summary = this.#view.corpus.summary(paper.id);
		return {
			key: this.#view.keyOf(paper) ?? paper.key,
			title: summary?.title ?? '',
			authors: cut(summary?.authors.join(', ') ?? '', MAX_AUTHORS),
			published: [summary?.venue, summary?.year].filter(Boolean).join(', '),
			abstract: cut(summary?.abstract ?? '', MAX_ABSTRACT),
		};
	}

	lists(): Pick<NoteCitations, 'papers' | 'data'> {
		return { papers: this.#papers, data: this.#data };
	}
}
