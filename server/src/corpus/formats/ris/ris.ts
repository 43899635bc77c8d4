/**
 * RIS, as reference managers and databases export it
 * (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp).
 *
 *     TY  - JOUR
 *     AU  - Vaswani, Ashish
 *     TI  - Attention Is All You Need
 *     PY  - 2017
 *     ER  -
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import { identifierMessages } from '../../../messages/identifierMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { TaggedFields } from '../lines/taggedField.ts';
import { type RisEntry, risEntries, risTag } from './risEntries.ts';
import { risItem, TITLE_TAGS } from './risItem.ts';
import { risExtra } from './risLinks.ts';
import { risType } from './risTypes.ts';

export const ris: Format = { name: formatNames.ris, accepts, entryStart: 'TY  -', read };

/**
 * A line with a type, followed by one with another tag. A database may write lines about itself before the first entry.
 */
const FIRST_ENTRY = /(?:^|[\r\n])[^\S\r\n]{0,20}TY {0,4}- *[A-Za-z][^\r\n]{0,100}[\r\n]\s*([^\r\n]{0,10})/;

function accepts(head: string): boolean {
	const below = FIRST_ENTRY.exec(head)?.[1];
	return below !== undefined && !/^[\s\uFEFF]*(?:```|#|---|[{[<@])/.test(head) && risTag(below.trimEnd()) !== undefined;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	let closed = 0;
	let last: RisEntry | undefined;
	for (const entry of risEntries(text)) {
		closed += entry.isClosed ? 1 : 0;
		last = entry;
		const fields = new TaggedFields(entry.fields);
		const problem = problemOf(entry, fields);
		if (problem) {
			report(problem);
		}
		if (fields.first(...TITLE_TAGS, 'AU', 'A1', 'DO') !== undefined) {
			yield recordOf(entry, fields);
		}
	}
	if (last && !last.isClosed && closed > 0) {
		report({ code: 'unreadable-entry', message: entryMessages.noEndLine, span: firstLine(last) });
	}
}

/** The problem of an entry. Only the first one, because the others often follow from it. */
function problemOf(entry: RisEntry, fields: TaggedFields): Problem | undefined {
	const span = firstLine(entry);
	const written = fields.first('DO');
	if (entry.type === undefined) {
		return { code: 'unreadable-entry', message: entryMessages.noType, span };
	}
	if (fields.first(...TITLE_TAGS) === undefined) {
		return { code: 'missing-field', message: entryMessages.noTitleLine, span };
	}
	if (written !== undefined && doiIn(written) === undefined) {
		const message = identifierMessages.notADoi(written.slice(0, 80));
		return { code: 'unreadable-entry', message, span: fields.spanOf('DO') ?? span };
	}
	return undefined;
}

/** `TY  - JOUR` */
function firstLine({ span, type = '' }: RisEntry): Problem['span'] {
	return { start: span.start, end: Math.min(span.end, span.start + Math.max(2, 'TY  - '.length + type.length)) };
}

function recordOf(entry: RisEntry, fields: TaggedFields): PaperRecord {
	const { key, aliases, isWhole } = keysOf(fields.first('ID'));
	return keyedRecord({
		key,
		aliases,
		item: risItem(risType(entry.type ?? ''), fields),
		extra: risExtra(fields),
		span: entry.span,
		keySpan: isWhole ? fields.spanOf('ID') : fields.spanOf(...TITLE_TAGS),
	});
}

interface RisKeys {
	readonly key?: string;
	readonly aliases: readonly string[];
	/** Whether `ID` contains nothing besides the key. */
	readonly isWhole: boolean;
}

/**
 * EndNote numbers the entries of every library from one, so such a number does not identify a paper. RefWorks writes
 * such a number before the key.
 */
function keysOf(id: string | undefined): RisKeys {
	const [, inner] = /^RefID:\d+-(\S+)$/.exec(id ?? '') ?? [];
	if (inner !== undefined && id !== undefined) {
		return { key: inner, aliases: [id], isWhole: false };
	}
	return id === undefined || /^\d{1,6}$/.test(id)
		? { aliases: [], isWhole: false }
		: { key: id, aliases: [], isWhole: true };
}
