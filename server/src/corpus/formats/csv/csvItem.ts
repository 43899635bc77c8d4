/** One row of a table of papers as a CSL item. */

import { oneLine } from '../../../util/oneLine.ts';
import { markupSource } from '../../../util/textKinds.ts';
import { bareArxivId } from '../../identifiers/arxivId.ts';
import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import { pmcidIn, pmidInNote, pmidOf } from '../../identifiers/pubmedId.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ExtraDraft, ItemDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { Column, CsvColumns } from './csvColumns.ts';
import { isTruncated, peopleIn } from './csvPeople.ts';
import type { Row } from './csvRows.ts';
import { csvType, isWhole } from './csvType.ts';

export interface CsvContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

/** The texts of one row by column. */
class RowTexts {
	readonly #columns: CsvColumns;
	readonly #row: Row;

	constructor(columns: CsvColumns, row: Row) {
		this.#columns = columns;
		this.#row = row;
	}

	all(column: Column): readonly string[] {
		return this.#columns.cells(this.#row, column).map(({ text }) => text);
	}

	first(column: Column): string | undefined {
		const [text] = this.all(column);
		return text === undefined ? undefined : markupSource(oneLine(text));
	}

	/** A number, which programs for tables may have turned into `12.0`. */
	number(column: Column): string | undefined {
		return this.first(column)?.replace(/^(\d+)\.0$/, '$1');
	}
}

/** Scopus writes it where a paper has no abstract. */
const NO_ABSTRACT = /^\[no abstract available\]$/i;

export function csvContent(columns: CsvColumns, row: Row): CsvContent {
	const texts = new RowTexts(columns, row);
	const type = csvType(texts.first('type'), texts.first('container') !== undefined);
	const extra = texts.all('note').join('\n');
	const doi = doiOf(texts.first('doi') ?? '');
	const url = texts.first('url')?.match(/https?:\/\/[^\s;|]+/i)?.[0];
	const item = {
		type,
		...presentFields({
			title: texts.first('title'),
			...creators(texts),
			issued: paperDate([texts.number('year'), ...texts.all('date')]),
			accessed: paperDate(texts.all('accessed').map((date) => date.replace(/ .*$/, ''))),
			...titles(type, texts),
			...numbers(type, texts),
			...otherTexts(texts, extra),
			DOI: doi,
			URL: url,
			PMID: pmidOf(texts.number('pmid') ?? '') ?? pmidInNote(extra),
			PMCID: pmcidIn(`${texts.first('pmcid') ?? ''} ${extra}`),
			...serialNumbers(texts.all('serials')),
		}),
	};
	const bare = texts.first('arxiv')?.replace(/^arxiv:\s*/i, '');
	const arxiv =
		(bare === undefined ? undefined : bareArxivId(bare)) ??
		arxivIdAt({
			marked: [doi, url, texts.first('number'), texts.first('archiveLocation')],
			container: texts.first('container'),
			volume: texts.first('volume'),
			note: extra,
		});
	return { item, extra: extraOf(texts, arxiv) };
}

function extraOf(texts: RowTexts, arxiv: string | undefined): ExtraDraft {
	return presentFields({
		arxiv,
		pdfUrl: texts.all('pdf').find((text) => /^https?:\/\/\S+$/i.test(text)),
		attachments: texts.all('files').flatMap((list) => list.split(/\s*;\s+/).filter((path) => path !== '')),
		authorsTruncated: texts.all('authors').some(isTruncated) || undefined,
	});
}

/** What is no DOI but was meant as one is kept, so that it is reported. */
function doiOf(written: string): string | undefined {
	return doiIn(written) ?? (/^(?:10\b|doi)/i.test(written) ? written : undefined);
}

function creators(texts: RowTexts): CslDraft {
	const [authors] = texts.all('authors');
	const others = (column: Column) => texts.all(column).flatMap(peopleIn);
	return {
		author: authors === undefined ? [] : peopleIn(authors),
		editor: others('editors'),
		translator: others('translators'),
		'collection-editor': others('seriesEditors'),
		'container-author': others('bookAuthors'),
	};
}

function titles(type: string, texts: RowTexts): CslDraft {
	const container = texts.first('container');
	const series = texts.first('series');
	return {
		...(type === 'book'
			? { 'collection-title': series ?? container }
			: { 'collection-title': series, 'container-title': container }),
		'container-title-short': texts.first('shortContainer'),
		'collection-number': texts.number('seriesNumber'),
		'title-short': texts.first('shortTitle'),
		'event-title': texts.first('event'),
		'event-place': texts.first('eventPlace'),
	};
}

function numbers(type: string, texts: RowTexts): CslDraft {
	const range = pageRange(texts.number('firstPage'), texts.number('lastPage'));
	const page = pageRange(texts.number('pages'), undefined) ?? range ?? texts.number('articleNumber');
	return {
		volume: texts.number('volume'),
		issue: texts.number('issue'),
		number: texts.number('number'),
		page: isWhole(type) ? undefined : page,
		'number-of-pages': isWhole(type) ? (texts.number('pageCount') ?? page) : undefined,
		'number-of-volumes': texts.number('volumes'),
		edition: texts.first('edition'),
	};
}

function otherTexts(texts: RowTexts, extra: string): CslDraft {
	const keywords = texts.all('keywords').flatMap((list) => list.split(/\s*[;|\n]\s*/));
	const note = extra.replace(/^(?:Citation Key|PMID|PMCID):.*\n?/gim, '').trim();
	return {
		publisher: texts.first('publisher'),
		'publisher-place': texts.first('place'),
		language: texts.first('language'),
		abstract: markupSource(texts.all('abstract').find((text) => !NO_ABSTRACT.test(text)) ?? ''),
		keyword: [...new Set(keywords.map(oneLine).filter((keyword) => keyword !== ''))].join(', '),
		note: markupSource(note),
		genre: texts.first('genre'),
		archive: texts.first('archive'),
		archive_location: texts.first('archiveLocation'),
		'call-number': texts.first('callNumber'),
	};
}
