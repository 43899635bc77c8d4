/** What tells the parts, editions and versions of a work apart, which often share title and authors. */

import { foldedWords, foldText } from '../../util/fold.ts';
import type { CslItem } from '../paper.ts';
import { plainText } from '../text/richText.ts';
import { numberOfWord } from './numerals.ts';
import { differ } from './place.ts';

export interface Distinction {
	readonly chapter: string | undefined;
	readonly part: string | undefined;
	readonly edition: string | undefined;
	readonly version: string | undefined;
	/** The number of a report or patent. */
	readonly number: string | undefined;
	/** The address of a post or page, without what does not matter. */
	readonly address: string | undefined;
}

export function distinctionOf(item: CslItem): Distinction {
	return {
		chapter: numberIn(plainText(item['chapter-number'])),
		part: numberIn(plainText(item.part ?? item['part-title'])),
		edition: editionIn(plainText(item.edition)),
		version:
			versionIn(plainText(item.version)) ?? NOTED_VERSION.exec(plainText(item.note))?.[1]?.replace(/(?:\.0)+$/, ''),
		number: NUMBERED.has(item.type) ? plainNumber(plainText(item.number)) : undefined,
		address: ADDRESSED.has(item.type) && item.URL !== undefined ? plainAddress(item.URL) : undefined,
	};
}

/** Whether both say which chapter, part, edition or version of a work they are, and not the same. */
export function areDistinct(a: Distinction, b: Distinction): boolean {
	return (
		differ(a.chapter, b.chapter) ||
		differ(a.part, b.part) ||
		differ(a.edition, b.edition) ||
		differ(a.version, b.version)
	);
}

/** Types whose `number` is a number of their own, not that of an issue. */
const NUMBERED: ReadonlySet<string> = new Set(['report', 'patent', 'standard', 'legislation', 'bill', 'legal_case']);
/** Types of which each address is a text of its own. Two addresses of an article say nothing. */
const ADDRESSED: ReadonlySet<string> = new Set(['post', 'post-weblog', 'webpage']);

function numberIn(text: string): string | undefined {
	const words = foldedWords(text);
	return words.map(numberOfWord).find((number) => number !== undefined) ?? (words.join(' ') || undefined);
}

/** PubMed's exports write a date there: `2018/05/10`. */
function editionIn(text: string): string | undefined {
	const number = foldedWords(text)
		.map((word) => numberOfWord(word.replace(/(?<=\d)(?:st|nd|rd|th|e|ed|a)$/, '')))
		.find((found) => found !== undefined);
	return number !== undefined && /^\d{1,3}$/.test(number) && !/\d\d\d\d/.test(text) ? number : undefined;
}

const NOTED_VERSION = /\b(?:version|release|v\.?)\s*(\d+(?:\.\d+)+)/i;

/** `v1.2.0` and `1.2` are the same version. */
function versionIn(text: string): string | undefined {
	const version = /\d+(?:\.\d+)*/.exec(text)?.[0];
	return version === undefined ? foldText(text).trim() || undefined : version.replace(/(?:\.0)+$/, '');
}

/** `US 1,234,567 B2` and `US1234567` have the same number. */
function plainNumber(text: string): string | undefined {
	const compact = foldedWords(text).join('');
	return /^([a-z]{2}\d{4,})[a-z]\d?$/.exec(compact)?.[1] ?? (compact || undefined);
}

function plainAddress(url: string): string {
	return url
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\/(?:www\.)?/, '')
		.replace(/#[^/]*$/, '')
		.replace(/([?&])(?:utm_\w+|ref|source)=[^&]*/g, '$1')
		.replace(/[?&/]+$/, '');
}
