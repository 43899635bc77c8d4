/**
 * Plain text from Web of Science (`savedrecs.txt`, `.ciw`). Tags have two letters, and continuation lines are indented
 * (https://webofscience.help.clarivate.com/en-us/Content/export-records.htm).
 *
 *     FN Clarivate Analytics Web of Science
 *     VR 1.0
 *     PT J
 *     AU Curie, M
 *        Curie, P
 *     TI On Rays
 *     ER
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { type TaggedField, TaggedFields, taggedField } from '../lines/taggedField.ts';
import { wosContent } from './wosItem.ts';

export const webOfScience: Format = { name: formatNames.webOfScience, accepts, entryStart: 'PT ', read };

const FILE_HEAD = /^[\s\uFEFF]*FN [^\r\n]{1,100}[\r\n]+VR \d/;
const ENTRY_HEAD =
	/^[\s\uFEFF]*(?:FN [^\r\n]{1,100}\s+)?(?:VR [^\r\n]{1,20}\s+)?PT [A-Z][a-z]{0,12}\s*[\r\n]+[A-Z][A-Z0-9] \S/;

function accepts(head: string): boolean {
	return FILE_HEAD.test(head) || ENTRY_HEAD.test(head);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const { fields: list, head, span } of entries(text)) {
		const fields = new TaggedFields(list);
		const hasTitle = fields.first('TI') !== undefined;
		if (!hasTitle) {
			report({ code: 'missing-field', message: entryMessages.noTitleIn('TI'), span: head });
		}
		if (hasTitle || fields.first('AU', 'AF', 'DI', 'UT') !== undefined) {
			yield keyedRecord({ ...wosContent(fields), span, keySpan: fields.spanOf(hasTitle ? 'TI' : 'UT') });
		}
	}
}

interface Entry {
	readonly fields: readonly TaggedField[];
	/** The first line. */
	readonly head: Span;
	readonly span: Span;
}

/** The entries, each from `PT` to `ER`. One that is not closed ends before the next. */
function* entries(text: string): Generator<Entry> {
	let entry: OpenEntry | undefined;
	for (const line of linesIn(text)) {
		const tag = tagOf(text, line);
		if (tag === undefined) {
			entry?.carryOn(line);
			continue;
		}
		const isOfFile = OF_THE_FILE.has(tag);
		if (entry && (isOfFile || tag === 'PT')) {
			entry.span.end = tag === 'ER' ? line.span.end : entry.span.end;
			yield entry;
			entry = undefined;
		}
		if (!isOfFile) {
			entry ??= new OpenEntry(line);
			entry.add(line, taggedField(text, line, { tag, prefix: tag }));
		}
	}
	if (entry) {
		yield entry;
	}
}

class OpenEntry implements Entry {
	readonly fields: TaggedField[] = [];
	readonly head: Span;
	readonly span: { start: number; end: number };

	constructor({ span }: Line) {
		this.head = span;
		this.span = { ...span };
	}

	add({ span }: Line, field: TaggedField): void {
		this.fields.push(field);
		this.span.end = span.end;
	}

	carryOn(line: Line): void {
		this.fields.at(-1)?.lines.push(line);
		this.span.end = line.text === '' ? this.span.end : line.span.end;
	}
}

/** Tags that are no part of an entry: the file's first and last lines, and the ends of entries. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['FN', 'VR', 'ER', 'EF']);

/** Undefined for a continuation line. */
function tagOf(text: string, { text: line, span }: Line): string | undefined {
	const isIndented = span.start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(span.start - 1));
	return isIndented ? undefined : /^([A-Z][A-Z0-9])(?: |$)/.exec(line)?.[1];
}
