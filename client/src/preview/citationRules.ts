/**
 * The citations of a note in VS Code's Markdown preview, as rules of markdown-it. Where they stand is found when the note is
 * parsed; what they say is decided when it is rendered, because only then the document is known.
 */

import type { RenderResponse } from '../../../server/src/renderProtocol.ts';
import { bibliographyComments } from '../../../server/src/syntax/bibliographyComments.ts';
import { citationEndsAt } from './citationStretch.ts';
import type { BlockState, CoreState, InlineState, MarkdownIt, RenderRule, Token } from './markdownIt.ts';
import { bibliographyHtml, citationHtml, oneLine } from './renderedNote.ts';

const CITATION = 'paper_citation';
const BIBLIOGRAPHY = 'paper_bibliography';

/** The note as it was rendered last; undefined for text that is no note. Asks for it if it is not known yet. */
export type NoteOf = (document: unknown) => RenderResponse | undefined;

export function addCitationRules(md: MarkdownIt, noteOf: NoteOf): void {
	md.inline.ruler.before('link', CITATION, parseCitation);
	md.block.ruler.before('fence', BIBLIOGRAPHY, parsePlace, { alt: ['paragraph'] });
	md.core.ruler.push(BIBLIOGRAPHY, placeBibliography);
	let taken = new WeakMap<object, Set<number>>();
	md.renderer.rules[CITATION] = (tokens, index, options, env, self) => {
		const token = tokens[index];
		const note = noteOf(env.currentDocument);
		const used = taken.get(env) ?? new Set<number>();
		taken = taken.set(env, used);
		const place = token && note ? citationPlace(note, token, used) : -1;
		const citation = note?.citations[place];
		if (note && citation) {
			used.add(place);
			return citationHtml(note, citation, place);
		}
		return self.renderInline(token?.children ?? [], options, env);
	};
	md.renderer.rules[BIBLIOGRAPHY] = ((_, __, ___, env) => {
		const note = noteOf(env.currentDocument);
		return note ? bibliographyHtml(note) : '';
	}) satisfies RenderRule;
}

/** The citation of the note that has this text, stands on these lines and is not rendered yet; -1 if there is none. */
function citationPlace({ citations }: RenderResponse, { content, map }: Token, used: ReadonlySet<number>): number {
	const [start, end] = map ?? [0, Number.POSITIVE_INFINITY];
	const isIt = (place: number, line: number, text: string): boolean =>
		!used.has(place) && withoutEscapes(text) === withoutEscapes(content) && start <= line && line < end;
	return citations.findIndex(({ text, line }, place) => isIt(place, line, text));
}

/** In a table, a bar in a cell is escaped, and the preview's parser has taken the backslash away. */
function withoutEscapes(text: string): string {
	return text.replaceAll('\\|', '|');
}

/** Text between citations is parsed by the other rules, so that what is no citation after all looks as always. */
function parseCitation(state: InlineState, silent: boolean): boolean {
	// Inside a stretch that may be a citation after all, its beginning stands for a shorter one.
	const tried = state.pos === 0 ? ((state.env as { readonly triedEnds?: number }).triedEnds ?? 0) : 0;
	const end = citationEndsAt(state.src, state.pos)[tried];
	if (end === undefined || end > state.posMax) {
		return false;
	}
	if (!silent) {
		const written = state.src.slice(state.pos, end);
		const token = state.push(CITATION, '', 0);
		token.content = oneLine(written);
		token.children = [];
		state.md.inline.parse(written, state.md, { ...state.env, triedEnds: tried + 1 }, token.children);
	}
	state.pos = end;
	return true;
}

/** Tells the first and the last line of a place for the list. */
const PLACES: readonly { readonly opens: (line: string) => boolean; readonly closes: (line: string) => boolean }[] = [
	{
		opens: (line) => /^:{3,}\s*(?:bibliography|\{\s*(?:#refs|\.bibliography)\b[^}]*\})\s*$/.test(line),
		closes: (line) => /^:{3,}\s*$/.test(line),
	},
	{
		opens: (line) => bibliographyComments(line)[0]?.isEnd === false,
		closes: (line) => bibliographyComments(line)[0]?.isEnd === true,
	},
];

/** `::: bibliography`, `::: {#refs}` and the two comments, to the line that closes it: the list takes the place of all. */
function parsePlace(state: BlockState, line: number, end: number, silent: boolean): boolean {
	const textAt = (at: number): string =>
		state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at] ?? 0);
	const place = PLACES.find(({ opens }) => opens(textAt(line)));
	if (!place) {
		return false;
	}
	if (!silent) {
		let last = line + 1;
		while (last < end && !place.closes(textAt(last))) {
			last++;
		}
		state.push(BIBLIOGRAPHY, '', 0).map = [line, last];
		state.line = Math.min(last + 1, end);
	}
	return true;
}

const HEADING =
	/^(?:references|bibliography|works cited|literature|literatur(?:verzeichnis)?|références|bibliographie|bibliografía|参考文献|參考文獻)$/i;

/** Gives citations the lines of their block, and the list its place: as marked, below its heading, or at the end. */
function placeBibliography({ tokens, Token: NewToken }: CoreState): void {
	let map: Token['map'] = null;
	let heading = -1;
	for (const [index, token] of tokens.entries()) {
		map = token.map ?? map;
		for (const child of token.type === 'inline' ? (token.children ?? []) : []) {
			markLines(child, map);
		}
		if (tokens[index - 1]?.type === 'heading_open' && HEADING.test(token.content.trim())) {
			heading = index + 2;
		}
	}
	if (!tokens.some(({ type }) => type === BIBLIOGRAPHY)) {
		tokens.splice(heading < 0 ? tokens.length : heading, 0, new NewToken(BIBLIOGRAPHY, '', 0));
	}
}

function markLines(token: Token, map: Token['map']): void {
	if (token.type === CITATION) {
		token.map = map;
	}
	for (const child of token.children ?? []) {
		markLines(child, map);
	}
}
