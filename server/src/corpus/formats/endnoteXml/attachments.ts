/**
 * The files of an EndNote record. `internal-pdf://12/a.pdf` is one of the library's own: for `refs.enl` it stands in the
 * folder `refs.Data/PDF/12` beside that.
 */

import type { ExtraDraft } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, textAt } from '../xml/xmlQuery.ts';

const INTERNAL = /^internal-pdf:\/\//i;

/** Of the addresses `files`, those that are not of the web. Without the library's name its own stay as they are. */
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

/** `<database name="refs.enl" path="C:\Users\Ann\refs.enl">refs.enl</database>`: where the library was when it was exported. */
function libraryOf(record: XmlElement): { readonly name?: string | undefined; readonly folder?: string | undefined } {
	const attributes = elementAt(record, 'database')?.attributes;
	const path = attributes?.get('path') ?? '';
	const [, folder, file = ''] = /^(.*?)[\\/]?([^\\/]*)$/s.exec(path) ?? [];
	const names = [attributes?.get('name'), textAt(record, 'database'), file];
	const name = names.map((one) => /^([^\\/]+)\.enlx?$/i.exec(one?.trim() ?? '')?.[1]).find(Boolean);
	return { name, folder };
}
