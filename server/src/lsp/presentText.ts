/** The current text of a file, in the editor or on disk, to be edited. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileText } from '../features/renaming/renameEdits.ts';
import type { FileStat } from '../files/files.ts';
import { editMessages } from '../messages/edits.ts';
import { baseName } from '../util/baseName.ts';
import { decodeText } from '../util/encoding.ts';
import { type LineStarts, lineStartsOf, offsetAt } from '../util/lines.ts';
import type { Range } from '../util/span.ts';
import type { Refusal } from '../workspace/editPlan.ts';
import type { Session } from './session.ts';

export interface PresentText extends FileText {
	readonly uri: string;
	/** The text in the range; undefined beyond the end. */
	textAt(range: Range): string | undefined;
	/** Where its lines start. Found on the first call: a file may be large. */
	lines(): LineStarts;
	/** Version of the document in the editor; `null` if no editor has it open, as in the protocol. */
	readonly version: number | null;
	/** The state of the file on disk before it was read; undefined if an editor has it open. */
	readonly stat: FileStat | undefined;
}

export async function presentText({ documents, files }: Session, uri: string): Promise<PresentText | Refusal> {
	const name = baseName(uri);
	const document = documents.get(uri);
	if (document) {
		const text = document.getText();
		const { version } = document;
		return { uri, name, text, textAt: textIn(document), lines: () => lineStartsOf(text), version, stat: undefined };
	}
	const stat = await files.stat(uri);
	const bytes = await files.read(uri).catch(() => undefined);
	const decoded = bytes && decodeText(bytes);
	if (!decoded) {
		return { refusal: editMessages.unreadable(name) };
	}
	// An editor would open the file as UTF-8 and write undecodable bytes back as question marks.
	return decoded.isUnicode
		? { uri, name, ...placesIn(decoded.text), version: null, stat }
		: { refusal: editMessages.doubtfulEncoding(name) };
}

function placesIn(text: string): Pick<PresentText, 'text' | 'lines' | 'textAt'> {
	let starts: LineStarts | undefined;
	const lines = (): LineStarts => {
		starts ??= lineStartsOf(text);
		return starts;
	};
	const textAt = ({ start, end }: Range): string | undefined =>
		end.line < lines().length ? text.slice(offsetAt(lines(), start), offsetAt(lines(), end)) : undefined;
	return { text, lines, textAt };
}

/** Whether the file is still as it was read. A file on disk need not be read again for that. */
export async function isPresent({ documents, files }: Session, file: PresentText): Promise<boolean> {
	const document = documents.get(file.uri);
	if (document || !file.stat) {
		return document?.version === file.version;
	}
	const now = await files.stat(file.uri);
	return now?.size === file.stat.size && now.mtime === file.stat.mtime;
}

/** The text of a file that is still to be created. */
export function newText(uri: string): PresentText {
	return { uri, name: baseName(uri), ...placesIn(''), version: null, stat: undefined };
}

/** Reads ranges of the document. Keeps its line starts. */
export function textIn(document: TextDocument): PresentText['textAt'] {
	return (range) => (range.end.line < document.lineCount ? document.getText(range) : undefined);
}

/** Megabytes beyond which VS Code keeps the text of a file from extensions. */
const MAX_MEGABYTES = 50;

/** Why the file cannot be changed. Call only for files that have edits. */
export async function writeRefusal({ files, client }: Session, file: PresentText): Promise<string | undefined> {
	const { uri, name, stat } = file;
	if (client.errorsAskOthers && (stat?.size ?? 0) > MAX_MEGABYTES * 1024 * 1024) {
		return editMessages.tooLarge(name, MAX_MEGABYTES);
	}
	return !uri.startsWith('file:') || (await files.isWritable(uri)) ? undefined : editMessages.readOnly(name);
}
