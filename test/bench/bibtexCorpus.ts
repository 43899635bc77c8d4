/** A BibTeX file as search takes it. */

import { readFileSync } from 'node:fs';
import { bibtex } from '../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import type { CslName, PaperRecord } from '../../server/src/corpus/paper.ts';
import { plainText } from '../../server/src/corpus/text/richText.ts';
import { richText } from '../../server/src/util/textKinds.ts';
import type { SearchedPaper } from './searchCorpus.ts';

export function bibtexCorpus(path: string): SearchedPaper[] {
	return readAll(bibtex, readFileSync(path, 'utf8')).papers.map(fieldsOfRecord);
}

function fieldsOfRecord({ key = '', aliases = [], item, extra = {} }: PaperRecord, index: number): SearchedPaper {
	return {
		key,
		names: [key, ...aliases],
		title: plainText(item.title),
		authors: (item.author ?? []).map(nameOf),
		year: item.issued?.['date-parts']?.[0]?.[0],
		venue: item['container-title'] && plainText(item['container-title']),
		categories: extra.categories ?? [],
		abstract: item.abstract && plainText(item.abstract),
		hasAbstract: item.abstract !== undefined,
		doi: item.DOI,
		arxiv: extra.arxiv,
		hasCode: extra.hasCode ?? false,
		hasPdf: extra.pdfUrl !== undefined,
		added: index,
	};
}

function nameOf(name: CslName): string {
	const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return plainText(name.literal ?? richText(parts.filter(Boolean).join(' ')));
}
