/**
 * Hayagriva, the bibliographies of Typst: a mapping from keys to papers
 * (https://github.com/typst/hayagriva/blob/main/docs/file-format.md). Each entry is parsed on its own, so that invalid
 * YAML in one does not affect the others.
 *
 *     curie1898:
 *         type: Article
 *         title: On Rays
 *         author: Curie, Marie
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import { yamlMessages } from '../../../messages/yamlMessages.ts';
import type { PaperRecord } from '../../paper.ts';
import { isYamlAlone } from '../csl/yamlHead.ts';
import { type YamlItem, YamlItems } from '../csl/yamlItem.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { hayagrivaContent } from './hayagrivaItem.ts';
import { type HayagrivaPlace, hayagrivaPlaces } from './hayagrivaPlaces.ts';
import { isHayagrivaType } from './hayagrivaType.ts';
import type { Fields } from './hayagrivaValues.ts';

export const hayagriva: Format = { name: formatNames.hayagriva, accepts, read };

/** One of this many first entries must look like a paper, because the first may be damaged. */
const MAX_ENTRIES_CHECKED = 3;

/** Fields of which an entry has at least one besides its type. */
const DESCRIPTIVE = ['title', 'parent', 'author', 'editor'];
/** Other files have types and titles, too: schemas, settings, menus. */
const DISTINCTIVE = [
	...[
		'author',
		'editor',
		'date',
		'parent',
		'publisher',
		'page-range',
		'serial-number',
		'doi',
		'isbn',
		'issn',
		'affiliated',
	],
];

function accepts(head: string): boolean {
	if (!isYamlAlone(head)) {
		return false;
	}
	const items = new YamlItems(head);
	let tried = 0;
	for (const place of hayagrivaPlaces(head)) {
		const fields = fieldsOf(items.read(place.span));
		const type = fields?.get('type');
		if (fields && typeof type === 'string' && isHayagrivaType(type) && describes(fields)) {
			return true;
		}
		tried += 1;
		if (tried === MAX_ENTRIES_CHECKED) {
			break;
		}
	}
	return false;
}

function describes(fields: Fields): boolean {
	return DESCRIPTIVE.some((name) => fields.has(name)) && DISTINCTIVE.some((name) => fields.has(name));
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	const items = new YamlItems(text);
	for (const place of hayagrivaPlaces(text)) {
		const item = items.read(place.span);
		const fields = fieldsOf(item);
		if (item.fault) {
			report({ code: 'unreadable-entry', ...item.fault });
		} else if (!fields) {
			report({ code: 'unreadable-entry', message: yamlMessages.notAHayagrivaEntry, span: place.keySpan });
		} else if (!['title', 'parent', 'url'].some((name) => fields.has(name))) {
			report({ code: 'missing-field', message: entryMessages.noTitleIn('title:'), span: place.keySpan });
		}
		if (fields) {
			yield recordOf(place, fields);
		}
	}
}

/** The fields below the entry's key. */
function fieldsOf({ fields }: YamlItem): Fields | undefined {
	const [value] = fields.values();
	return value instanceof Map ? value : undefined;
}

function recordOf({ key, keySpan, span }: HayagrivaPlace, fields: Fields): PaperRecord {
	const { item, extra } = hayagrivaContent(fields);
	const aliases = item.PMID === undefined ? [] : [`pmid:${item.PMID}`];
	return keyedRecord({ key, aliases, item, extra, span, keySpan });
}
