/**
 * MODS (https://www.loc.gov/standards/mods/), in which library catalogues, the ACL Anthology, Zotero and bibutils give
 * records: a `modsCollection` of `mods`, or a single `mods`.
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { unclosedEntry } from '../xml/unclosedEntry.ts';
import { type XmlElement, xmlElement } from '../xml/xmlElement.ts';
import { type XmlEntry, xmlEntries } from '../xml/xmlEntries.ts';
import { elementAt, elementsAt, textIn } from '../xml/xmlQuery.ts';
import { modsContent } from './modsItem.ts';
import { mainTitle } from './modsTitle.ts';

export const mods: Format = { name: formatNames.mods, accepts, read };

function accepts(head: string): boolean {
	return (
		/^[\s\uFEFF]*</.test(head) &&
		/<(?:[\w.-]{1,40}:)?mods(?:Collection)?[\s>]/.test(head) &&
		/loc\.gov\/mods|<(?:[\w.-]{1,40}:)?titleInfo[\s>]/.test(head)
	);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const entry of xmlEntries(text, ['mods'])) {
		const record = recordOf(text, entry);
		const problem = unclosedEntry(entry, 'mods');
		if (problem) {
			report(problem);
		} else if (record.item.title === undefined) {
			const span = { start: entry.span.start, end: entry.span.start + '<mods'.length };
			report({ code: 'missing-field', message: entryMessages.noTitleIn('<titleInfo><title>'), span });
		}
		if (record.item.title !== undefined || record.item.author !== undefined) {
			yield record;
		}
	}
}

function recordOf(text: string, { span }: XmlEntry): PaperRecord {
	const element = xmlElement(text, span);
	const { item, extra } = modsContent(element);
	const named = keyOf(text, element, span);
	const titleSpan = mainTitle(element)?.span;
	return keyedRecord({
		key: named?.key,
		aliases: item.PMID === undefined ? [] : [`pmid:${item.PMID}`],
		item,
		extra,
		span,
		keySpan: named?.span ?? titleSpan,
	});
}

/** The key, as bibutils and the ACL Anthology write it: `<identifier type="citekey">`, and again as the `ID` of `<mods>`. */
function keyOf(text: string, element: XmlElement, span: Span): { key: string; span: Span } | undefined {
	const identifier = elementsAt(element, 'identifier').find(({ attributes }) => attributes.get('type') === 'citekey');
	const citekey = identifier && textIn(identifier);
	if (identifier && citekey) {
		return { key: citekey, span: identifier.span };
	}
	const id = element.attributes.get('ID') ?? '';
	const start = text.indexOf(id, span.start);
	const isKey = id !== '' && elementAt(element, 'titleInfo') !== undefined;
	return isKey && start >= 0 && start < element.span.start
		? { key: id, span: { start, end: start + id.length } }
		: undefined;
}
