/** Writes papers as RIS, with each tag in the meaning that most reference managers give it. */

import { oneLine } from '../../util/oneLine.ts';
import { hasIssues, rolesOf, standsAlone } from '../formats/ris/risTypes.ts';
import type { CslItem, PaperExtra } from '../paper.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { risDate, risYear } from './risDates.ts';
import { risName } from './risNames.ts';
import { risTypeOf } from './risTag.ts';

/** The values of each tag, in order; undefined and empty ones are left out. */
type RisFields = readonly (readonly [tag: string, values: readonly (string | undefined)[]])[];

export function writeRis(papers: readonly ExportedPaper[]): string {
	return papers.map(entryText).join('\n');
}

function entryText({ key, item, extra }: ExportedPaper): string {
	const { tag, readAs } = risTypeOf(item.type);
	const fields: RisFields = [
		['TY', [tag]],
		['ID', [key]],
		...creators(item, extra, readAs),
		...titles(item, readAs),
		['PY', [risYear(item.issued)]],
		['DA', [risDate(item.issued)]],
		...numbers(item, readAs),
		...texts(item),
		...links(item, extra),
	];
	const lines = fields.flatMap(([name, values]) =>
		values.flatMap((value) =>
			value === undefined || value.trim() === '' ? [] : `${name}  - ${oneLine(value).trim()}\n`,
		),
	);
	return `${lines.join('')}ER  - \n`;
}

/** `et al.` stands where the list of authors goes on. */
function creators(item: CslItem, { authorsTruncated }: PaperExtra, type: string): RisFields {
	const [main, second, third, fourth] = rolesOf(type);
	const names = (variable: typeof main): readonly string[] => (item[variable] ?? []).map(risName);
	// Whoever reads RIS takes the first people for the authors, whatever CSL calls them.
	const first = item[main] === undefined ? names('author') : names(main);
	const hasSeconds = type !== 'article-journal';
	return [
		['AU', [...first, ...(authorsTruncated ? ['et al.'] : [])]],
		...(hasSeconds
			? ([
					['A2', names(second)],
					['A3', names(third)],
					['A4', names(fourth)],
				] as const)
			: []),
		['ED', hasSeconds && second === 'editor' ? [] : names('editor')],
	];
}

function titles(item: CslItem, type: string): RisFields {
	const isAlone = standsAlone(type);
	return [
		['TI', [item.title]],
		['ST', [item['title-short']]],
		['T2', [isAlone ? item['collection-title'] : item['container-title']]],
		['JA', [item['container-title-short']]],
		['T3', [isAlone ? undefined : item['collection-title']]],
	];
}

function numbers(item: CslItem, type: string): RisFields {
	const isAlone = standsAlone(type);
	const pages = isAlone ? item['number-of-pages'] : item.page;
	const [first, last, ...more] = pages?.split('-') ?? [];
	const isRange = last !== undefined && last !== first && more.length === 0;
	return [
		['VL', [item.volume]],
		['IS', [hasIssues(type) ? item.issue : item.number]],
		['SP', [isRange ? first : pages]],
		['EP', [isRange ? last : undefined]],
		['ET', [item.edition]],
		['NV', [item['number-of-volumes']]],
		['M3', [isAlone ? item.genre : undefined]],
		['PB', [item.publisher]],
		['CY', [item['publisher-place']]],
		['SN', [item.ISBN, item.ISSN]],
	];
}

/** One `AB` for each paragraph, one `N1` for each line, one `KW` for each keyword. */
function texts(item: CslItem): RisFields {
	return [
		['AB', item.abstract?.split(/\n\s*\n/) ?? []],
		['KW', item.keyword?.split(/[,;]/) ?? []],
		['N1', item.note?.split('\n') ?? []],
		['LA', [item.language]],
		['RI', [item['reviewed-title']]],
		['CN', [item['call-number']]],
		['DB', [item.archive]],
		['AN', [item.archive_location]],
		['Y2', [risDate(item.accessed)]],
	];
}

/** PubMed's and arXiv's numbers have no tags, so their addresses stand after the paper's own. */
function links({ DOI, URL, PMID, PMCID }: CslItem, { arxiv, pdfUrl }: PaperExtra): RisFields {
	const pubmed = PMID === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${PMID}`;
	const ofArxiv = arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
	const hasUrl = URL !== undefined || pubmed !== undefined;
	return [
		['DO', [DOI]],
		['C2', [PMCID]],
		['UR', [URL, pubmed, hasUrl ? ofArxiv : undefined]],
		['L1', [pdfUrl, hasUrl ? undefined : ofArxiv]],
	];
}
