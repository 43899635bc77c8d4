/**
 * Fixes for problems of a corpus file that an editor has open. Every problem code that has none is one that only a person
 * can decide, or that another program must mend: `duplicate-key` and `shared-identifier` (which paper is meant?),
 * `impossible-date` (which day?), `merge-conflict` (the editor resolves it), `unreadable-file`.
 */

import type { RecordFix } from '../../corpus/formats/recordFix.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { bibtexFixes } from '../../messages/bibtexMessages.ts';
import { fixTitles } from '../../messages/citations.ts';
import { shortened } from '../../util/shortened.ts';
import { overlaps, type Range, type Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Fix } from '../findings/finding.ts';
import type { OfferedFix } from './fixes.ts';

export interface OpenCorpusFile {
	readonly uri: string;
	readonly text: string;
	/** The offsets of a range of the text. */
	readonly spanOf: (range: Range) => Span;
	/** The edits of its format. */
	readonly format: FormatEdits;
}

/** The fixes of the problems at `span`, in the order of the text. None in a file that another program rewrites. */
export function corpusFixes(view: WorkspaceView, file: OpenCorpusFile, span: Span): OfferedFix[] {
	const { text, format } = file;
	const found = [...(format.fixes?.(text, span) ?? []), ...macroFixes(view, file)].filter((fix) =>
		overlaps(fix.span, span),
	);
	return found.length === 0 || format.rewriter?.(text) !== undefined ? [] : found.map(toOffered);
}

function toOffered({ code, span, title, edits, isSafe }: RecordFix): OfferedFix {
	return { title, edits, preferred: isSafe, mends: { code, span, message: '' } };
}

/** In characters: of a larger file, only what is at the cursor is fixed. */
const MAX_FIXED_AT_ONCE = 5_000_000;

/** All fixes of the file by which nothing can be lost, as one; none if there are none. */
export function allCorpusFixes({ text, format }: Pick<OpenCorpusFile, 'text' | 'format'>): Fix[] {
	const found = text.length > MAX_FIXED_AT_ONCE ? [] : (format.fixes?.(text, { start: 0, end: text.length }) ?? []);
	const edits = found.filter(({ isSafe }) => isSafe).flatMap((fix) => fix.edits);
	return edits.length === 0 || format.rewriter?.(text) !== undefined
		? []
		: [{ title: fixTitles.fixAllRecords, edits: apart(edits), preferred: false }];
}

/** Without those that touch an edit before them: they are made the next time. */
function apart(edits: Fix['edits']): Fix['edits'] {
	let end = -1;
	return edits
		.toSorted((one, other) => one.span.start - other.span.start)
		.filter(({ span }) => {
			const isApart = span.start > end;
			end = isApart ? span.end : end;
			return isApart;
		});
}

/** Words without braces that no file defines as a macro. A macro that is defined further down keeps its name. */
function macroFixes(view: WorkspaceView, { uri, text, spanOf }: OpenCorpusFile): RecordFix[] {
	return view.corpus
		.problemsIn(uri)
		.filter(({ code }) => code === 'undefined-macro')
		.flatMap(({ code, range }): RecordFix[] => {
			const span = spanOf(range);
			const written = text.slice(span.start, span.end);
			const isBare = /^[^\s{}"#,=()%\\]+$/.test(written) && !isDefined(text, written);
			const title = bibtexFixes.braces(shortened(written));
			return isBare ? [{ code, span, title, edits: [{ span, newText: `{${written}}` }], isSafe: false }] : [];
		});
}

function isDefined(text: string, macro: string): boolean {
	return new RegExp(`@\\s*string\\s*[{(]\\s*${macro.replace(/\W/g, '\\$&')}\\s*=`, 'i').test(text);
}
