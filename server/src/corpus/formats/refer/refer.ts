/**
 * Tagged files of EndNote (`.enw`), which databases and Google Scholar offer, and of the older refer program and
 * BibIX. EndNote's manual lists the tags under "EndNote Import".
 *
 *     %0 Journal Article
 *     %A Curie, Marie
 *     %T On Rays
 *     %D 1898
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { TaggedFields } from '../lines/taggedField.ts';
import { type ReferEntry, referEntries } from './referEntries.ts';
import { referContent } from './referItem.ts';

export const refer: Format = { name: formatNames.refer, accepts, entryStart: '%0 ', read };

const FIRST_TAG = /^[\s\uFEFF]*%[0-9A-Z@] [^\r\n]*\S/;
const TYPE = /^[^\S\r\n]*%0 \S/m;
const TITLE = /^[^\S\r\n]*%[TBJ] \S/m;
const PERSON_OR_DATE = /^[^\S\r\n]*%[ADEIJQ] \S/m;
/** TeX files may begin with comments that look like tags. */
const TEX = /^[^\S\r\n]*(?:@[A-Za-z]+\s*[{(]|\\[a-z]+)/m;

function accepts(head: string): boolean {
	return FIRST_TAG.test(head) && TITLE.test(head) && (TYPE.test(head) || PERSON_OR_DATE.test(head)) && !TEX.test(head);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const entry of referEntries(text)) {
		const fields = new TaggedFields(entry.fields);
		const hasTitle = fields.first('T') !== undefined;
		if (!hasTitle) {
			report({ code: 'missing-field', message: entryMessages.noTitleIn('%T'), span: entry.head });
		}
		if (hasTitle || fields.first('A', 'E', 'R') !== undefined) {
			yield recordOf(entry, fields);
		}
	}
}

function recordOf({ span }: ReferEntry, fields: TaggedFields): PaperRecord {
	const keyTag = ['F', ...(fields.first('0') === undefined ? ['L'] : [])].find((tag) => isKey(fields.first(tag)));
	const { item, extra } = referContent(fields);
	const aliases = item.PMID === undefined ? [] : [`pmid:${item.PMID}`];
	return keyedRecord({
		key: keyTag === undefined ? undefined : fields.first(keyTag),
		aliases,
		item,
		extra,
		span,
		keySpan: fields.spanOf(keyTag ?? 'T'),
	});
}

/** EndNote's label may also be a remark, or the entry's number in the library, which identifies no paper. */
function isKey(label: string | undefined): boolean {
	return label !== undefined && /^\S*\p{L}\S*$/u.test(label);
}
