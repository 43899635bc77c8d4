/** What of a paper is another after it was written and read again. */

import { isDeepStrictEqual } from 'node:util';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { cslJson } from '../../../server/src/corpus/formats/csl/cslJson.ts';
import { type Format, readAll } from '../../../server/src/corpus/formats/format.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import type { ExportedPaper } from '../../../server/src/corpus/writers/exportedPaper.ts';
import { type ExportFormat, WRITERS } from '../../../server/src/corpus/writers/writers.ts';
import { richText } from '../../../server/src/util/textKinds.ts';

const READERS: Readonly<Record<ExportFormat, Format>> = { bibtex, 'csl-json': cslJson, ris };

export const FORMATS: readonly ExportFormat[] = ['bibtex', 'csl-json', 'ris'];

export interface Difference {
	readonly key: string;
	/** The name of the variable, or of the member of `extra`. */
	readonly field: string;
	readonly written: unknown;
	readonly read: unknown;
}

export function exported(record: PaperRecord, key = record.key ?? 'none'): ExportedPaper {
	return { key, aliases: record.aliases ?? [], item: { ...record.item, id: key }, extra: record.extra ?? {} };
}

/** Writes the papers into one file, reads it, and compares each field of each paper. */
export function differences(format: ExportFormat, papers: readonly ExportedPaper[]): readonly Difference[] {
	const { papers: read } = readAll(READERS[format], WRITERS[format](papers));
	const texts = new Map(read.map((record) => [plainText(record.item.title), record]));
	const records = new Map(read.map((record) => [record.key, record]));
	return papers.flatMap((paper) =>
		differencesOf(paper, records.get(paper.key) ?? texts.get(plainText(paper.item.title))),
	);
}

function differencesOf(paper: ExportedPaper, record: PaperRecord | undefined): Difference[] {
	const written = { aliases: paper.aliases, ...paper.item, ...paper.extra };
	const read = { aliases: record?.aliases ?? [], ...record?.item, ...record?.extra };
	const [before, after] = [
		new Map<string, unknown>(Object.entries(written)),
		new Map<string, unknown>(Object.entries(read)),
	];
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
		const [one, other] = [before.get(field), after.get(field)];
		return isDeepStrictEqual(shown(field, one), shown(field, other))
			? []
			: [{ key: paper.key, field, written: one, read: other }];
	});
}

/** Texts whose markup counts. In the others BibTeX has none. */
const WITH_MARKUP = new Set(
	['title', 'title-short', 'container-title', 'container-title-short', 'collection-title', 'abstract', 'note'].concat(
		'original-title',
	),
);

/** What a card shows of a value: two ways to write the same text are no difference. */
function shown(field: string, value: unknown): unknown {
	if (typeof value === 'string') {
		return WITH_MARKUP.has(field) ? markdownText(richText(value)) : plainText(richText(value));
	}
	if (Array.isArray(value)) {
		return value.map((each) => shown('', each));
	}
	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown('', each)]))
		: value;
}
