/** An entry of a bibliography as Markdown, so that it can stand in a note. */

import { escapeInline, escapeLineStarts } from '../../corpus/text/markdownEscape.ts';
import { unmarked } from '../../util/textKinds.ts';

const TOKEN = /<(\/?)([a-z]+)((?:\s[^<>]*)?)>|[^<]+/g;

/** The signs around the text of a tag. Tags that are not listed, such as those of small capitals, leave their text. */
const SIGNS: ReadonlyMap<string, readonly [string, string]> = new Map([
	['i', ['*', '*']],
	['b', ['**', '**']],
	['sup', ['<sup>', '</sup>']],
	['sub', ['<sub>', '</sub>']],
]);

/** `html` is safe HTML as the renderer gives it. Says the same in one line of Markdown. */
export function entryMarkdown(html: string): string {
	const open: { readonly tag: string; readonly address: string; readonly start: number }[] = [];
	let written = '';
	for (const [token, slash, tag = '', attributes = ''] of html.matchAll(TOKEN)) {
		if (tag === '') {
			written += escapedText(token);
		} else if (slash === '') {
			open.push({ tag, address: addressIn(attributes), start: written.length });
		} else {
			const { start, address } = open.pop() ?? { start: written.length, address: '' };
			written = written.slice(0, start) + wrapped(tag, written.slice(start), address);
		}
	}
	return escapeLineStarts(written.replace(/\s+/g, ' ').trim());
}

/** Space at the ends stays outside, because Markdown takes `* a*` for no emphasis. */
function wrapped(tag: string, inner: string, address: string): string {
	const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
	const [open, close] = SIGNS.get(tag) ?? ['', ''];
	if (tag === 'a' && address !== '') {
		return `${before}${escapedText(address) === text ? `<${address}>` : `[${text}](<${address}>)`}${after}`;
	}
	// The number of an entry stands in a block of its own.
	const end = tag === 'div' ? ' ' : '';
	return text === '' ? `${before}${after}` : `${before}${open}${text}${close}${after}${end}`;
}

function addressIn(attributes: string): string {
	return decoded(/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
}

function escapedText(text: string): string {
	// A name such as `@paper[a]` in a title must not become a citation.
	return escapeInline(unmarked(decoded(text))).replace(/(?<!\\)@/g, '\\@');
}

/** The renderer escapes by number alone. */
function decoded(text: string): string {
	return text
		.replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&amp;', '&');
}
