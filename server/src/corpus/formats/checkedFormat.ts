/** A format whose reader leaves it to others to look at what it has read. */

import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import { recordProblems } from '../recordProblems.ts';
import type { Format } from './format.ts';

/** `format`, reporting also what is wrong with its records. BibTeX does so itself, since it knows each field's place. */
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

/** Where `written` stands in the record; where it is written otherwise there, the record's key or title. */
function placeIn(text: string, { span, keySpan }: PaperRecord, written: string): Span {
	const found = text.slice(span.start, span.end).indexOf(written);
	const start = span.start + found;
	return found < 0 ? (keySpan ?? firstLine(text, span)) : { start, end: start + written.length };
}

function firstLine(text: string, span: Span): Span {
	const lineEnd = text.slice(span.start, span.end).search(/[\r\n]/);
	return lineEnd < 0 ? span : { start: span.start, end: span.start + lineEnd };
}
