/** What a record says about which paper it describes: the facts that `relation.ts` compares, folded. */

import { comparedKey } from '../../syntax/key.ts';
import { foldText } from '../../util/fold.ts';
import { identifierIn, isPreprintDoi, normalArxiv } from '../identifiers/identifiers.ts';
import { pmidInAddress, pmidOf } from '../identifiers/pubmedId.ts';
import { creatorsOf } from '../names.ts';
import type { RecordContent } from '../recordContent.ts';
import { plainText } from '../text/richText.ts';
import { yearOf } from '../year.ts';
import { containerWords } from './containers.ts';
import { type Distinction, distinctionOf } from './distinction.ts';
import { isPreprintServer, type PaperKind, paperKind } from './paperKind.ts';
import { type Person, peopleOf } from './people.ts';
import { type Place, pagesIn, volumeNumber } from './place.ts';
import { isNotice, isSerial, numbersIn, titleWords } from './titleFacts.ts';

export interface Identifiers {
	/** A publisher's DOI. The DOI of an arXiv paper is stored as `arxiv`. */
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly pmid: string | undefined;
}

export interface Identity extends Identifiers, Place {
	readonly key: string | undefined;
	/** The title's letters and digits, without spaces: `testbed` for `Test bed` and `test-bed`. */
	readonly title: string;
	readonly titleWords: readonly string[];
	/** The numbers in the title, and signs as in `C++`. */
	readonly titleNumbers: string;
	/** Whether it refers to another paper: an erratum, a reply. */
	readonly isNotice: boolean;
	/** Whether the title is generic or that of a series: `Editorial`. */
	readonly isSerial: boolean;
	readonly people: readonly Person[];
	readonly year: number | undefined;
	readonly container: readonly string[];
	readonly kind: PaperKind | undefined;
	readonly isPreprint: boolean;
	readonly distinction: Distinction;
	/** Whether its copies are found by its key. */
	readonly isFoundByKey: boolean;
}

export function identityOf(record: RecordContent): Identity {
	const { item } = record;
	const title = plainText(item.title);
	const words = titleWords(title);
	const container = plainText(item['container-title']);
	const year = yearOf(item.issued);
	const numbers = identifiersOf(record);
	const creators = creatorsOf(item);
	return {
		...numbers,
		key: record.key === undefined ? undefined : comparedKey(record.key),
		title: words.join(''),
		titleWords: words,
		titleNumbers: numbersIn(title, words),
		isNotice: isNotice(words),
		isSerial: isSerial(words),
		people: peopleOf(creators),
		year,
		container: containerWords(container),
		kind: paperKind(item.type, container),
		isPreprint: isPreprint(record, numbers),
		volume: volumeNumber(item.volume, year),
		issue: volumeNumber(item.issue, undefined),
		pages: pagesIn(item.page),
		distinction: distinctionOf(item),
		isFoundByKey: isFoundByKey(words, creators.length, item['container-title'] !== undefined),
	};
}

export function identifiersOf({ item, extra }: RecordContent): Identifiers {
	const address = item.URL === undefined ? undefined : identifierIn(item.URL);
	const number = (item.DOI === undefined ? undefined : identifierIn(item.DOI)) ?? address;
	const arxiv = extra?.arxiv === undefined ? undefined : normalArxiv(extra.arxiv);
	return {
		doi: number !== undefined && 'doi' in number ? number.doi : undefined,
		arxiv:
			arxiv ?? [number, address].map((found) => (found && 'arxiv' in found ? found.arxiv : undefined)).find(Boolean),
		pmid: pmidOf(item.PMID ?? '') ?? pmidInAddress(item.URL ?? ''),
	};
}

/** Whether the record describes a paper as its authors put it online, and not as a journal printed it. */
function isPreprint({ item }: RecordContent, { doi, arxiv }: Identifiers): boolean {
	const container = item['container-title'];
	if (container !== undefined) {
		return isPreprintServer(foldText(plainText(container)));
	}
	return doi === undefined ? arxiv !== undefined : isPreprintDoi(doi);
}

/** Whether the title is too short to tell papers of one author apart, if they are in some container. */
export function isShortTitle({ titleWords, people, container }: Identity): boolean {
	return titleWords.length < 3 && people.length === 1 && container.length > 0;
}

/** Whether a record says so little that its title does not make a copy of it one paper with it, only an equal key does. */
export function isFoundByKey(words: readonly string[], creators: number, hasContainer: boolean): boolean {
	return (
		words.length === 0 || creators === 0 || isSerial(words) || (words.length < 3 && creators === 1 && hasContainer)
	);
}
