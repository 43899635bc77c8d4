/** The record of an arXiv paper, from any of arXiv's feeds, dumps and lists. */

import { oneLine } from '../../../util/oneLine.ts';
import type { Span } from '../../../util/span.ts';
import { type LatexSource, latexSource, type PlainText, type RichText, withRichText } from '../../../util/textKinds.ts';
import { arxivMonth } from '../../identifiers/arxivId.ts';
import type { CslDate, ExtraDraft, ItemDraft, NameDraft, PaperRecord } from '../../paper.ts';
import { latexToRich, plainText } from '../../text/richText.ts';
import { presentFields } from '../fields/presentFields.ts';

export interface ArxivPaper {
	/** Without version. */
	readonly id: string | undefined;
	/** LaTeX, as on arXiv. Abstract, comment and reference are LaTeX, too. */
	readonly title: LatexSource | undefined;
	readonly authors: readonly NameDraft[];
	/** Date of the first version. If it is unknown, the id gives the month. */
	readonly issued?: CslDate | undefined;
	readonly abstract?: LatexSource | undefined;
	readonly comment?: LatexSource | undefined;
	readonly journalReference?: LatexSource | undefined;
	readonly doi?: string | undefined;
	readonly extra?: { readonly [Name in keyof ExtraDraft]?: ExtraDraft[Name] | undefined };
	readonly span: Span;
	readonly keySpan?: Span | undefined;
}

export function arxivRecord(paper: ArxivPaper): PaperRecord {
	const { id, span, keySpan } = paper;
	const notes = [paper.comment, paper.journalReference].filter((note) => note !== undefined && note !== '');
	const item: ItemDraft = {
		type: 'article',
		...presentFields({
			title: arxivLine(paper.title),
			author: paper.authors,
			issued: paper.issued ?? dateOfId(id),
			abstract: arxivProse(paper.abstract),
			note: arxivLine(latexSource(notes.join('. '))),
			number: id === undefined ? undefined : `arXiv:${id}`,
			publisher: id === undefined ? undefined : 'arXiv',
			URL: id === undefined ? undefined : `https://arxiv.org/abs/${id}`,
			DOI: paper.doi,
		}),
	};
	const extra = presentFields({ arxiv: id, ...paper.extra });
	return withRichText<PaperRecord>({
		item,
		...(Object.keys(extra).length > 0 ? { extra } : {}),
		span,
		...presentFields({ keySpan }),
	});
}

function dateOfId(id: string | undefined): CslDate | undefined {
	const month = id === undefined ? undefined : arxivMonth(id);
	return month && { 'date-parts': [month] };
}

/** Titles are wrapped, too. In them, blanks after a line end have no meaning. */
function arxivLine(text: LatexSource = latexSource('')): RichText {
	return latexToRich(latexSource(text.includes('\n') ? oneLine(text).trim() : text.trim()));
}

/** Lines are wrapped. A paragraph begins with two blanks or after an empty line. */
function arxivProse(text: LatexSource = latexSource('')): RichText {
	const trimmed = text.trim();
	// Most texts are one paragraph and need no regular expression.
	return latexToRich(latexSource(PARAGRAPHS.test(trimmed) ? paragraphs(trimmed) : trimmed.replaceAll('\n', ' ')));
}

const PARAGRAPHS = /\r|\n\s/;

function paragraphs(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/\n {2}(?=\S)/g, '\n\n');
}

const LATEX = /[\\{}~$`]|''/;

/** An author's name on arXiv, which may contain LaTeX: `\L{}ukasz Kaiser` is `Łukasz Kaiser`. */
export function arxivName(text: LatexSource): PlainText {
	return LATEX.test(text) ? plainText(latexToRich(text)) : text.trim();
}

/**
 * arXiv's subject classes in a list that may also contain classes of mathematics and computing: `cs.CL`, `hep-th`, not
 * `68T50`, `I.2.7`.
 */
export function arxivClasses(terms: readonly string[]): readonly string[] {
	return [...new Set(terms.filter((term) => /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2,}(?:-[a-z]+)*)?$/.test(term)))];
}
