/** Splits text at places outside all braces. */

import { type LatexSource, latexSource } from '../../../util/textKinds.ts';

/** The parts of `text` between matches of `separator` outside all braces. */
export function splitOutsideBraces(text: LatexSource, separator: RegExp): LatexSource[] {
	const parts: LatexSource[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x7b) {
			depth += 1;
		} else if (code === 0x7d) {
			depth -= 1;
		} else if (depth <= 0) {
			separator.lastIndex = i;
			if (separator.test(text)) {
				parts.push(latexSource(text.slice(start, i)));
				start = separator.lastIndex;
				i = start - 1;
			} else if (code === 0x5c) {
				i += 1;
			}
		}
	}
	parts.push(latexSource(text.slice(start)));
	return parts;
}
