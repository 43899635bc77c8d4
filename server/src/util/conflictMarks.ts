/** The marks that Git, Mercurial and others leave where a merge found two versions of the same lines. */

import type { Span } from './span.ts';

/**
 * Two versions of some lines:
 *
 *     <<<<<<< HEAD
 *     ours
 *     ||||||| base (only if the user wants to see what both have changed)
 *     base
 *     =======
 *     theirs
 *     >>>>>>> branch
 */
export interface Conflict {
	/** From the first mark to the end of the last one. */
	readonly span: Span;
	/** The line with the first mark. */
	readonly opening: Span;
	/** The lines between the marks. */
	readonly ours: Span;
	readonly theirs: Span;
}

export type Side = 'ours' | 'theirs';

const MARK = /^(?:(<{7}|\|{7}|>{7})(?=[ \t\r]|$).*|={7}[ \t]*)$/gm;

/** The conflicts in `text`, in order. Marks that do not make up a conflict, such as a heading's underline, are text. */
export function conflictsIn(text: string): readonly Conflict[] {
	if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) {
		return [];
	}
	const conflicts: Conflict[] = [];
	let opening: Span | undefined;
	let oursEnd: number | undefined;
	let theirsStart: number | undefined;
	for (const { 0: line, 1: sign = '=', index } of text.matchAll(MARK)) {
		const end = index + line.length;
		if (sign.startsWith('<')) {
			opening = { start: index, end: index + line.trimEnd().length };
			oursEnd = undefined;
			theirsStart = undefined;
		} else if (opening && sign.startsWith('|')) {
			oursEnd ??= index;
		} else if (opening && sign === '=' && theirsStart === undefined) {
			oursEnd ??= index;
			theirsStart = end;
		} else if (opening && theirsStart !== undefined && sign.startsWith('>')) {
			conflicts.push({
				span: { start: opening.start, end },
				opening,
				ours: { start: opening.end, end: oursEnd ?? theirsStart },
				theirs: { start: theirsStart, end: index },
			});
			opening = undefined;
		}
	}
	return conflicts;
}

/** `text` with the given sides of its conflicts alone: the marks and all other lines in them are blank. Keeps all offsets. */
export function withSides(text: string, conflicts: readonly Conflict[], sides: readonly Side[]): string {
	let out = '';
	let at = 0;
	for (const conflict of conflicts) {
		out += text.slice(at, conflict.span.start);
		at = conflict.span.start;
		for (const side of (['ours', 'theirs'] as const).filter((each) => sides.includes(each))) {
			out += blank(text.slice(at, conflict[side].start)) + text.slice(conflict[side].start, conflict[side].end);
			at = conflict[side].end;
		}
		out += blank(text.slice(at, conflict.span.end));
		at = conflict.span.end;
	}
	return out + text.slice(at);
}

function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
