/** Escapes text from a corpus so that in Markdown it stays text and produces no markup, link, image or block. */

import { type MarkdownText, markdownSource, type PlainText } from '../../util/textKinds.ts';

/** Always escaped: characters that may start inline markup in CommonMark, GFM, or Markdown mathematics. */
const INLINE = /[\\`*_[\]<>|~$^]/g;
/** Without escaping, a character reference would be decoded, and a URL would become a link. */
const REFERENCE = /&(?=#?\w{1,31};)/g;
const ADDRESS = /\b(https?|ftp|file|command|vscode|mailto|xmpp|data|javascript):|\b(www)\.|(?<=[\w.+-])@(?=\w)/gi;
const BANG = /!(?=\\\[)/g;

/** `text` escaped for use inside a line. `a_b` gives `a\_b`. */
export function escapeInline(text: PlainText): MarkdownText {
	const escaped = text
		.replace(INLINE, '\\$&')
		.replace(BANG, '\\!')
		.replace(REFERENCE, '\\&')
		.replace(ADDRESS, (match: string) => match.replace(/[:.@]$/, '\\$&'));
	return markdownSource(escaped);
}

/** `markdown` with line starts escaped too, so that it contains no heading, list, rule, table or code block. */
export function escapeLineStarts(markdown: string): string {
	return markdown
		.split('\n')
		.map((line) =>
			line
				.trim()
				.replace(/^([#+=-]|:(?=[-|]))/, '\\$1')
				.replace(/^(\d{1,9})([.)])/, '$1\\$2'),
		)
		.join('\n');
}
