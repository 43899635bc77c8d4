/** Converts one entry of a BibTeX file to a record of a paper. */

import { withRichText } from '../../../util/textKinds.ts';
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
	const ids = fields.source('ids').split(',');
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

const ARXIV_DOI = /10\.48550\/arxiv\.(.+)$/i;
const ARXIV_ADDRESS = /arxiv\.org\/(?:abs|pdf|html)\/(\S+)/i;
const ARXIV_JOURNAL = /arxiv(?:\s+preprint)?\s*:?\s*(?:arxiv\s*:\s*)?([\w./-]+)/i;

/** The arXiv id, if the entry has one: in `eprint`, `arxivid`, an arXiv DOI or URL, or `journal = {arXiv:...}`. */
function arxivIn(fields: EntryFields): string | undefined {
	const server = fields.plain('archiveprefix', 'eprinttype') ?? '';
	const eprint = fields.verbatim('eprint') ?? '';
	if (eprint !== '' && (server === '' || /arxiv/i.test(server))) {
		const found = arxivOf(eprint);
		if (found !== undefined) {
			return found;
		}
	}
	const hints = [
		fields.verbatim('arxivid', 'arxiv'),
		ARXIV_DOI.exec(fields.verbatim('doi') ?? '')?.[1],
		ARXIV_ADDRESS.exec(fields.verbatim('url') ?? '')?.[1],
		ARXIV_JOURNAL.exec(fields.plain('journal', 'journaltitle') ?? '')?.[1],
	];
	for (const hint of hints) {
		const found = hint === undefined ? undefined : arxivOf(hint);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}
