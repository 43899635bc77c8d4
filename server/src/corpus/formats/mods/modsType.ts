/** The CSL type of a MODS record, from the genres of the record and of what it appeared in. */

import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, textAt, textsAt } from '../xml/xmlQuery.ts';

/** Genres in MARC's list (https://www.loc.gov/standards/valuelist/marcgt.html), in bibutils' and in those of catalogues. */
const OWN_GENRES: readonly (readonly [type: string, genre: RegExp])[] = [
	['thesis', /thesis|dissertation|habilitation/i],
	['chapter', /(?:book|part of).*(?:section|chapter|part)|^chapter|^in ?book/i],
	['article-newspaper', /newspaper/i],
	['article-magazine', /magazine/i],
	['post-weblog', /blog/i],
	['article', /preprint|e-?print|working paper/i],
	['article-journal', /journal ?article|^article|^review$|periodical article/i],
	['paper-conference', /conference (?:paper|article|contribution|object)|in ?proceedings|^poster/i],
	['book', /conference publication|proceedings/i],
	['report', /report/i],
	['webpage', /web ?(?:site|page)|electronic resource/i],
	['patent', /patent/i],
	['dataset', /data ?set|statistics/i],
	['software', /software|computer program/i],
	['standard', /standard/i],
	['motion_picture', /motion picture|video|film/i],
	['map', /^map|atlas/i],
	['manuscript', /manuscript|unpublished/i],
	['entry-encyclopedia', /encyclopedi/i],
	['legislation', /legislation/i],
	['book', /book|monograph/i],
];

const HOST_GENRES: readonly (readonly [type: string, genre: RegExp])[] = [
	['paper-conference', /conference|proceedings/i],
	['article-magazine', /magazine/i],
	['article-newspaper', /newspaper/i],
	['article-journal', /journal|periodical|series/i],
	['chapter', /book|encyclopedia|collection|festschrift/i],
];

/** Values of `<typeOfResource>`. */
const RESOURCES: readonly (readonly [type: string, resource: RegExp])[] = [
	['map', /cartographic/i],
	['motion_picture', /moving image/i],
	['song', /sound recording/i],
	['musical_score', /notated music/i],
	['software', /software/i],
	['graphic', /still image/i],
];

/** Types that are part of what they appeared in. */
const PARTS: ReadonlySet<string> = new Set([
	...['article-journal', 'article-magazine', 'article-newspaper', 'chapter', 'paper-conference', 'article'],
	...['entry-encyclopedia', 'post-weblog'],
]);

/** Whether the pages of a work of this type are those in a larger work. */
export function isPartOfWork(type: string): boolean {
	return PARTS.has(type);
}

export function modsType(element: XmlElement, host: XmlElement | undefined): string {
	const genres = textsAt(element, 'genre');
	const own = found(OWN_GENRES, genres);
	const ofHost = host && (found(HOST_GENRES, textsAt(host, 'genre')) ?? typeWithin(host));
	if (own === 'book' && ofHost !== undefined) {
		// Some give a part the genre of the whole.
		return ofHost;
	}
	const resource = found(RESOURCES, textsAt(element, 'typeOfResource'));
	return own ?? ofHost ?? resource ?? (isMonograph(element) ? 'book' : 'document');
}

/** What has serial numbers and issues is a journal. */
function typeWithin(host: XmlElement): string {
	const isSerial =
		/serial|continuing/i.test(textAt(host, 'originInfo/issuance') ?? '') ||
		(host.children.length > 0 && /issn/i.test(elementAt(host, 'identifier')?.attributes.get('type') ?? ''));
	return isSerial ? 'article-journal' : 'chapter';
}

function isMonograph(element: XmlElement): boolean {
	return /monographic|single unit/i.test(textAt(element, 'originInfo/issuance') ?? '');
}

function found(
	types: readonly (readonly [type: string, words: RegExp])[],
	texts: readonly string[],
): string | undefined {
	return types.find(([, words]) => texts.some((text) => words.test(text)))?.[0];
}
