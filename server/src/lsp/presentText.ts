/** The current text of a file, in the editor or on disk, to be edited. */

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
	/** The text in the range; undefined beyond the end. */
	textAt(range: Range): string | undefined;
	/** Version of the document in the editor; `null` if no editor has it open, as in the protocol. */
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
	// An editor would open the file as UTF-8 and write undecodable bytes back as question marks.
	return decoded.isUnicode
		? { uri, name, text: decoded.text, textAt: textIn(TextDocument.create(uri, '', 0, decoded.text)), version: null }
		: { refusal: editMessages.doubtfulEncoding(name) };
}

/** Reads ranges of the document. Keeps its line starts. */
export function textIn(document: TextDocument): PresentText['textAt'] {
	return (range) => (range.end.line < document.lineCount ? document.getText(range) : undefined);
}

/** Why the file cannot be changed. Call only for files that have edits. */
export async function writeRefusal({ files }: Session, { uri, name }: PresentText): Promise<string | undefined> {
	return !uri.startsWith('file:') || (await files.isWritable(uri)) ? undefined : editMessages.readOnly(name);
}
