/** Lets through only the HTML that citation styles need. Titles, styles and locales are other people's. */

/** The tags of citeproc's own output, exactly as it writes them, and links to web pages. */
const ALLOWED =
	/^<(?:\/?(?:i|b|sup|sub)|\/?(?:div|span|a)|div class="csl-(?:entry|left-margin|right-inline|block|indent)"|span style="(?:font-variant: ?small-caps|font-style: ?normal|font-weight: ?normal|font-variant: ?normal|text-decoration: ?(?:underline|none)|baseline)?;?"|a href="https?:\/\/[^"'<>\s]+")>$/;

/** `html` in which every other tag is text. */
export function safeHtml(html: string): string {
	return html.replace(/<[^<>]*>|[<>]/g, (tag) =>
		ALLOWED.test(tag) ? tag : tag.replaceAll('<', '&#60;').replaceAll('>', '&#62;'),
	);
}
