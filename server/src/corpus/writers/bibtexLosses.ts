/** What BibTeX cannot hold. */

import { latexSource } from '../../util/textKinds.ts';
import { nameList } from '../formats/bibtex/nameList.ts';
import { edtfDate, yearMonthDay } from '../formats/dates/writtenDate.ts';
import { plainText } from '../text/richText.ts';
import { numberVariable } from './bibtexWriter.ts';
import { entryTypeOf } from './entryTypeOf.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { edtfText } from './latexDates.ts';
import { latexNames } from './latexNames.ts';
import { always, changedDates, changedNames, changedTexts, isDamaged, type Loss, where } from './readAgain.ts';

export const bibtexLosses: readonly Loss[] = [
	{
		reason: 'BibTeX and BibLaTeX have no field for it.',
		fields: always(
			...['submitted', 'available-date', 'supplement', 'printing', 'page-first', 'section', 'annote', 'source'],
			...['archive_collection', 'archive-place', 'division', 'jurisdiction', 'dimensions', 'scale', 'references'],
			...['reviewed-title', 'reviewed-genre', 'volume-title', 'part-title', 'affiliations', 'hasCode', 'codeUrl'],
			...['pdfUrl', 'score', 'yearInferred', 'translations'],
		),
	},
	{
		reason: 'There is no such entry type, so the nearest one is written. With an arXiv id, `misc` is a preprint.',
		fields: where(
			({ item, extra }) =>
				entryTypeOf(item, false).readAs !== undefined || (item.type === 'document' && extra.arxiv !== undefined),
			'type',
		),
	},
	{
		reason: 'There is one field for numbers. It holds what matters most for the type: issue, or number in a series.',
		fields: otherNumbers,
	},
	{
		reason: 'A title repeated as that of a larger work is none, and the title of a larger work may stand for its own.',
		fields: where(
			({ item }) =>
				item.title === undefined ||
				plainText(item.title).toLowerCase() === plainText(item['container-title']).toLowerCase(),
			...['title', 'container-title'],
		),
	},
	{
		reason: 'Any dash in a range of pages is a hyphen when it is read again.',
		fields: where(({ item }) => /\s-|-\s|--|[–—‐‑−]/.test(item.page ?? ''), 'page'),
	},
	{
		reason: 'Keywords are separated by commas, and a repeated one is one.',
		fields: where(({ item }) => hasUnusualKeywords(item.keyword ?? ''), 'keyword'),
	},
	{
		reason: "arXiv's first subject class is the only one.",
		fields: where(({ extra }) => (extra.categories?.length ?? 0) > 1, 'categories'),
	},
	{
		reason: 'Plain BibTeX knows particles in lower case alone, and no difference between them.',
		fields: changedNames((name) => nameList(latexSource(latexNames([name], false))).names),
	},
	{
		reason: 'Words that can be read as a date are one, and a season has a number.',
		fields: changedDates((date, variable) =>
			variable === 'issued' && date.literal !== undefined
				? yearMonthDay(date.literal, '', '')
				: edtfDate(edtfText(date)),
		),
	},
	{
		reason: 'Braces and backslashes of an address are written as %7B, %7D and %5C.',
		fields: where(({ item }) => /[{}\\]/.test(item.URL ?? ''), 'URL'),
	},
	{
		reason: 'An address in `howpublished` is taken for the address of the paper.',
		fields: where(({ item }) => /https?:/.test(item.medium ?? ''), 'URL'),
	},
	{
		reason: 'No key holds a comma, a quote, a brace or a space.',
		fields: where(({ key }) => /[\s,{}"]/.test(key), 'id'),
	},
	{
		reason: 'Damaged LaTeX or HTML is written as what it is shown as, which may be read in yet another way.',
		fields: changedTexts(isDamaged),
	},
];

function otherNumbers({ item, extra }: ExportedPaper): readonly string[] {
	const held = numberVariable(entryTypeOf(item, extra.arxiv !== undefined).readAs ?? item.type);
	const others = ['issue', 'collection-number', 'number'].filter((name) => name !== held);
	return held === 'collection-number' ? others.filter((name) => name !== 'issue') : others;
}

export function hasUnusualKeywords(keyword: string): boolean {
	const words = keyword.split(', ');
	return /[;\n]|,(?! )|^,|,\s*$/.test(keyword) || new Set(words).size < words.length;
}
