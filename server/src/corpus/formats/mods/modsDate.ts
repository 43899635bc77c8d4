/** The date of a MODS record, which may stand in several places and notations. */

import type { CslDate } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { edtfDate } from '../dates/writtenDate.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementsAt, textIn } from '../xml/xmlQuery.ts';

/** The elements that hold it, the best first. */
const PATHS = ['originInfo/dateIssued', 'part/date', 'originInfo/copyrightDate', 'originInfo/dateCreated'];

/** The date of the first place that has one: the record itself, before what it appeared in. */
export function modsDate(places: readonly (XmlElement | undefined)[]): CslDate | undefined {
	const groups = PATHS.flatMap((path) => places.flatMap((place) => (place ? [elementsAt(place, path)] : [])));
	const written = groups.filter((group) => group.length > 0);
	const range = written[0] && rangeOf(written[0]);
	return range ?? paperDate(written.map(dateText));
}

/** The dates at the points `start` and `end`. */
function rangeOf(elements: readonly XmlElement[]): CslDate | undefined {
	const [start, end] = ['start', 'end'].map((point) => {
		const found = elements.find(({ attributes }) => attributes.get('point') === point);
		return found && textIn(found);
	});
	return start && end && /^\d{4}/.test(start) && /^\d{4}/.test(end) ? edtfDate(`${start}/${end}`) : undefined;
}

/** `20170614` and `[c1998?]`, as catalogues write dates, give `2017-06-14` and `1998`. */
function dateText(elements: readonly XmlElement[]): string {
	const best = elements.find(({ attributes }) => attributes.get('encoding') === 'w3cdtf') ?? elements[0];
	const written = best ? textIn(best) : '';
	return written.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3').replace(/^[[c©]+|[\]?.]+$/g, '');
}
