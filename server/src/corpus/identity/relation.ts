/**
 * How two records are related: whether they describe one paper. Depends on nothing but the two. A paper is a group of
 * records connected by ties (`ties.ts`).
 */

import { sameContainer } from './containers.ts';
import { areOfOneTime, contradict, haveTwoIdentifiers, haveTwoKinds } from './contradictions.ts';
import { areDistinct } from './distinction.ts';
import { type Identity, isShortTitle } from './identity.ts';
import { sharedPeople } from './people.ts';
import { areEqual, differ, pagesDiffer, samePlace } from './place.ts';
import { type TitleLikeness, titleLikeness } from './titleLikeness.ts';

/** What makes two records one paper: what people state (`ties.ts`), or what the records say. */
export type Tie = 'statement' | 'identifier' | 'title' | 'key';

export interface Relation {
	/** Undefined if they are two papers. */
	readonly tie: Tie | undefined;
	/** Whether they plainly are two, and not merely too unlike to be called one. */
	readonly contradict: boolean;
	/** Whether they may be one paper all the same, so that a person should look. */
	readonly isNear: boolean;
}

export function relationOf(a: Identity, b: Identity): Relation {
	if (shareIdentifier(a, b)) {
		const areOne = isIdentifierOfOne(a, b);
		return { tie: areOne ? 'identifier' : undefined, contradict: !areOne, isNear: false };
	}
	if (a.title === '' || b.title === '') {
		const areOne = areEqual(a.key, b.key) && (completes(a, b) || completes(b, a));
		return { tie: areOne ? 'key' : undefined, contradict: false, isNear: false };
	}
	const likeness = titleLikeness(a, b);
	if (likeness === 'some' || likeness === 'little' || contradict(a, b)) {
		return { tie: undefined, contradict: contradict(a, b), isNear: false };
	}
	const areOne = areOneByTitle(a, b, likeness);
	return { tie: areOne ? 'title' : undefined, contradict: false, isNear: !areOne && haveSameAuthors(a, b) };
}

/** Whether both name an equal DOI, arXiv id or PMID. */
function shareIdentifier(a: Identity, b: Identity): boolean {
	return areEqual(a.doi, b.doi) || areEqual(a.arxiv, b.arxiv) || areEqual(a.pmid, b.pmid);
}

/**
 * Whether an identifier that two records share is that of a paper, and not of a whole that holds several: a supplement
 * of abstracts, a book of chapters.
 */
function isIdentifierOfOne(a: Identity, b: Identity): boolean {
	if (areDistinct(a.distinction, b.distinction)) {
		return false;
	}
	if (a.title === '' || b.title === '') {
		return true;
	}
	if (a.isNotice !== b.isNotice) {
		return false;
	}
	const people = sharedPeople(a.people, b.people);
	switch (titleLikeness(a, b)) {
		case 'little':
			return (people ?? 0) > 0 && !pagesDiffer(a.pages, b.pages) && !haveTwoKinds(a, b);
		case 'near':
			return a.titleNumbers === b.titleNumbers;
		case 'equal':
			return (
				people !== 0 || !(a.isSerial || (a.year ?? b.year) !== (b.year ?? a.year) || pagesDiffer(a.pages, b.pages))
			);
		default:
			return true;
	}
}

function areOneByTitle(a: Identity, b: Identity, likeness: TitleLikeness): boolean {
	const people = sharedPeople(a.people, b.people);
	if (!areOfOneTime(a, b) || (needsPlace(a, b) && !samePlace(a, b) && !isCopy(a, b) && !isOwnTitle(a, b))) {
		return false;
	}
	if (likeness === 'equal') {
		return people === undefined || people >= 0.5;
	}
	if (people !== 1 || (likeness === 'near' && a.titleNumbers !== b.titleNumbers)) {
		return false;
	}
	return samePlace(a, b) || (likeness === 'near' && (a.isPreprint || b.isPreprint || haveSameYear(a, b)));
}

/** Whether two records of near titles are of one year and, as far as is known, of one container. */
function haveSameYear(a: Identity, b: Identity): boolean {
	return areEqual(String(a.year), String(b.year)) && sameContainer(a.container, b.container) !== false;
}

/** Titles that come back, and records without people, need an equal place besides an equal title. */
function needsPlace(a: Identity, b: Identity): boolean {
	return (
		a.isSerial || b.isSerial || (isShortTitle(a) && isShortTitle(b)) || a.people.length === 0 || b.people.length === 0
	);
}

/** Whether two records that need an equal place have one key and one year instead: a library copied into another. */
function isCopy(a: Identity, b: Identity): boolean {
	return a.isFoundByKey && b.isFoundByKey && areEqual(a.key, b.key) && a.year === b.year;
}

/** Whether two records of one year without people and container have a title that hardly occurs twice. */
function isOwnTitle(a: Identity, b: Identity): boolean {
	const isAlone = ({ people, container }: Identity) => people.length === 0 && container.length === 0;
	return (
		isAlone(a) && isAlone(b) && !a.isSerial && a.year !== undefined && a.year === b.year && a.titleWords.length >= 4
	);
}

function haveSameAuthors(a: Identity, b: Identity): boolean {
	return !a.isSerial && !b.isSerial && a.titleNumbers === b.titleNumbers && sharedPeople(a.people, b.people) === 1;
}

/**
 * Whether `part` has no title and nothing else that shows it to be another paper than `whole`, which has the same key:
 * the abstracts of a library in a file of their own.
 */
function completes(part: Identity, whole: Identity): boolean {
	if (part.title !== '' || haveTwoIdentifiers(part, whole) || differ(part.volume, whole.volume)) {
		return false;
	}
	if (pagesDiffer(part.pages, whole.pages) || (part.year ?? whole.year) !== (whole.year ?? part.year)) {
		return false;
	}
	const isBare = part.people.length === 0 && !(part.doi ?? part.arxiv ?? part.pmid);
	return isBare || (part.year === whole.year && (sharedPeople(part.people, whole.people) ?? 0) >= 0.5);
}
