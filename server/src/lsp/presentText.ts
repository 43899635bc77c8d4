/** The text of a file as it is now, in the editor or on disk, for edits of it. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileText } from '../features/renaming/renameEdits.ts';
import { editMessages } from '../messages/edits.ts';
import { baseName } from '../util/baseName.ts';
import { decodeText } from '../util/encoding.ts';
import type { Range } from '../util/span.ts';
import type { Refusal } from '../workspace/editPlan.ts';
import type { Session } from './session.ts';

export interface PresentText extends FileText {
	readonly uri: string;
	/** What stands at a place; undefined behind the end. */
	textAt(range: Range): string | undefined;
	/** Of the document in the editor; `null` for a file that no editor has open, as the protocol has it. */
	readonly version: number | null;
}

export async function presentText({ documents, files }: Session, uri: string): Promise<PresentText | Refusal> {
	const name = baseName(uri);
	const document = documents.get(uri);
	if (document) {
		return { uri, name, text: document.getText(), textAt: textIn(document), version: document.version };
	}
	const bytes = await files.read(uri).catch(() => undefined);
	const decoded = bytes && decodeText(bytes);
	if (!decoded) {
		return { refusal: editMessages.unreadable(name) };
	}
	// An editor would read it as UTF-8 and, with the edit, write what it did not understand as question marks.
	return decoded.doubt === undefined
		? { uri, name, text: decoded.text, textAt: textIn(TextDocument.create(uri, '', 0, decoded.text)), version: null }
		: { refusal: editMessages.doubtfulEncoding(name) };
}

/** What stands where in the document; it keeps where its lines begin. */
export function textIn(document: TextDocument): PresentText['textAt'] {
	return (range) => (range.end.line < document.lineCount ? document.getText(range) : undefined);
}

/** Why the file cannot be changed: asked of those alone that have something to change. */
export async function writeRefusal({ files }: Session, { uri, name }: PresentText): Promise<string | undefined> {
	return !uri.startsWith('file:') || (await files.isWritable(uri)) ? undefined : editMessages.readOnly(name);
}
