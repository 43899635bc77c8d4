/**
 * Tells the server when the user has finished writing a citation. Until then the server holds back problems of the last
 * edited citation. It learns of saved notes without this.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CursorLeftParams, cursorLeftNotification, NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import type { CitationAtCursor } from './citationAtCursor.ts';

/** Milliseconds after a change within which VS Code reports that the cursor has moved, if the change moves it. */
const CURSOR_MOVE_TIMEOUT_MS = 250;

/**
 * The same for a change at the cursor, such as typing, which nearly always moves it. A busy machine may take longer than
 * usual to report that, and until then the cursor seems to be where it was.
 */
const CURSOR_MOVE_AT_CURSOR_TIMEOUT_MS = 3000;

/**
 * Notifies the server when the cursor leaves a citation, and after a change with the cursor outside citations: an undo,
 * a fix, a rename.
 */
export function tellCursorLeft(client: LanguageClient, citations: CitationAtCursor): vscode.Disposable {
	/** A note that has changed and whose cursor may still be moving. */
	let changed: vscode.TextDocument | undefined;
	let timer: NodeJS.Timeout | undefined;
	const tell = ({ uri }: vscode.TextDocument): void => {
		const params: CursorLeftParams = { uri: client.code2ProtocolConverter.asUri(uri) };
		// If the server is not running, it holds nothing back.
		client.sendNotification(cursorLeftNotification, params).catch(() => undefined);
	};
	const comeToRest = (): void => {
		clearTimeout(timer);
		if (changed && citations.current()?.document !== changed) {
			tell(changed);
		}
		changed = undefined;
	};
	const listeners = [
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0 && NOTE_LANGUAGES.includes(document.languageId)) {
				changed = document;
				clearTimeout(timer);
				const isAtCursor = contentChanges.some(({ range }) => isCursorIn(document, range));
				timer = setTimeout(comeToRest, isAtCursor ? CURSOR_MOVE_AT_CURSOR_TIMEOUT_MS : CURSOR_MOVE_TIMEOUT_MS);
			}
		}),
		vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
			if (textEditor.document === changed) {
				comeToRest();
			}
		}),
		citations.onLeave(({ document }) => {
			// An undo may move the cursor to another citation, whose problems are then held back.
			if (document === changed) {
				comeToRest();
			} else {
				tell(document);
			}
		}),
	];
	return vscode.Disposable.from(...listeners, { dispose: () => clearTimeout(timer) });
}

/** Whether a cursor is in or at the range. During a change event, cursors are where they were before the change. */
function isCursorIn(document: vscode.TextDocument, range: vscode.Range): boolean {
	const editor = vscode.window.activeTextEditor;
	return editor?.document === document && editor.selections.some(({ active }) => range.contains(active));
}
