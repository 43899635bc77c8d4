/** Patterns in which `*` stands for any text and `?` for one character: for keys, in which `/` is a sign like others. */

/** Whether one of the patterns matches the whole of `text`. */
export function matchesOne(patterns: readonly string[], text: string): boolean {
	return patterns.some((pattern) => matches(pattern, text));
}

/** Goes back to the last `*` only, so that time grows with the product of the lengths and not faster. */
function matches(pattern: string, text: string): boolean {
	let at = 0;
	let inPattern = 0;
	let star = -1;
	let starAt = 0;
	while (at < text.length) {
		if (pattern[inPattern] === '*') {
			star = inPattern++;
			starAt = at;
		} else if (pattern[inPattern] === text[at] || pattern[inPattern] === '?') {
			inPattern++;
			at++;
		} else if (star >= 0) {
			inPattern = star + 1;
			at = ++starAt;
		} else {
			return false;
		}
	}
	return /^\**$/.test(pattern.slice(inPattern));
}
