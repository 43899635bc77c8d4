/** Text from a corpus, put into Markdown so that it stays text: no markup, link, image or block can come out of it. */

import { type MarkdownText, markdownSource, type PlainText } from '../../util/textKinds.ts';

/** Always escaped: what may begin inline markup in CommonMark, GFM, or mathematics in Markdown. */
const INLINE = /[\\`*_[\]<>|~$^]/g;
/** A character reference would be resolved; a link would be made of an address. */
const REFERENCE = /&(?=#?\w{1,31};)/g;
const ADDRESS = /\b(https?|ftp|file|command|vscode|mailto|xmpp|data|javascript):|\b(www)\.|(?<=[\w.+-])@(?=\w)/gi;
const BANG = /!(?=\\\[)/g;

/** `text` escaped for the middle of a line. `a_b` gives `a\_b`. */
export function escapeInline(text: PlainText): MarkdownText {
	const escaped = text
		.replace(INLINE, '\\$&')
		.replace(BANG, '\\!')
		.replace(REFERENCE, '\\&')
		.replace(ADDRESS, (match: string) => match.replace(/[:.@]$/, '\\$&'));
	return markdownSource(escaped);
}

/** `markdown` escaped also where a line begins: no heading, list, rule, table or code block. */
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
