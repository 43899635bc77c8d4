/** Converts one entry of a BibTeX file to a record of a paper. */

import { withRichText } from '../../../util/textKinds.ts';
import { bareArxivId } from '../../identifiers/arxivId.ts';
import { type ArxivPlaces, arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { arxivOf } from '../../identifiers/checkedIdentifiers.ts';
import type { ExtraDraft, PaperRecord } from '../../paper.ts';
import { attachmentPaths } from './attachments.ts';
import { cslItem } from './cslItem.ts';
import type { EntryFields } from './entryFields.ts';
import type { RawEntry } from './rawEntry.ts';

/** The paper described by `entry`. `fields` includes inherited ones; `fileFolders` are those of the library. */
export function paperRecord(entry: RawEntry, fields: EntryFields, fileFolders: readonly string[]): PaperRecord {
	const { item, authorsTruncated } = cslItem(entry, fields);
	const extra = paperExtra(fields, authorsTruncated, fileFolders);
	const aliases = aliasesIn(fields, entry.key);
	const hasKey = entry.key !== '';
	return withRichText<PaperRecord>({
		...(hasKey ? { key: entry.key } : {}),
		...(aliases.length > 0 ? { aliases } : {}),
		item,
		...(extra === undefined ? {} : { extra }),
		span: { start: entry.start, end: entry.end },
		keySpan: hasKey ? entry.keySpan : titleSpan(entry, fields),
	});
}

function aliasesIn(fields: EntryFields, key: string): readonly string[] {
	if (!fields.has('ids')) {
		return [];
	}
	const ids = (fields.verbatim('ids') ?? '').split(',');
	return ids.map((id) => id.trim()).filter((id) => id !== '' && id !== key);
}

function titleSpan(entry: RawEntry, fields: EntryFields): { start: number; end: number } {
	const [piece] = fields.field('title')?.pieces ?? [];
	return piece === undefined ? { start: entry.start, end: entry.end } : { start: piece.start, end: piece.end };
}

function paperExtra(
	fields: EntryFields,
	authorsTruncated: boolean,
	fileFolders: readonly string[],
): ExtraDraft | undefined {
	const arxiv = arxivIn(fields);
	const classes = fields.plain('primaryclass', 'eprintclass');
	const attachments = fields.has('file') ? attachmentPaths(fields.source('file')) : [];
	if (arxiv === undefined && classes === undefined && !authorsTruncated && attachments.length === 0) {
		return undefined;
	}
	return {
		...(arxiv === undefined ? {} : { arxiv }),
		...(classes === undefined ? {} : { categories: [classes] }),
		...(authorsTruncated ? { authorsTruncated } : {}),
		...(attachments.length > 0 ? { attachments } : {}),
		...(attachments.length > 0 && fileFolders.length > 0 ? { attachmentFolders: fileFolders } : {}),
	};
}

/** The arXiv id, if the entry has one, in any of the fields in which exporters write it. */
function arxivIn(fields: EntryFields): string | undefined {
	return ofEprint(fields) ?? arxivOf(fields.verbatim('arxivid', 'arxiv') ?? '') ?? arxivIdAt(arxivPlaces(fields));
}

/** `eprint`, unless it is the number of another server. INSPIRE used to write the archive apart from the number. */
function ofEprint(fields: EntryFields): string | undefined {
	const eprint = fields.verbatim('eprint');
	const server = fields.plain('archiveprefix', 'eprinttype') ?? '';
	if (
		eprint === undefined ||
		!(server === '' || /arxiv|^[a-z-]+(?:\.[A-Z]{2})?$/.test(server) || /arxiv/i.test(server))
	) {
		return undefined;
	}
	const archive = [server, fields.plain('primaryclass', 'eprintclass') ?? ''].find((name) => /^[a-z-]+$/.test(name));
	return arxivOf(eprint) ?? (archive === undefined ? undefined : bareArxivId(`${archive}/${eprint}`));
}

function arxivPlaces(fields: EntryFields): ArxivPlaces {
	return {
		marked: [
			...['doi', 'url', 'number', 'eid', 'pages', 'howpublished', 'journal', 'journaltitle', 'booktitle'],
			...['series', 'institution', 'publisher', 'type'],
		].map((name) => (fields.has(name) ? fields.verbatim(name) : undefined)),
		container: fields.plain('journal', 'journaltitle'),
		volume: fields.plain('volume'),
		note: fields.has('note') ? fields.verbatim('note') : undefined,
	};
}
