/**
 * MEDLINE's own format, which PubMed's "Citation manager" saves as `.nbib`
 * (https://www.nlm.nih.gov/bsd/mms/medlineelements.html). ERIC saves it too, with `OWN - ERIC` in place of the number.
 *
 *     PMID- 30922926
 *     TI  - Time lapse: A glimpse into
 *           prehistoric genomics.
 *     FAU - Griffin, Darren K
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { type TaggedField, TaggedFields, taggedField } from '../lines/taggedField.ts';
import { nbibItem } from './nbibItem.ts';

export const nbib: Format = { name: formatNames.nbib, accepts, read };

/** Tags are padded to four letters. */
const TAGGED = /^([A-Z][A-Z0-9]{1,3}) {0,2}-(?:\s|$)/;

function accepts(head: string): boolean {
	return /^[\s\uFEFF]*(?:PMID- ?\d+|(?:OWN {0,2}|STAT)- ?\w+)[ \t]*[\r\n]+[A-Z]{2,4} {0,2}-/.test(head);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const { fields: list, span } of entries(text)) {
		const fields = new TaggedFields(list);
		const pmid = fields.first('PMID');
		const first = { start: span.start, end: list[0]?.lines[0]?.span.end ?? span.end };
		const keySpan = fields.spanOf('TI', 'BTI', 'TT');
		if (keySpan === undefined) {
			report({
				code: fields.first('FAU', 'AU', 'AID', 'LID') === undefined ? 'unreadable-entry' : 'missing-field',
				message: entryMessages.noTitleOrCutOff,
				span: first,
			});
		}
		if (keySpan !== undefined || pmid !== undefined) {
			const aliases = pmid === undefined ? [] : [`pmid:${pmid}`];
			yield keyedRecord({ aliases, ...nbibItem(fields), span, keySpan: keySpan ?? fields.spanOf('PMID') });
		}
	}
}

interface Entry {
	readonly fields: readonly TaggedField[];
	readonly span: Span;
}

/** An entry with one of these is complete when the next number comes. Some exporters write a line or two before it. */
const WHOLE_SIGNS: ReadonlySet<string> = new Set(['PMID', 'TI', 'BTI', 'TT', 'AU', 'FAU']);

/** The entries, each from one `PMID- ` to the next, or from one `OWN - ERIC` after a blank line to the next. */
function* entries(text: string): Generator<Entry> {
	let fields: TaggedField[] = [];
	let span = { start: 0, end: 0 };
	let afterBlank = true;
	let isWhole = false;
	for (const line of linesIn(text)) {
		const found = tagOf(text, line);
		if (!found) {
			fields.at(-1)?.lines.push(line);
			afterBlank = line.text === '';
			span.end = line.text === '' ? span.end : line.span.end;
			continue;
		}
		if ((found.tag === 'PMID' && isWhole) || (afterBlank && found.tag === 'OWN')) {
			yield* entryOf(fields, span);
			fields = [];
			isWhole = false;
		}
		afterBlank = false;
		isWhole ||= WHOLE_SIGNS.has(found.tag);
		span = { start: fields.length === 0 ? line.span.start : span.start, end: line.span.end };
		fields.push(taggedField(text, line, found));
	}
	yield* entryOf(fields, span);
}

function entryOf(fields: readonly TaggedField[], span: Span): readonly Entry[] {
	return fields.length === 0 ? [] : [{ fields, span }];
}

/** Continuation lines of a field are indented. */
function tagOf(text: string, line: Line): { readonly tag: string; readonly prefix: string } | undefined {
	const isIndented = line.span.start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(line.span.start - 1));
	const [prefix, tag] = isIndented ? [] : (TAGGED.exec(line.text) ?? []);
	return prefix === undefined || tag === undefined ? undefined : { tag, prefix };
}
