/** Text taken apart at places outside all braces. */

/** Parts of `text` between matches of `separator` that stand outside all braces. */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
	const parts: string[] = [];
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
				parts.push(text.slice(start, i));
				start = separator.lastIndex;
				i = start - 1;
			} else if (code === 0x5c) {
				i += 1;
			}
		}
	}
	parts.push(text.slice(start));
	return parts;
}
