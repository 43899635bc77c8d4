/**
 * The daily lists of arXiv papers as Markdown tables
 * (https://github.com/Vincentqyw/cv-arxiv-daily and the many that follow it).
 *
 *     |Publish Date|Title|Authors|PDF|Code|
 *     |---|---|---|---|---|
 *     |**2017-06-12**|**Attention Is All You Need**|Ashish Vaswani et.al.|[1706.03762](http://arxiv.org/abs/1706.03762)|null|
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { listingMessages } from '../../../messages/listingMessages.ts';
import { latexSource } from '../../../util/textKinds.ts';
import { arxivIdIn } from '../../identifiers/arxivId.ts';
import type { PaperRecord } from '../../paper.ts';
import { cslDate } from '../dates/cslDate.ts';
import type { Format, ReadContext } from '../format.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { isDelimiterRow, type TableCell, tableCells } from '../lines/tableCells.ts';
import { authorList } from '../people/authorList.ts';
import { arxivName, arxivRecord } from './arxivRecord.ts';

export const arxivTable: Format = { name: formatNames.arxivTable, accepts, read };

type Column = 'date' | 'title' | 'authors' | 'link' | 'code' | 'abstract' | 'other';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
	['date', /^(?:publish(?:ed)?|update)?\s*(?:date|time)$|^published$/i],
	['title', /^(?:paper )?title$|^paper$/i],
	['authors', /^authors?$/i],
	['link', /^(?:pdf|links?|url|arxiv|paper (?:link|url))$/i],
	['code', /^(?:code|github|repo(?:sitory)?)$/i],
	['abstract', /^(?:abstract|summary)$/i],
];

/** Requires a table with titles, authors and links, one of whose first rows links to arXiv. */
function accepts(head: string): boolean {
	for (const row of rows(head)) {
		const cell = row.cells.get('link');
		return cell !== undefined && arxivIdIn(cell.text) !== undefined;
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const row of rows(text)) {
		const title = row.cells.get('title');
		if (title && bareText(title.text) !== '') {
			yield recordOf(row, title);
		} else {
			report({ code: 'unreadable-entry', message: listingMessages.rowWithoutTitle, span: row.line.span });
		}
	}
}

interface Row {
	readonly line: Line;
	readonly cells: ReadonlyMap<Column, TableCell>;
}

/**
 * The rows of all tables that list papers, without their header rows. A garbage line or a missing header does not end
 * such a table: a row after it that links to arXiv still counts as part of the table before it or of the next one.
 */
function* rows(text: string): Generator<Row> {
	let known: readonly Column[] | undefined;
	let isWithin = false;
	for (const { line, isOtherHead, isDelimiter } of tableLines(text)) {
		const columns = line.text.includes('|') ? columnsOf(line) : undefined;
		if (columns) {
			known = columns;
			isWithin = true;
		} else if (isOtherHead || !line.text.includes('|')) {
			isWithin = false;
		} else if (!isDelimiter) {
			known ??= firstColumns(text);
			const row = rowOf(line, known);
			if (isWithin || leadsToArxiv(row)) {
				yield row;
			}
		}
	}
}

interface TableLine {
	readonly line: Line;
	/**
	 * Whether a delimiter row with as many cells follows. If its columns are not those of papers, another table begins.
	 */
	readonly isOtherHead: boolean;
	readonly isDelimiter: boolean;
}

function* tableLines(text: string): Generator<TableLine> {
	let above: Omit<TableLine, 'isOtherHead'> | undefined;
	for (const line of linesIn(text)) {
		const isDelimiter = isDelimiterRow(line.text);
		if (above) {
			const isHead = isDelimiter && !above.isDelimiter && tableCells(above.line).length === tableCells(line).length;
			yield { ...above, isOtherHead: isHead && columnsOf(above.line) === undefined };
		}
		above = { line, isDelimiter };
	}
	if (above) {
		yield { ...above, isOtherHead: false };
	}
}

/** The columns of the first header in `text` that belongs to papers; empty if there is none. */
function firstColumns(text: string): readonly Column[] {
	for (const line of linesIn(text)) {
		const columns = line.text.includes('|') ? columnsOf(line) : undefined;
		if (columns) {
			return columns;
		}
	}
	return [];
}

function rowOf(line: Line, columns: readonly Column[]): Row {
	return { line, cells: new Map(tableCells(line).map((cell, index) => [columns[index] ?? 'other', cell])) };
}

function leadsToArxiv({ cells }: Row): boolean {
	const [title, link] = [cells.get('title'), cells.get('link')];
	return title !== undefined && bareText(title.text) !== '' && arxivIdIn(link?.text ?? '') !== undefined;
}

/** In characters: enough for the names of ten columns and more. */
const MAX_HEADER_LENGTH = 1000;

/** Undefined if the table does not list papers. */
function columnsOf(head: Line): readonly Column[] | undefined {
	if (head.text.length > MAX_HEADER_LENGTH) {
		return undefined;
	}
	const columns = tableCells(head).map(
		({ text }): Column => COLUMNS.find(([, name]) => name.test(bareText(text)))?.[0] ?? 'other',
	);
	return ['title', 'authors', 'link'].every((name) => columns.some((column) => column === name)) ? columns : undefined;
}

function recordOf({ line, cells }: Row, title: TableCell): PaperRecord {
	const written = (column: Column) => cells.get(column)?.text ?? '';
	const { authors, truncated } = authorList(
		arxivName(latexSource(bareText(written('authors')))).replace(/ ?et\.? ?al\.?$/i, ' et al.'),
	);
	const link = written('link');
	const codeUrl = addressIn(written('code'));
	const address = addressIn(link);
	return arxivRecord({
		id: arxivIdIn(link) ?? arxivIdIn(title.text),
		title: latexSource(bareText(title.text)),
		authors,
		issued: cslDate(bareText(written('date'))),
		abstract: latexSource(bareText(written('abstract'))),
		extra: {
			pdfUrl: address?.includes('/pdf/') ? address : undefined,
			codeUrl,
			hasCode: codeUrl === undefined ? undefined : true,
			authorsTruncated: truncated || undefined,
		},
		span: line.span,
		keySpan: bareSpan(title),
	});
}

const LINK = /^\[([^\][]{1,1000})\]\([^()\s]{0,1000}\)$/;

/** Text without surrounding bold marks and links: `**[On Rays](https://...)**` gives `On Rays`. */
function bareText(text: string): string {
	const plain = text.replace(/^[*_]{1,3}|[*_]{1,3}$/g, '').trim();
	const label = LINK.exec(plain)?.[1];
	return label === undefined ? plain.replaceAll('\\|', '|') : bareText(label);
}

function bareSpan({ text, span }: TableCell): TableCell['span'] {
	const bare = bareText(text);
	const at = text.indexOf(bare);
	return at < 0 ? span : { start: span.start + at, end: span.start + at + bare.length };
}

function addressIn(text: string): string | undefined {
	return /https?:\/\/[^\s)\]>|]+/.exec(text)?.[0];
}
