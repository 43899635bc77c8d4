/** Adds the checks that are common to all formats to a reader. */

import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import { recordProblems } from '../recordProblems.ts';
import type { Format } from './format.ts';

/**
 * `format`, extended to report problems of its records. BibTeX does this itself, because it knows the place of each
 * field.
 */
export function checkedFormat(format: Format): Format {
	return {
		...format,
		*read(text, context) {
			for (const record of format.read(text, context)) {
				for (const problem of recordProblems(record, (_, written) => placeIn(text, record, written))) {
					context.report(problem);
				}
				yield record;
			}
		},
	};
}

/** The place of `written` in the record. If it is written differently there, the place of the record's key or title. */
function placeIn(text: string, { span, keySpan }: PaperRecord, written: string): Span {
	const found = text.slice(span.start, span.end).indexOf(written);
	const start = span.start + found;
	return found < 0 ? (keySpan ?? firstLine(text, span)) : { start, end: start + written.length };
}

function firstLine(text: string, span: Span): Span {
	const lineEnd = text.slice(span.start, span.end).search(/[\r\n]/);
	return lineEnd < 0 ? span : { start: span.start, end: span.start + lineEnd };
}
