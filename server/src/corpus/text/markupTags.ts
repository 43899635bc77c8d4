/** Which `<...>` in a text is markup (HTML, CSL, JATS, MathML, EndNote) and what it means. `<think>` is not markup. */

export type TagEffect = 'bold' | 'italic' | 'sub' | 'sup' | 'break' | 'space' | 'nothing' | 'hidden';

export interface Tag {
	readonly name: string;
	readonly kind: 'open' | 'close' | 'empty';
	readonly effect: TagEffect;
	readonly end: number;
}

const EFFECTS: ReadonlyMap<string, TagEffect> = new Map(
	Object.entries({
		bold: 'b strong bold bf',
		italic: 'i em italic it ital',
		sub: 'sub inf subscript',
		sup: 'sup superscript',
		break: 'p br div li h1 h2 h3 h4 h5 h6 tr blockquote sec title abstract list list-item disp-quote def-item para',
		space: 'td th mspace label',
		hidden: 'script annotation annotation-xml noscript head',
		nothing: `span sc scp smallcaps sm-caps small-caps font u s q a small big tt code pre kbd samp cite abbr ul ol dl dt dd table tbody thead tfoot
			img svg iframe object embed style nobr wbr center strike del ins mark html body section article main input form
			button textarea select option video audio source link meta base nocase monospace underline overline roman
			sans-serif ext-link xref uri email inline-formula disp-formula tex inline-graphic graphic alternatives tex-math
			named-content styled-content private-char ack fn ref break-line inlineequation equation equationsource
			math semantics mrow mi mo mn ms mtext mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts
			mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose merror mfenced mlabeledtr maction formula`,
	} satisfies Record<TagEffect, string>).flatMap(([effect, names]) =>
		names
			.trim()
			.split(/\s+/)
			.map((name): [string, TagEffect] => [name, effect as TagEffect]),
	),
);

/**
 * Names that people also write in angle brackets for other reasons. They count as markup only if there is a closing tag.
 */
const NEED_CLOSE: ReadonlySet<string> = new Set(
	`b i s q a u p em it bf title label abstract code link source main section article mark head body object select option
	input form button table list none ref base text formula sub sup equation video audio style cite center tex`
		.trim()
		.split(/\s+/),
);

const TAG =
	/<(\/?)(?:(?:jats|mml|m|ns\d|ce|xocs|sb|html|xhtml)\d?:)?([A-Za-z][\w-]{0,24})((?:\s[^<>]{0,1000})?)(\/?)>/y;
const COMMENT_OR_CDATA = /<!\[CDATA\[|<\?[^<>]{0,300}\?>|<!DOCTYPE[^<>]{0,300}>/y;

/** The closing tags in a text, each looked up once. */
export type ClosingTags = ReadonlySet<string>;

export function closingTagsIn(text: string): ClosingTags {
	const names = new Set<string>();
	for (const [, name = ''] of text.matchAll(/<\/(?:[a-z]{1,5}\d?:)?([A-Za-z][\w-]{0,24})\s{0,10}>/gi)) {
		names.add(name.toLowerCase());
	}
	return names;
}

/** The tag at the `<` at `position`; undefined if the `<` is plain text. */
export function tagAt(text: string, position: number, closing: ClosingTags): Tag | undefined {
	TAG.lastIndex = position;
	const match = TAG.exec(text);
	if (match === null) {
		return commentAt(text, position);
	}
	const [whole, slash = '', name = '', attributes = '', selfClosed = ''] = match;
	const lower = name.toLowerCase();
	const effect = effectOf(lower, attributes);
	const isEmpty = selfClosed === '/' || attributes.endsWith('/');
	if (effect === undefined || (NEED_CLOSE.has(lower) && slash === '' && !isEmpty && !closing.has(lower))) {
		return undefined;
	}
	const kind = slash === '/' ? 'close' : isEmpty ? 'empty' : 'open';
	return { name: lower, kind, effect, end: position + whole.length };
}

function commentAt(text: string, position: number): Tag | undefined {
	COMMENT_OR_CDATA.lastIndex = position;
	const [whole] = COMMENT_OR_CDATA.exec(text) ?? [];
	return whole === undefined ? undefined : { name: '', kind: 'empty', effect: 'nothing', end: position + whole.length };
}

/** EndNote's `<style face="italic">` and CSL's `<span style="font-variant: ...">` give their effect in an attribute. */
function effectOf(name: string, attributes: string): TagEffect | undefined {
	if (attributes !== '' && (name === 'style' || name === 'span')) {
		const face = /(?:face|style|class)\s*=\s*["']([^"']{0,100})/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
		const effect = (['superscript', 'subscript', 'italic', 'bold'] as const).find((word) => face.includes(word));
		return effect === undefined ? 'nothing' : FACES[effect];
	}
	return EFFECTS.get(name);
}

const FACES = { superscript: 'sup', subscript: 'sub', italic: 'italic', bold: 'bold' } as const;
