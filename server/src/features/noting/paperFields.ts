/** What templates of notes can say of a paper: plain text, without any markup of its file. */

import type { Paper } from '../../corpus/corpus.ts';
import { creatorsOf, displayName, familyName, plainPart } from '../../corpus/names.ts';
import type { CslName } from '../../corpus/paper.ts';
import { plainText } from '../../corpus/text/richText.ts';
import { yearOf } from '../../corpus/year.ts';
import { richText } from '../../util/textKinds.ts';

/** The fields of `paper`, which notes cite by `key`. A field that its records do not have is missing. */
export function paperFields({ item, extra }: Paper, key: string): Readonly<Record<string, unknown>> {
	const text = (value: string | undefined): string | undefined =>
		value === undefined ? undefined : plainText(richText(value)).replace(/\s+/g, ' ').trim();
	const date = item.issued?.['date-parts']?.[0];
	const fields = {
		key,
		type: item.type,
		title: text(item.title),
		authors: creatorsOf(item).map(personOf),
		editors: (item.editor ?? []).map(personOf),
		year: yearOf(item.issued),
		date: date?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
		venue: text(item['container-title'] ?? item['event-title']),
		volume: text(item.volume),
		issue: text(item.issue),
		pages: text(item.page),
		publisher: text(item.publisher),
		doi: text(item.DOI),
		isbn: text(item.ISBN),
		arxiv: extra.arxiv,
		url: text(item.URL),
		language: text(item.language),
		keywords: text(item.keyword)?.split(/\s*[,;]\s*/),
		abstract: item.abstract === undefined ? undefined : plainText(item.abstract).trim(),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function personOf(name: CslName) {
	return { name: displayName(name), family: familyName(name), given: plainPart(name.given) };
}
