/**
 * Tables of papers: comma-separated values with a header line, as Zotero, Scopus, OpenAlex and others export them, also
 * separated by semicolons or tabs, and the tab-delimited files of Web of Science.
 *
 *     "Key","Item Type","Publication Year","Author","Title"
 *     "MK49RMWU","journalArticle","1898","Curie, Marie; Curie, Pierre","On Rays"
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { Problem } from '../../../util/problem.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord, type RecordParts } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { TaggedFields } from '../lines/taggedField.ts';
import { wosContent } from '../webOfScience/wosItem.ts';
import { CsvColumns } from './csvColumns.ts';
import { csvContent } from './csvItem.ts';
import { type Cell, CsvRows, type Row } from './csvRows.ts';

export const csv: Format = { name: formatNames.csv, accepts: (head) => tableIn(head) !== undefined, read };

const SEPARATORS = [',', ';', '\t'];

/** The header is one of this many first rows: Excel's `sep=;` may stand above it, and Dimensions' date of the export. */
const MAX_ROWS_CHECKED = 3;

/** In characters. No header is longer. */
const MAX_HEADER_LENGTH = 16_384;

interface Table {
	readonly columns: CsvColumns;
	/** The rows after the header. */
	readonly rows: CsvRows;
}

/** Undefined if `text` is not a table of papers. */
function tableIn(text: string): Table | undefined {
	const head = text.slice(0, MAX_HEADER_LENGTH);
	const start = /^[\s\uFEFF]*/.exec(head)?.[0].length ?? 0;
	const tables = SEPARATORS.flatMap((separator) => {
		const rows = new CsvRows(head, separator, start);
		for (let tried = 0; tried < MAX_ROWS_CHECKED; tried++) {
			const row = rows.next();
			const columns = row && new CsvColumns(row);
			if (columns?.arePapers) {
				return [{ columns, rows: new CsvRows(text, separator, rows.offset) }];
			}
		}
		return [];
	});
	return tables.sort((one, other) => other.columns.size - one.columns.size)[0];
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	const table = tableIn(text);
	if (!table) {
		return;
	}
	const { columns, rows } = table;
	for (let row = rows.next(columns.count); row; row = rows.next(columns.count)) {
		if (row.cells.every((cell) => cell.text === '')) {
			continue;
		}
		const record = keyedRecord({ ...partsOf(columns, row), span: row.span });
		const problem = problemOf(columns, row, record);
		if (problem) {
			report(problem);
		}
		if (record.item.title !== undefined || record.item.DOI !== undefined) {
			yield record;
		}
	}
}

/** The problem of a row. Only the first one, because the others often follow from it. */
function problemOf({ count }: CsvColumns, { cells, span, unclosed }: Row, { item }: PaperRecord): Problem | undefined {
	if (unclosed) {
		return { code: 'unreadable-entry', message: entryMessages.noEndQuote, span: unclosed };
	}
	const first = cells.find(({ text }) => text !== '')?.span ?? span;
	if (cells.slice(count).some(({ text }) => text !== '')) {
		return { code: 'unreadable-entry', message: entryMessages.tooManyCells(cells.length, count), span: first };
	}
	return item.title === undefined
		? { code: 'missing-field', message: entryMessages.noTitleCell, span: first }
		: undefined;
}

function partsOf(columns: CsvColumns, row: Row): Omit<RecordParts, 'span'> {
	if (columns.isWebOfScience) {
		const fields = columns.tags.flatMap((tag, at) => (tag === '' ? [] : [{ tag, lines: linesOf(row.cells[at]) }]));
		const title = row.cells[columns.tags.indexOf('TI')];
		return { ...wosContent(new TaggedFields(fields)), keySpan: title?.span };
	}
	const { item, extra } = csvContent(columns, row);
	const { key, alias, keySpan } = keyOf(columns, row);
	const pmid = item.PMID === undefined ? [] : [`pmid:${item.PMID}`];
	return {
		key,
		aliases: [...alias, ...pmid],
		item,
		extra,
		keySpan: keySpan ?? columns.cells(row, 'title')[0]?.span,
	};
}

function linesOf(cell: Cell | undefined): Cell[] {
	return cell ? [cell] : [];
}

interface Keys {
	readonly key?: string | undefined;
	readonly alias: readonly string[];
	readonly keySpan?: Cell['span'] | undefined;
}

/** Zotero keeps the key of Better BibTeX in `Extra`; the column `Key` has its own. */
function keyOf(columns: CsvColumns, row: Row): Keys {
	const [own] = columns.cells(row, 'key');
	const pinned = columns.cells(row, 'note').flatMap((cell) => pinnedKey(cell) ?? [])[0];
	if (pinned) {
		return { ...pinned, alias: own ? [own.text] : [] };
	}
	// A number is a row's, not a paper's.
	return own && !/^\d{1,6}$/.test(own.text) ? { key: own.text, alias: [], keySpan: own.span } : { alias: [] };
}

/** The key in `Citation Key: lee2017`, on a line of its own. Its place is unknown after quotes written twice. */
function pinnedKey({ text, span }: Cell): Omit<Keys, 'alias'> | undefined {
	const [line, label = '', key] = /^(Citation Key:[^\S\n]*)(\S+)[^\S\n]*$/im.exec(text) ?? [];
	if (line === undefined || key === undefined) {
		return undefined;
	}
	const start = span.start + text.indexOf(line) + label.length;
	return text.length === span.end - span.start ? { key, keySpan: { start, end: start + key.length } } : { key };
}
