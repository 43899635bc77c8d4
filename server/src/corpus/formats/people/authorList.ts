/** A line of authors: `Xingtai Lv, Youbang Sun, Kaiyan Zhang et al. · tsinghua, pku`. */

import { oneLine } from '../../../util/oneLine.ts';
import type { NameDraft } from '../../paper.ts';
import { authorName } from './authorName.ts';
import { isSuffix } from './nameSuffix.ts';

export interface AuthorList {
	readonly authors: readonly NameDraft[];
	/** Whether the line says `et al.`, so that there are further authors. */
	readonly truncated: boolean;
	readonly affiliations: readonly string[];
}

/** A line of authors without the text after the names. */
export interface AuthorLine {
	/** `Xingtai Lv, Youbang Sun, Kaiyan Zhang`; in the compact layout, preceded by the title. */
	readonly names: string;
	readonly truncated: boolean;
	readonly affiliations: readonly string[];
}

const AFFILIATIONS = / · ([^·]+)$/;
const TRUNCATION = /(?:,? et al\.?|,? and others)$/i;

export function authorLine(line: string): AuthorLine {
	const [tail, list] = AFFILIATIONS.exec(line) ?? [];
	const beforeTail = tail === undefined ? line : line.slice(0, -tail.length).trimEnd();
	const names = beforeTail.replace(TRUNCATION, '').trimEnd();
	return {
		names,
		truncated: names.length < beforeTail.length,
		affiliations: list === undefined ? [] : list.split(',').map((affiliation) => affiliation.trim()),
	};
}

export function authorList(line: string): AuthorList {
	const { names, truncated, affiliations } = authorLine(line);
	return { authors: splitNames(names).map(authorName), truncated, affiliations };
}

/**
 * The names in a list, in order. Commas inside brackets do not separate names, `(MIT)` after a name is dropped, and
 * `Smith, Jr.` is one name.
 */
export function splitNames(list: string): string[] {
	const names: string[] = [];
	const plain = oneLine(list).replace(/ ?\([^()]*\) ?(?=,|$)/g, '');
	for (const part of plain.split(/ ?[,;] ?(?:and |& ?)?| and /)) {
		const last = names.length - 1;
		if (isSuffix(part) && last >= 0) {
			names[last] += ` ${part}`;
		} else if (part.trim() !== '') {
			names.push(part.trim());
		}
	}
	return names;
}
