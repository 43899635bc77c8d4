/**
 * When reference managers take two records for one paper: JabRef's `DuplicateCheck` and Zotero's `Duplicates`, rewritten
 * from what their sources do, for the fields that the labelled sets have.
 */

import { creatorsOf, familyName } from '../../server/src/corpus/names.ts';
import type { CslItem } from '../../server/src/corpus/paper.ts';
import { plainText } from '../../server/src/corpus/text/richText.ts';
import { yearOf } from '../../server/src/corpus/year.ts';
import { editDistance } from '../../server/src/util/editDistance.ts';
import { foldedWords, foldText } from '../../server/src/util/fold.ts';

/** What the rules compare, prepared once for each record. */
export interface PeerRecord {
	readonly type: string;
	readonly doi: string | undefined;
	readonly year: number | undefined;
	readonly title: readonly string[];
	readonly foldedTitle: string;
	readonly people: readonly string[];
	/** `ash a` */
	readonly initialled: ReadonlySet<string>;
	readonly journal: readonly string[];
	readonly edition: string | undefined;
	readonly optional: readonly (string | undefined)[];
	readonly pages: string | undefined;
}

export function peerRecord(item: CslItem): PeerRecord {
	const creators = creatorsOf(item);
	const title = plainText(item.title);
	const pages = item.page?.replace(/[- ]+/g, '-');
	return {
		type: item.type,
		doi: item.DOI?.trim().toLowerCase(),
		year: yearOf(item.issued),
		title: wordsOf(title),
		foldedTitle: foldedWords(title).join(' '),
		people: creators.flatMap((name) => wordsOf(familyName(name))),
		initialled: new Set(
			creators.map((name) => `${foldText(familyName(name))} ${foldText(plainText(name.given)).charAt(0)}`),
		),
		journal: wordsOf(plainText(item['container-title']).replaceAll('.', '')),
		edition: item.edition,
		optional: [item.volume, item.issue, pages],
		pages,
	};
}

function wordsOf(text: string): readonly string[] {
	return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Zotero: an equal DOI; or an equal title, no other DOI, years at most one apart, and a family name with initial. */
export function isOneForZotero(a: PeerRecord, b: PeerRecord): boolean {
	if (a.doi !== undefined && b.doi !== undefined) {
		return a.doi === b.doi;
	}
	const areYearsFar = a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 1;
	if (a.foldedTitle === '' || a.foldedTitle !== b.foldedTitle || areYearsFar) {
		return false;
	}
	return a.initialled.size + b.initialled.size === 0 || a.initialled.values().some((name) => b.initialled.has(name));
}

/** The share of the weights of equal fields from which JabRef takes entries for one, and how far from it is no doubt. */
const THRESHOLD = 0.75;
const DOUBT = 0.05;
const REQUIRED_WEIGHT = 3;

/** JabRef: an equal DOI; or three quarters of the weights of author, title, journal and year, in doubt of others too. */
export function isOneForJabRef(a: PeerRecord, b: PeerRecord): boolean {
	if (a.doi !== undefined && b.doi !== undefined) {
		return a.doi === b.doi;
	}
	const isTitleEqual = areAlike(a.title, b.title);
	if (!isTitleEqual || a.type !== b.type || (a.edition && b.edition && a.edition !== b.edition)) {
		return false;
	}
	const arePeopleEqual = areAlike(a.people, b.people);
	if (arePeopleEqual && a.pages && b.pages && a.pages !== b.pages) {
		return false;
	}
	const required = weighed([
		[3, isTitleEqual],
		[2.5, equality(a.people, b.people)],
		[2, equality(a.journal, b.journal)],
		[1, equality(textOf(a.year), textOf(b.year))],
	]);
	if (Math.abs(required.share - THRESHOLD) > DOUBT) {
		return required.share >= THRESHOLD;
	}
	const optional = weighed(a.optional.map((value, at) => [1, equality(textOf(value), textOf(b.optional[at]))]));
	const weight = REQUIRED_WEIGHT * required.weight;
	return (weight * required.share + optional.weight * optional.share) / (weight + optional.weight) >= THRESHOLD;
}

function textOf(value: string | number | undefined): readonly string[] {
	return value === undefined ? [] : wordsOf(String(value));
}

/** Undefined where both are empty. */
function equality(a: readonly string[], b: readonly string[]): boolean | undefined {
	return a.length + b.length === 0 ? undefined : areAlike(a, b);
}

function weighed(fields: readonly (readonly [number, boolean | undefined])[]): { share: number; weight: number } {
	const known = fields.filter(([, isEqual]) => isEqual !== undefined);
	const weight = known.reduce((sum, [own]) => sum + own, 0);
	const equal = known.reduce((sum, [own, isEqual]) => sum + (isEqual ? own : 0), 0);
	return weight > 0 ? { share: equal / weight, weight } : { share: 0.5, weight: 0 };
}

/** Whether more than four fifths of the words of the shorter text are like those at the same place of the longer one. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
	const count = Math.min(a.length, b.length);
	let misses = 0;
	for (let at = 0; at < count; at++) {
		misses += areLikeWords(a[at] ?? '', b[at] ?? '') ? 0 : 1;
		if (misses >= count * 0.2) {
			return false;
		}
	}
	return count > 0;
}

function areLikeWords(a: string, b: string): boolean {
	const longer = Math.max(a.length, b.length);
	return a === b || editDistance(a, b, Math.floor(longer * 0.25)) !== undefined;
}
