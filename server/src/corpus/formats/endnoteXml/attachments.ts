/**
 * The files of an EndNote record. `internal-pdf://12/a.pdf` is a file of the library itself: for `refs.enl` it is in the
 * folder `refs.Data/PDF/12` beside the library.
 */

import type { ExtraDraft } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, textAt } from '../xml/xmlQuery.ts';

const INTERNAL = /^internal-pdf:\/\//i;

/**
 * The URLs in `files` that are not web addresses. If the library's name is unknown, URLs of its own files are kept
 * unchanged.
 */
export function attachmentsOf(
	record: XmlElement,
	files: readonly string[],
): Pick<ExtraDraft, 'attachments' | 'attachmentFolders'> {
	const { name, folder } = libraryOf(record);
	const local = files.filter((file) => !/^https?:/.test(file));
	const attachments = local.map((file) => (name === undefined ? file : file.replace(INTERNAL, `${name}.Data/PDF/`)));
	const isInternal = local.some((file) => INTERNAL.test(file));
	return presentFields({ attachments, attachmentFolders: isInternal && folder ? [folder] : undefined });
}

/**
 * `<database name="refs.enl" path="C:\Users\Ann\refs.enl">refs.enl</database>`: the library's location when it was
 * exported.
 */
function libraryOf(record: XmlElement): { readonly name?: string | undefined; readonly folder?: string | undefined } {
	const attributes = elementAt(record, 'database')?.attributes;
	const path = attributes?.get('path') ?? '';
	const [, folder, file = ''] = /^(.*?)[\\/]?([^\\/]*)$/s.exec(path) ?? [];
	const names = [attributes?.get('name'), textAt(record, 'database'), file];
	const name = names.map((one) => /^([^\\/]+)\.enlx?$/i.exec(one?.trim() ?? '')?.[1]).find(Boolean);
	return { name, folder };
}
