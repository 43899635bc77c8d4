/**
 * Merges the records of a paper, field by field; the more complete value wins. The result depends only on the content of
 * the records, not on their order or place.
 */

import { foldedWords } from '../util/fold.ts';
import { hashText } from '../util/hash.ts';
import { identifierIn, isPreprintDoi } from './identifiers/identifiers.ts';
import { isPreprintServer } from './identity/paperKind.ts';
import type { CslItem, PaperExtra } from './paper.ts';
import type { RecordContent } from './recordContent.ts';
import { plainText } from './text/richText.ts';

export interface MergedPaper {
	readonly item: CslItem;
	readonly extra: PaperExtra;
}

/**
 * Fields that belong together (journal, volume, pages) come from the best record that has them. Fields that can be more
 * or less complete (title, authors, date, abstract) come from the record with the most complete value.
 */
export function mergeRecords(records: readonly RecordContent[]): MergedPaper {
	const [only] = records;
	if (only !== undefined && records.length === 1) {
		return { item: only.item, extra: only.extra ?? {} };
	}
	const best = inOrderOfWorth(records);
	const authored = fullest(best, authorWorth);
	const dated = fullest(best, dateWorth);
	return { item: mergedItem(best, authored, dated), extra: mergedExtra(best, authored, dated) };
}

/**
 * For each of `records`, the names of the merged paper's fields that come from it. If several records have the same
 * value, the best one counts as its source. For a combined list (categories, attachments), every record that adds to it
 * counts.
 */
export function fieldsGiven(merged: MergedPaper, records: readonly RecordContent[]): readonly (readonly string[])[] {
	if (records.length === 1) {
		return [[...Object.keys(merged.item), ...Object.keys(merged.extra)]];
	}
	const best = inOrderOfWorth(records);
	const given = new Map<RecordContent, string[]>();
	for (const part of ['item', 'extra'] as const) {
		const said = best.map((record) => ({ record, fields: new Map(Object.entries(record[part] ?? {})) }));
		for (const [field, value] of Object.entries(merged[part])) {
			const values = said.map(({ record, fields }) => ({ record, value: fields.get(field) }));
			for (const { record } of giversOf(value, values)) {
				given.set(record, [...(given.get(record) ?? []), field]);
			}
		}
	}
	return records.map((record) => given.get(record) ?? []);
}

interface Said {
	readonly record: RecordContent;
	readonly value: unknown;
}

function giversOf(value: unknown, said: readonly Said[]): readonly Said[] {
	const same = said.find((one) => one.value === value);
	if (same || !Array.isArray(value)) {
		return same ? [same] : [];
	}
	const missing = new Set<unknown>(value);
	return said.filter(
		(one) => Array.isArray(one.value) && one.value.filter((entry) => missing.delete(entry)).length > 0,
	);
}

/**
 * Number of fields that a record fills. The id is not counted because it repeats the key, nor is a folder because it
 * does not describe the paper.
 */
function fullness({ item: { id: _, ...fields }, extra }: RecordContent): number {
	const { attachmentFolders: __, ...further } = extra ?? {};
	return Object.keys(fields).length + Object.keys(further).length;
}

/** The best record first: published before preprint, then the more complete one, then by content. */
export function inOrderOfWorth(records: readonly RecordContent[]): readonly RecordContent[] {
	const ranked = records.map((record) => ({
		record,
		rank: [
			isPublished(record) ? 1 : 0,
			fullness(record),
			hashText(JSON.stringify([record.item, record.extra, record.key])),
		],
	}));
	return ranked.sort((a, b) => compareRanks(b.rank, a.rank)).map(({ record }) => record);
}

function mergedItem(best: readonly RecordContent[], authored?: RecordContent, dated?: RecordContent): CslItem {
	const items = best.map(({ item }) => item);
	const base: CslItem = Object.assign({ type: '' }, ...items.toReversed());
	const type = fullest(items, (item) => [VAGUE_TYPES.has(item.type) ? 0 : 1])?.type;
	const title = longest(
		items,
		(item) => item.title,
		(text) => foldedWords(plainText(text)).join(' ').length,
	);
	const abstract = longest(items, (item) => item.abstract);
	const keyword = longest(items, (item) => item.keyword);
	const doi = longest(items, (item) => item.DOI, doiWorth);
	const author = authored?.item.author;
	const issued = dated?.item.issued;
	return {
		...base,
		...(type !== undefined && { type }),
		...(title !== undefined && { title }),
		...(author !== undefined && { author }),
		...(issued !== undefined && { issued }),
		...(abstract !== undefined && { abstract }),
		...(keyword !== undefined && { keyword }),
		...(doi !== undefined && { DOI: doi }),
	};
}

function mergedExtra(best: readonly RecordContent[], authored?: RecordContent, dated?: RecordContent): PaperExtra {
	const extras = best.map(({ extra }) => extra ?? {});
	const { authorsTruncated: _, yearInferred: __, ...base }: PaperExtra = Object.assign({}, ...extras.toReversed());
	const categories = union(extras, (extra) => extra.categories);
	const attachments = union(extras, (extra) => extra.attachments);
	const attachmentFolders = union(extras, (extra) => extra.attachmentFolders);
	const affiliations = longest(extras, (extra) => extra.affiliations);
	return {
		...base,
		...(extras.some((extra) => extra.hasCode) && { hasCode: true }),
		...(authored?.extra?.authorsTruncated && { authorsTruncated: true }),
		...(dated?.extra?.yearInferred && { yearInferred: true }),
		...(categories.length > 0 && { categories }),
		...(attachments.length > 0 && { attachments }),
		...(attachmentFolders.length > 0 && { attachmentFolders }),
		...(affiliations !== undefined && { affiliations }),
	};
}

const VAGUE_TYPES: ReadonlySet<string> = new Set(['', 'article', 'document', 'manuscript', 'webpage']);

function isPublished({ item }: RecordContent): boolean {
	const container = item['container-title'];
	return container !== undefined && !isPreprintServer(plainText(container));
}

/** A longer list ranks above a shorter one, a complete list above a truncated one, full given names above initials. */
function authorWorth({ item: { author }, extra }: RecordContent): Rank | undefined {
	const letters = author?.reduce((sum, name) => sum + Object.values(name).join('').length, 0) ?? 0;
	return author && [author.length, extra?.authorsTruncated ? 0 : 1, letters];
}

function dateWorth(record: RecordContent): Rank | undefined {
	const date = record.item.issued;
	const precision = date?.['date-parts']?.flat().length ?? 0;
	return date && [precision > 0 ? 1 : 0, record.extra?.yearInferred ? 0 : 1, isPublished(record) ? 1 : 0, precision];
}

/** A publisher's DOI ranks above a preprint's. */
function doiWorth(doi: string): number {
	const identifier = identifierIn(doi);
	if (identifier === undefined) {
		return 0;
	}
	return 'arxiv' in identifier || isPreprintDoi(identifier.doi) ? 1 : 2;
}

/** Compared number by number; the first difference decides. */
type Rank = readonly number[];

function compareRanks(a: Rank, b: Rank): number {
	const differing = a.findIndex((value, index) => value !== b[index]);
	return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** The candidate with the highest rank, or the first of several. Candidates without a rank are ignored. */
function fullest<T>(candidates: readonly T[], rank: (candidate: T) => Rank | undefined): T | undefined {
	let found: { readonly candidate: T; readonly rank: Rank } | undefined;
	for (const candidate of candidates) {
		const own = rank(candidate);
		if (own !== undefined && (found === undefined || compareRanks(own, found.rank) > 0)) {
			found = { candidate, rank: own };
		}
	}
	return found?.candidate;
}

function longest<T, V extends { readonly length: number }>(
	candidates: readonly T[],
	pick: (candidate: T) => V | undefined,
	measure: (value: V) => number = (value) => value.length,
): V | undefined {
	const values = candidates.map(pick).filter((value) => value !== undefined);
	return fullest(values, (value) => [measure(value)]);
}

function union(extras: readonly PaperExtra[], listOf: (extra: PaperExtra) => readonly string[] | undefined): string[] {
	return [...new Set(extras.flatMap((extra) => listOf(extra) ?? []))];
}
