/**
 * The daily digests of arXiv papers in Markdown: per paper a heading with its title, then fields in bold, then a rule.
 *
 *     # GRAM: A Generative Foundation Reward Model
 *     **Authors**: Chenglong Wang, Yang Gan
 *     **Link**: [PDF](https://arxiv.org/pdf/2506.14175)
 *     **Abstract**: In aligning large language models ...
 *     ---
 *
 * It contains no dates. Year and month come from the arXiv id.
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { listingMessages } from '../../../messages/listingMessages.ts';
import type { Span } from '../../../util/span.ts';
import { type Draft, latexSource, withRichText } from '../../../util/textKinds.ts';
import { arxivIdIn, arxivMonth } from '../../identifiers/arxivId.ts';
import type { ExtraDraft, ItemDraft, PaperRecord, PaperTranslation } from '../../paper.ts';
import { cslDate } from '../dates/cslDate.ts';
import { presentFields } from '../fields/presentFields.ts';
import type { Format, ReadContext } from '../format.ts';
import { joinLines, type Line, linesIn, trimmedLine } from '../lines/lines.ts';
import { authorList } from '../people/authorList.ts';
import { arxivName } from './arxivRecord.ts';

const HEADING = /^#\s+(?=\S)/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;

/**
 * `**Authors**: ...`, `**Authors:** ...`, `**Title (ZH)**: ...`. Any other bold word, such as `**Results**:`, is part of
 * the abstract.
 */
const FIELD =
	/^\*\*(Authors?|Links?|Abstract|Title|Date|Published|Categories|Subjects|Code)\s*(\([^()]*\))?(?:\*\*\s*[:：]|[:：]\s*\*\*)\s*/i;

export const arxivDigest: Format = { name: formatNames.arxivDigest, accepts, read };

/** Requires two papers, or one with a link: a single heading with authors and abstract might be someone's note. */
function accepts(head: string): boolean {
	let papers = 0;
	for (const span of entrySpans(head)) {
		const { fields } = partsOf(head, span);
		papers += fields.has('authors') && (fields.has('link') || fields.has('abstract')) ? 1 : 0;
		if (papers > 1 || (papers > 0 && /\]\(https?:/.test(fields.get('link')?.[0]?.text ?? ''))) {
			return true;
		}
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const span of entrySpans(text)) {
		const entry = partsOf(text, span);
		if (entry.fields.has('authors') || entry.fields.has('link') || entry.fields.has('abstract')) {
			yield recordOf(entry);
		} else {
			report({
				code: 'unreadable-entry',
				message: listingMessages.bareTitle,
				span: entry.title.span,
			});
		}
	}
}

/** The spans from each heading that begins a paper to the next one. */
function* entrySpans(text: string): Generator<Span> {
	let start: number | undefined;
	for (const next of entryStarts(text)) {
		if (start !== undefined) {
			yield { start, end: next };
		}
		start = next;
	}
	if (start !== undefined) {
		yield { start, end: text.length };
	}
}

/**
 * A heading begins a paper if a field follows or, after the first paper, if a rule precedes it. Any other heading is a
 * line of an abstract.
 */
function* entryStarts(text: string): Generator<number> {
	let heading: number | undefined;
	let latest: number | undefined;
	let afterRule = false;
	for (const line of linesIn(text)) {
		if (line.text === '') {
			continue;
		}
		if (heading !== undefined && heading !== latest && (afterRule || FIELD.test(line.text))) {
			latest = heading;
			yield heading;
		}
		afterRule = latest !== undefined && (HEADING.test(line.text) ? afterRule : RULE.test(line.text));
		heading = HEADING.test(line.text) ? line.span.start : undefined;
	}
	if (heading !== undefined && heading !== latest && afterRule) {
		yield heading;
	}
}

interface Entry {
	readonly title: Line;
	/** By field name in lower case and singular: the lines of the field's text, the first one without the name. */
	readonly fields: Fields;
	/** Fields marked with a language, as in `**Abstract (ZH)**`, by language. */
	readonly translated: ReadonlyMap<string, Fields>;
	readonly span: Span;
}

type Fields = ReadonlyMap<string, readonly Line[]>;

function partsOf(text: string, span: Span): Entry {
	const [heading = trimmedLine(text, span), ...lines] = withoutRule([...linesIn(text, span)]);
	const fields = new Map<string, Line[]>();
	const translated = new Map<string, Map<string, Line[]>>();
	let current: Line[] = [];
	for (const line of lines) {
		const [written, name, marked] = FIELD.exec(line.text) ?? [];
		if (written === undefined || name === undefined) {
			current.push(line);
			continue;
		}
		current = [trimmedLine(text, { start: line.span.start + written.length, end: line.span.end })];
		const language = marked?.slice(1, -1).trim() ?? '';
		const known = language === '' ? fields : (translated.get(language) ?? new Map<string, Line[]>());
		if (language !== '') {
			translated.set(language, known);
		}
		// The first field of each name counts.
		known.set(canonical(name), known.get(canonical(name)) ?? current);
	}
	const mark = HEADING.exec(heading.text)?.[0].length ?? 0;
	const title = trimmedLine(text, { start: heading.span.start + mark, end: heading.span.end });
	return { title, fields, translated, span: { start: heading.span.start, end: (lines.at(-1) ?? heading).span.end } };
}

function canonical(name: string): string {
	const singular = name.toLowerCase();
	return singular === 'author' ? 'authors' : singular === 'links' ? 'link' : singular;
}

/** The lines of an entry up to the rule that ends it. A rule followed by more text is part of the abstract. */
function withoutRule(lines: readonly Line[]): readonly Line[] {
	const last = lines.findLastIndex((line) => line.text !== '' && !RULE.test(line.text));
	return lines.slice(0, last + 1);
}

function recordOf({ title, fields, translated, span }: Entry): PaperRecord {
	const { authors, truncated } = authorList(
		arxivName(latexSource(joinLines(fields.get('authors') ?? []).replaceAll('\n', ' '))),
	);
	const link = readLink(joinLines(fields.get('link') ?? []));
	const abstract = withBold(joinLines(fields.get('abstract') ?? []));
	const date = link.issued ?? cslDate(joinLines(fields.get('date') ?? fields.get('published') ?? []));
	const codeUrl = /https?:\/\/[^\s)\]>]+/.exec(joinLines(fields.get('code') ?? []))?.[0];
	const categories = joinLines(fields.get('categories') ?? fields.get('subjects') ?? []).split(/[\s,;]+/);
	const extra: ExtraDraft = {
		...link.extra,
		...(codeUrl ? { codeUrl, hasCode: true } : {}),
		...(categories[0] ? { categories } : {}),
		...(truncated ? { authorsTruncated: true } : {}),
		...presentFields({ translations: translationsIn(translated) }),
	};
	const item: ItemDraft = {
		type: 'article',
		title: title.text,
		...(authors.length > 0 ? { author: authors } : {}),
		...(date ? { issued: date } : {}),
		...(abstract ? { abstract } : {}),
		...link.item,
	};
	return withRichText<PaperRecord>({ item, extra, span, keySpan: title.span });
}

function translationsIn(translated: Entry['translated']): readonly Draft<PaperTranslation>[] {
	return [...translated].map(([language, fields]) => ({
		language,
		...presentFields({
			title: joinLines(fields.get('title') ?? []).replaceAll('\n', ' '),
			abstract: withBold(joinLines(fields.get('abstract') ?? [])),
		}),
	}));
}

/** Markdown's bold words, such as `**Results**:`, as rich text has them. */
function withBold(markdown: string): string {
	return markdown.includes('**')
		? markdown.replace(/(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200})(?<!\s)\*\*(?![\w*])/g, '<b>$1</b>')
		: markdown;
}

interface PaperLink {
	readonly item: Pick<ItemDraft, 'URL' | 'number' | 'publisher'>;
	readonly issued?: ItemDraft['issued'];
	readonly extra: ExtraDraft;
}

/** The information in a link such as `[PDF](https://arxiv.org/pdf/2506.14731)`. */
function readLink(written: string): PaperLink {
	const links = [...written.matchAll(/\[([^\][]*)\]\((https?:\/\/[^\s)]+)\)/g)];
	const url = links[0]?.[2] ?? /https?:\/\/[^\s)\]>]+/.exec(written)?.[0];
	const pdfUrl = links.find(([, label, target]) => label === 'PDF' || target?.includes('/pdf/'))?.[2];
	const codeUrl = links.find(([, label]) => /^(?:code|github)$/i.test(label ?? ''))?.[2];
	const arxiv = arxivIdIn(written);
	const month = arxiv === undefined ? undefined : arxivMonth(arxiv);
	const address = arxiv === undefined ? url : `https://arxiv.org/abs/${arxiv}`;
	return {
		item: {
			...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}`, publisher: 'arXiv' }),
			...(address === undefined ? {} : { URL: address }),
		},
		...(month ? { issued: { 'date-parts': [month] } } : {}),
		extra: {
			...(arxiv === undefined ? {} : { arxiv }),
			...(pdfUrl === undefined ? {} : { pdfUrl }),
			...(codeUrl === undefined ? {} : { codeUrl, hasCode: true }),
		},
	};
}
