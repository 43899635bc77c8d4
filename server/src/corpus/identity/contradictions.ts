/** What speaks against two records of an equal or similar title being one paper. */

import { isPreprintDoi } from '../identifiers/identifiers.ts';
import { sameContainer } from './containers.ts';
import { areDistinct } from './distinction.ts';
import type { Identity } from './identity.ts';
import { sharedPeople } from './people.ts';
import { areEqual, differ, pagesDiffer, samePages, samePlace } from './place.ts';

/** Whether two records plainly describe two papers, in spite of an equal title. */
export function contradict(a: Identity, b: Identity): boolean {
	return (
		haveTwoIdentifiers(a, b) ||
		areDistinct(a.distinction, b.distinction) ||
		differ(a.distinction.number, b.distinction.number) ||
		differ(a.distinction.address, b.distinction.address) ||
		a.isNotice !== b.isNotice ||
		(!a.isPreprint && !b.isPreprint && (haveTwoKinds(a, b) || haveTwoPlaces(a, b)))
	);
}

/** Whether both have another DOI, arXiv id or PMID. One of two publishers' DOIs may be mistyped, if all else is equal. */
export function haveTwoIdentifiers(a: Identity, b: Identity): boolean {
	const [doi = '', other = ''] = [a.doi, b.doi];
	const haveTwoDois = differ(a.doi, b.doi) && !isPreprintDoi(doi) && !isPreprintDoi(other);
	return (haveTwoDois && !isSameInAll(a, b)) || differ(a.arxiv, b.arxiv) || differ(a.pmid, b.pmid);
}

function isSameInAll(a: Identity, b: Identity): boolean {
	return sameContainer(a.container, b.container) === true && samePlace(a, b) && sharedPeople(a.people, b.people) === 1;
}

/** Whether one is a journal's article and the other a book, and so on. */
export function haveTwoKinds(a: Identity, b: Identity): boolean {
	return differ(a.kind, b.kind);
}

function haveTwoPlaces(a: Identity, b: Identity): boolean {
	if (differ(a.volume, b.volume)) {
		return true;
	}
	const isOther = sameContainer(a.container, b.container) === false;
	return pagesDiffer(a.pages, b.pages) && (isOther || !isOnlineFirst(a, b));
}

/** Whether one of two records in a journal may be the same article before it had a volume and pages. */
function isOnlineFirst(a: Identity, b: Identity): boolean {
	return sameContainer(a.container, b.container) === true && (a.volume === undefined) !== (b.volume === undefined);
}

/** Whether the years allow that two records are one paper. One that does not say its year allows any. */
export function areOfOneTime(a: Identity, b: Identity): boolean {
	if (a.year === undefined || b.year === undefined || a.year === b.year) {
		return true;
	}
	return (
		Math.abs(a.year - b.year) === 1 &&
		(a.isPreprint || b.isPreprint || areEqual(a.volume, b.volume) || samePages(a.pages, b.pages) || isOnlineFirst(a, b))
	);
}
