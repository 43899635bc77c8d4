/**
 * arXiv's metadata snapshot (https://www.kaggle.com/datasets/Cornell-University/arxiv): one JSON object per line, five
 * gigabytes when whole, so that people keep a part of it.
 *
 *     {"id":"0704.0001","authors":"C. Bal\\'azs, E. L. Berger","title":"Calculation of ...","authors_parsed":[["Bal\\'azs","C.",""],...]}
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { jsonMessages } from '../../../messages/jsonMessages.ts';
import type { Span } from '../../../util/span.ts';
import { type LatexSource, latexSource } from '../../../util/textKinds.ts';
import { bareArxivId } from '../../identifiers/arxivId.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import type { CslDate, NameDraft, PaperRecord } from '../../paper.ts';
import { cslDate } from '../dates/cslDate.ts';
import { mailDate } from '../dates/mailDate.ts';
import type { Format, ReadContext } from '../format.ts';
import { type JsonFields, jsonLines } from '../json/jsonLines.ts';
import { stringExtent } from '../json/positionedJson.ts';
import { authorList } from '../people/authorList.ts';
import { isTeam } from '../people/authorName.ts';
import { familyParts } from '../people/invertedName.ts';
import { arxivClasses, arxivName, arxivRecord } from './arxivRecord.ts';

export const arxivSnapshot: Format = { name: formatNames.arxivSnapshot, accepts, isLineByLine: true, read };

/** An object that begins with an arXiv id. */
const OBJECT_HEAD = /^[\s\uFEFF[]*\{\s*"id"\s*:\s*"([^"\\\r\n]{5,30})"\s*,/;

function accepts(head: string): boolean {
	const [, id = ''] = OBJECT_HEAD.exec(head) ?? [];
	return bareArxivId(id) !== undefined && /"(?:submitter|authors|authors_parsed|categories|versions)"\s*:/.test(head);
}

function* read(text: string, context: ReadContext): Generator<PaperRecord> {
	for (const { fields, span, isBroken } of jsonLines(text, context)) {
		const title = textOf(fields['title']);
		const id = bareArxivId(textOf(fields['id']) ?? '');
		if (title === undefined && id === undefined) {
			// A broken line has been reported already.
			if (!isBroken) {
				const message = jsonMessages.notAnArxivPaper;
				context.report({ code: 'unreadable-entry', message, span: { start: span.start, end: span.start + 1 } });
			}
			continue;
		}
		yield recordOf(fields, { id, title, span, keySpan: titleSpan(text, span) });
	}
}

interface Found {
	readonly id: string | undefined;
	readonly title: LatexSource | undefined;
	readonly span: Span;
	readonly keySpan: Span | undefined;
}

function recordOf(fields: JsonFields, found: Found): PaperRecord {
	const { authors, truncated } = authorsOf(fields);
	return arxivRecord({
		...found,
		authors,
		issued: dateOf(fields),
		abstract: textOf(fields['abstract']),
		comment: textOf(fields['comments']),
		journalReference: textOf(fields['journal-ref']),
		doi: doiIn(textOf(fields['doi']) ?? ''),
		extra: {
			categories: arxivClasses((textOf(fields['categories']) ?? '').split(/\s+/)),
			authorsTruncated: truncated || undefined,
		},
	});
}

/** Date of the first version: `Mon, 2 Apr 2007 19:18:42 GMT`. `update_date` is the date of the record's last change. */
function dateOf(fields: JsonFields): CslDate | undefined {
	const [first] = Array.isArray(fields['versions']) ? fields['versions'] : [];
	const created: unknown = first === null || typeof first !== 'object' ? undefined : (first as JsonFields)['created'];
	return mailDate(textOf(created) ?? '') ?? cslDate(textOf(fields['published']));
}

interface Authors {
	readonly authors: readonly NameDraft[];
	readonly truncated: boolean;
}

function authorsOf(fields: JsonFields): Authors {
	const parsed = fields['authors_parsed'];
	const names = Array.isArray(parsed) ? parsed.flatMap(parsedName) : [];
	return names.length > 0
		? { authors: names, truncated: false }
		: authorList(arxivName(textOf(fields['authors']) ?? latexSource('')));
}

/**
 * `["Balázs", "C.", "Jr"]`, which affiliations may follow. For a team, the first part holds only the last word of its
 * name.
 */
function parsedName(parts: unknown): readonly NameDraft[] {
	const [family = '', given = '', suffix = ''] = Array.isArray(parts) ? parts.slice(0, 3).map(namePart) : [];
	if (family === '') {
		return given === '' ? [] : [{ family: given }];
	}
	const words = given === '' ? family : `${given} ${family}`;
	if (isTeam(words.split(' '))) {
		return [{ literal: words }];
	}
	const name = given === '' ? familyParts(family) : { ...familyParts(family), given };
	return [suffix === '' ? name : { ...name, suffix }];
}

function namePart(part: unknown): string {
	return arxivName(textOf(part) ?? latexSource(''));
}

/** All texts are LaTeX. */
function textOf(value: unknown): LatexSource | undefined {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	return text.trim() === '' ? undefined : latexSource(text);
}

const TITLE = /"title"\s*:\s*"/;

/** Place of the title, without its quotes. */
function titleSpan(text: string, { start, end }: Span): Span | undefined {
	const found = TITLE.exec(text.slice(start, end));
	if (found === null) {
		return undefined;
	}
	const titleStart = start + found.index + found[0].length;
	return { start: titleStart, end: stringExtent(text, titleStart, end).end ?? end };
}
