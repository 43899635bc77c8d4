/**
 * EndNote XML, as exported by EndNote, Zotero, Rayyan and DistillerSR (EndNote ships its `RSXML.dtd`): `xml`, `records`,
 * and one `record` per paper, with texts in runs of `<style>`.
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { unclosedEntry } from '../xml/unclosedEntry.ts';
import { xmlElement } from '../xml/xmlElement.ts';
import { type XmlEntry, xmlEntries } from '../xml/xmlEntries.ts';
import { elementAt, textAt } from '../xml/xmlQuery.ts';
import { endnoteContent } from './endnoteItem.ts';

export const endnoteXml: Format = { name: formatNames.endnoteXml, accepts, read };

function accepts(head: string): boolean {
	return (
		/^[\s\uFEFF]*</.test(head) &&
		/<records?[\s>]/.test(head) &&
		/<(?:ref-type|rec-number|contributors|source-app)[\s>]/.test(head)
	);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const entry of xmlEntries(text, ['record'])) {
		const record = recordOf(text, entry);
		const problem = unclosedEntry(entry, 'record');
		if (problem) {
			report(problem);
		} else if (record.item.title === undefined) {
			const span = { start: entry.span.start, end: entry.span.start + '<record'.length };
			report({ code: 'missing-field', message: entryMessages.noTitleIn('<titles><title>'), span });
		}
		if (record.item.title !== undefined || record.item.author !== undefined) {
			yield record;
		}
	}
}

function recordOf(text: string, { span }: XmlEntry): PaperRecord {
	const element = xmlElement(text, span);
	const label = textAt(element, 'label');
	const key = label !== undefined && /^[^\s,;[\]{}@"]*\p{L}[^\s,;[\]{}@"]*$/u.test(label) ? label : undefined;
	const holder = elementAt(element, key === undefined ? 'titles/title' : 'label');
	// The text is inside `<style>` elements.
	const keySpan = (
		holder && elementAt(holder, 'style') && holder.children.length === 1 ? elementAt(holder, 'style') : holder
	)?.span;
	return keyedRecord({ key, ...endnoteContent(element), span, keySpan });
}
