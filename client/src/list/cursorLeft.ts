/**
 * Tells the server when nobody writes a citation any more: what is wrong with the one that was edited last is held back
 * until then. Of saving a note the server hears anyway.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CursorLeftParams, cursorLeftNotification, NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import type { CitationAtCursor } from './citationAtCursor.ts';

/** Milliseconds after a change within which VS Code says where the cursor has moved, if it has. */
const CURSOR_MOVE_TIMEOUT_MS = 250;

/** Says so when the cursor leaves a citation, and after a change that leaves it in none: an undo, a fix, a rename. */
export function tellCursorLeft(client: LanguageClient, citations: CitationAtCursor): vscode.Disposable {
	/** A note with a change, after which the cursor has not come to rest. */
	let changed: vscode.TextDocument | undefined;
	let timer: NodeJS.Timeout | undefined;
	const tell = ({ uri }: vscode.TextDocument): void => {
		const params: CursorLeftParams = { uri: client.code2ProtocolConverter.asUri(uri) };
		// A server that is not there holds nothing back.
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
				timer = setTimeout(comeToRest, CURSOR_MOVE_TIMEOUT_MS);
			}
		}),
		vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
			if (textEditor.document === changed) {
				comeToRest();
			}
		}),
		citations.onLeave(({ document }) => {
			// An undo may take the cursor from one citation to another, which is held back by then.
			if (document === changed) {
				comeToRest();
			} else {
				tell(document);
			}
		}),
	];
	return vscode.Disposable.from(...listeners, { dispose: () => clearTimeout(timer) });
}
