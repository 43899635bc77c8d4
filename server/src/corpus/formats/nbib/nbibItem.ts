/** The fields of one MEDLINE entry as a CSL item. */

import { arxivIdIn } from '../../identifiers/arxivId.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ExtraDraft, ItemDraft, NameDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { articleNumberIn } from '../fields/articleNumber.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { TaggedFields } from '../lines/taggedField.ts';
import { invertedNames, namesOthers } from '../people/invertedName.ts';
import { plainPubmedTitle, translatedTitle } from '../pubmedXml/pubmedTitle.ts';

export interface NbibContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

export function nbibItem(fields: TaggedFields): NbibContent {
	const doi = doiOf(fields);
	const item = {
		type: typeOf(fields),
		...presentFields({
			...titles(fields),
			author: namesOf(fields, 'FAU', 'AU', 'CN'),
			editor: namesOf(fields, 'FED', 'ED'),
			contributor: namesOf(fields, 'FIR', 'IR'),
			issued: paperDate(fields.all('DP', 'DEP').slice(0, 1)),
			...publication(fields),
			keyword: keywordsOf(fields).join(', '),
			DOI: doi,
			PMID: fields.first('PMID'),
			URL: fields.all('LID', 'AID', 'URL').find((id) => /^https?:/i.test(id)),
			...(fields.first('OWN') === 'ERIC' ? { archive: 'ERIC', archive_location: fields.first('OID') } : {}),
			PMCID: fields.first('PMC'),
		}),
	};
	const truncated = fields.all('AU').some(namesOthers) || undefined;
	return { item, extra: presentFields({ arxiv: arxivIdIn(doi ?? ''), authorsTruncated: truncated }) };
}

function typeOf(fields: TaggedFields): string {
	const isBook = fields.first('BTI') !== undefined;
	if (isBook) {
		return fields.first('TI') === undefined ? 'book' : 'chapter';
	}
	return fields.all('PT').some((type) => type === 'Preprint') ? 'article' : 'article-journal';
}

function titles(fields: TaggedFields): CslDraft {
	const book = fields.first('BTI');
	const title = translatedTitle(fields.first('TI', 'BTI')) ?? fields.first('TT');
	return {
		title: title === undefined ? undefined : plainPubmedTitle(title),
		'container-title': book === undefined ? fields.first('JT', 'TA') : fields.first('TI') && plainPubmedTitle(book),
		'container-title-short': fields.first('JT') === undefined ? undefined : fields.first('TA'),
		'collection-title': fields.first('CTI'),
	};
}

function publication(fields: TaggedFields): CslDraft {
	return {
		volume: fields.first('VI'),
		issue: fields.first('IP'),
		page: pageRange(fields.first('PG'), undefined) ?? articleNumber(fields.all('LID', 'AID')),
		edition: fields.first('EN'),
		publisher: fields.first('PB'),
		'publisher-place': fields.first('PL'),
		language: fields.first('LA'),
		abstract: fields.blocks('AB').map(unwrapped).join('\n\n'),
		...serialNumbers(fields.all('IS', 'ISBN')),
	};
}

/** Lines are wrapped at ninety columns, even inside words. */
function unwrapped(block: string): string {
	return block.replace(/\s*\n\s*/g, ' ');
}

/** `e12345 [pii]` */
function articleNumber(ids: readonly string[]): string | undefined {
	return ids.map((id) => articleNumberIn(id.replace(/\s*\[pii\]$/, ''))).find((number) => number !== undefined);
}

/** `FAU` is followed by the same person's `AU`. Older entries have only `AU`. `CN` is a team. */
function namesOf(fields: TaggedFields, full: string, short: string, team?: string): readonly NameDraft[] {
	const tag = fields.first(full) === undefined ? short : full;
	const teams = new Set(team === undefined ? [] : fields.all(team));
	const written = fields.inOrder(tag, ...(team === undefined ? [] : [team]));
	return written.flatMap((name) => (teams.has(name) ? [{ literal: name }] : invertedNames([name])));
}

/** The authors' own keywords, then the MeSH headings: for `*Dinosaurs/anatomy & histology` this is `Dinosaurs`. */
function keywordsOf(fields: TaggedFields): readonly string[] {
	const own = fields.all('OT').map((keyword) => keyword.replace(/^\*/, ''));
	const headings = fields.all('MH').map((heading) => heading.replace(/^\*|\/.*$/g, ''));
	return [...new Set([...own, ...headings])];
}

/** `10.1016/j.ejmg.2019.03.004 [doi]` */
function doiOf(fields: TaggedFields): string | undefined {
	const marked = fields.all('AID', 'LID').find((id) => id.endsWith('[doi]'));
	return marked === undefined ? fields.all('AID', 'LID', 'SO').map(doiIn).find(Boolean) : doiIn(marked);
}
