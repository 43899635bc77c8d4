/** Numbered examples in Pandoc's syntax: `(@leaf) Leaves fall.` defines one, and `as (@leaf) shows` refers to it. */

import type { Citation } from './citation.ts';
import type { NoteOptions } from './noteOptions.ts';
import type { Stretch } from './words.ts';

/** `(@leaf)`, `@leaf)` or `@leaf.` at the beginning of a line or of a definition. */
const LABEL = /^[ \t]*(?:[:~][ \t]+)?(?:\(@([\p{L}\p{N}_-]*)\)|@([\p{L}\p{N}_-]*)[.)])(?=\s|$)/u;

/** How a block begins that defines a label, also after such a line. Few blocks do. */
const MAY_BEGIN = /^\s*[(@:~<]/;

const LABEL_END = /@[\p{L}\p{N}_-]*[).](?=\s|$)/u;

/** A line that begins a block without being text of it: a tag, or the first line of a `:::` block. */
const MARKUP_LINE = /^[ \t]*(?:<[^<>]*>[ \t]*|:{3,}.*)?$/;

/** The stretches of a block with the labels that they define replaced by spaces, and these labels. */
export function withoutExampleLabels(
	stretches: readonly Stretch[],
	{ syntaxes }: NoteOptions,
): { readonly stretches: readonly Stretch[]; readonly labels: readonly string[] } {
	const [first] = stretches;
	const mayDefine = first && syntaxes.includes('pandoc') && MAY_BEGIN.test(first.text) && LABEL_END.test(first.text);
	const lines = mayDefine ? first.text.split('\n') : [];
	const start = lines.findIndex((line) => !MARKUP_LINE.test(line));
	if (!first || !LABEL.test(lines[start] ?? '')) {
		return { stretches, labels: [] };
	}
	const labels: string[] = [];
	const text = lines.map((line, index) => (index < start ? line : withoutLabels(line, labels))).join('\n');
	return { stretches: [{ ...first, text }, ...stretches.slice(1)], labels };
}

/** An example may begin with an example: `(@a) (@b) text`. */
function withoutLabels(line: string, labels: string[]): string {
	let text = line;
	for (let found = LABEL.exec(text); found; found = LABEL.exec(text)) {
		labels.push(found[1] ?? found[2] ?? '');
		text = ' '.repeat(found[0].length) + text.slice(found[0].length);
	}
	return text;
}

/** Whether the citation is in fact a reference to one of these examples. */
export function isExampleReference({ items: [item] }: Citation, labels: ReadonlySet<string>): boolean {
	return item?.isBare === true && labels.has(item.reference);
}
