/** The HTML of one citation, with the references that name no paper. */

/** `(Zeng, 2025; <span class="paper-unknown">vaswni2017?</span>)`: `html` is that of the known papers, if there are any. */
export function citationHtml(html: string | undefined, unknown: readonly string[]): string {
	const marked = unknown.map((reference) => `<span class="paper-unknown">${escaped(reference)}?</span>`).join('; ');
	if (html === undefined) {
		return `(${marked})`;
	}
	return marked === '' ? html : `${html} (${marked})`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
