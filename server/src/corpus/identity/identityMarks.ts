/**
 * Marks under which a record is looked up. Two records that are tied to each other (`ties.ts`) have at least one in
 * common.
 */

import { comparedKey } from '../../syntax/key.ts';
import { hashText, hashTexts } from '../../util/hash.ts';
import { creatorsOf } from '../names.ts';
import type { RecordContent } from '../recordContent.ts';
import { plainText } from '../text/richText.ts';
import { yearOf } from '../year.ts';
import { identifiersOf, isFoundByKey } from './identity.ts';
import { firstFamily } from './people.ts';
import { pagesIn, volumeNumber } from './place.ts';
import { isSerial, titleWords } from './titleFacts.ts';

/** Hashes; null where the record does not say. */
export interface IdentityMarks {
	/** The letters of the title; for a serial title such as `Editorial`, those of the place as well. */
	readonly title: number | null;
	readonly doi: number | null;
	readonly arxiv: number | null;
	readonly pmid: number | null;
	/** Volume, first page and first author. */
	readonly place: number | null;
	/** The key of a record that says too little else: `isFoundByKey`. */
	readonly key: number | null;
}

export type MarkName = keyof IdentityMarks;

export const MARK_NAMES: readonly MarkName[] = ['doi', 'arxiv', 'pmid', 'title', 'place', 'key'];

export interface IdentitySigns {
	readonly marks: IdentityMarks;
	/**
	 * A hash of all that identity depends on. Records for which it is equal have equal ties, so one of them is compared
	 * for all. It includes the key only if `marks.key` does.
	 */
	readonly facts: number;
	/** First author and first words of the title: records with the same may be near duplicates. */
	readonly likeness: number | null;
}

export function identitySigns(record: RecordContent): IdentitySigns {
	const { item } = record;
	const key = record.key === undefined ? undefined : comparedKey(record.key);
	const creators = creatorsOf(item);
	const words = titleWords(plainText(item.title));
	const place = placeOf(record);
	const family = firstFamily(creators);
	const isKeyed = key !== undefined && isFoundByKey(words, creators.length, item['container-title'] !== undefined);
	return {
		marks: {
			...identifierMarks(record),
			title: markOf(titleMark(words, place)),
			place: markOf(place && `${place} ${family}`),
			key: isKeyed ? keyMark(key) : null,
		},
		facts: hashTexts(factsOf(record, isKeyed ? key : '')),
		likeness: words.length < 3 || family === '' ? null : hashText(`${family} ${words[0]} ${words[1]} ${words[2]}`),
	};
}

/** The mark `key` of records with a key, which is as `comparedKey` gives it. */
export function keyMark(key: string): number {
	return hashText(`key\n${key}`);
}

function markOf(text: string | undefined): number | null {
	return text === undefined ? null : hashText(text);
}

function identifierMarks(record: RecordContent): Pick<IdentityMarks, 'doi' | 'arxiv' | 'pmid'> {
	const { doi, arxiv, pmid } = identifiersOf(record);
	return { doi: markOf(doi), arxiv: markOf(arxiv), pmid: markOf(pmid && `pmid\n${pmid}`) };
}

function titleMark(words: readonly string[], place: string | undefined): string | undefined {
	const letters = words.join('');
	if (letters === '' || !isSerial(words)) {
		return letters || undefined;
	}
	return place === undefined ? undefined : `${place} ${letters}`;
}

function placeOf({ item }: RecordContent): string | undefined {
	const pages = item.volume === undefined ? undefined : pagesIn(item.page);
	const volume = pages && volumeNumber(item.volume, yearOf(item.issued));
	return volume === undefined ? undefined : `${volume}:${pages?.first}`;
}

/** As written, which is quick: what is written in two ways is merely compared one time more. */
function factsOf({ item, extra }: RecordContent, key: string): string {
	const { title, volume, issue, page, edition, version, note, part, number, URL, DOI, PMID, type } = item;
	const [container, chapter, partTitle] = [item['container-title'], item['chapter-number'], item['part-title']];
	let facts = `${key}\n${type}\n${title}\n${container}\n${yearOf(item.issued)}\n${volume}\n${issue}\n${page}\n${number}`;
	facts += `\n${DOI}\n${URL}\n${PMID}\n${extra?.arxiv}\n${edition}\n${version}\n${part}\n${partTitle}\n${chapter}`;
	for (const name of creatorsOf(item)) {
		const { literal, family, given } = name;
		facts += `\n${literal}\n${family}\n${given}\n${name['non-dropping-particle']}\n${name['dropping-particle']}`;
	}
	return note === undefined ? facts : `${facts}\n${note}`;
}
