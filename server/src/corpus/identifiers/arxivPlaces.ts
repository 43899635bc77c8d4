/** The arXiv id of a paper in the fields where reference managers and databases put it. */

import { arxivIdIn, bareArxivId } from './arxivId.ts';

/** The texts of a record that may hold its arXiv id. */
export interface ArxivPlaces {
	/** Fields that describe the paper itself, in which the id is marked: DOI, URL, number, pages, journal, ... */
	readonly marked: readonly (string | undefined)[];
	/** `ArXiv` or `CoRR`, whose volume is the id: `abs/1706.03762` (Semantic Scholar, DBLP), `cs.CL/0205028`. */
	readonly container: string | undefined;
	readonly volume: string | undefined;
	/** A note may be about another paper, so the id must begin a line: `arXiv:1706.03762 [cs]` (Zotero). */
	readonly note: string | undefined;
}

const SERVER = /^(?:arxiv|corr)\b/i;
const NOTED = /^[^\S\n]*(?:available (?:as|at|from|online)?:?\s*)?(?=arxiv\b|https?:\/\/arxiv\.org\/)([^\n]*)$/im;

/** Without version. The first place that has one counts. */
export function arxivIdAt({ marked, container, volume, note }: ArxivPlaces): string | undefined {
	for (const text of marked) {
		const id = text === undefined ? undefined : arxivIdIn(text);
		if (id !== undefined) {
			return id;
		}
	}
	const isServer = SERVER.test(container ?? '');
	const ofVolume = isServer ? bareArxivId((volume ?? '').replace(/^abs[/-]/i, '')) : undefined;
	return ofVolume ?? arxivIdIn(NOTED.exec(note ?? '')?.[1] ?? '');
}
