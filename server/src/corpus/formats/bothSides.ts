/** Reads a file in which version control has left conflicts: the records of both sides, and one problem for the file. */

import { conflictMessages } from '../../messages/conflictMessages.ts';
import { type Conflict, conflictsIn, withSides } from '../../util/conflictMarks.ts';
import type { Problem } from '../../util/problem.ts';
import { type Span, shareText } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import type { Format, ReadContext } from './format.ts';

/** `format`, extended to read both sides of every conflict. A record that is equal on both sides is given once. */
export function bothSides(format: Format): Format {
	return {
		...format,
		accepts: (head) => format.accepts(head.includes('<<<<<<<') ? head.replace(MARKS, withoutSigns) : head),
		*read(text, context) {
			const conflicts = conflictsIn(text);
			const [first] = conflicts;
			if (first === undefined) {
				yield* format.read(text, context);
				return;
			}
			context.report({
				code: 'merge-conflict',
				message: conflictMessages.inLibrary(conflicts.length),
				span: first.opening,
			});
			yield* recordsOfBoth(format, { text, conflicts }, context);
		},
	};
}

/** In the first part of a file, where the end of a conflict may be missing. */
const MARKS = /^(?:[<|>]{7}(?: .*)?|={7})$/gm;

function withoutSigns(line: string): string {
	return ' '.repeat(line.length);
}

interface Conflicting {
	readonly text: string;
	readonly conflicts: readonly Conflict[];
}

/** In the order of the text. Outside the conflicts, both sides are the same, so only the first one is read there. */
function* recordsOfBoth(
	format: Format,
	{ text, conflicts }: Conflicting,
	context: ReadContext,
): Generator<PaperRecord> {
	const isIn = (span: Span) => conflicts.some((conflict) => shareText(conflict.span, span));
	const ours = format.read(withSides(text, conflicts, ['ours']), context);
	const theirs = changedRecords(
		format.read.bind(format),
		{ text: withSides(text, conflicts, ['theirs']), isIn },
		context,
	);
	const known = new Set<string>();
	for (const { record, settle } of inOrder(ours, theirs)) {
		const content = isIn(record.span) ? contentOf(record) : undefined;
		const isKnown = content !== undefined && known.has(content);
		settle(isKnown);
		if (content !== undefined) {
			known.add(content);
		}
		if (!isKnown) {
			yield record;
		}
	}
}

interface Read {
	readonly record: PaperRecord;
	/** Reports the record's problems, unless it is not given. */
	readonly settle: (isDropped: boolean) => void;
}

interface OtherSide {
	readonly text: string;
	readonly isIn: (span: Span) => boolean;
}

/** The records of the other side that stand in a conflict, with the problems found since the record before. */
function* changedRecords(read: Format['read'], { text, isIn }: OtherSide, context: ReadContext): Generator<Read> {
	let problems: Problem[] = [];
	const report = (problem: Problem): void => {
		if (isIn(problem.span)) {
			problems.push(problem);
		}
	};
	const settle = (found: readonly Problem[]) => (isDropped: boolean) => {
		for (const problem of isDropped ? [] : found) {
			context.report(problem);
		}
	};
	for (const record of read(text, { ...context, report })) {
		if (isIn(record.span)) {
			yield { record, settle: settle(problems) };
		}
		problems = [];
	}
	settle(problems)(false);
}

function* inOrder(ours: Iterable<PaperRecord>, theirs: Generator<Read>): Generator<Read> {
	let other = theirs.next();
	for (const record of ours) {
		while (!other.done && other.value.record.span.start < record.span.start) {
			yield other.value;
			other = theirs.next();
		}
		yield { record, settle: () => {} };
	}
	for (; !other.done; other = theirs.next()) {
		yield other.value;
	}
}

/** What a record says, without its place. */
function contentOf({ span, keySpan, ...content }: PaperRecord): string {
	return JSON.stringify(content);
}
