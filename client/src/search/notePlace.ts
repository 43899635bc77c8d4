/** The place in a note where a search was started. It follows edits while the search is open. */

import * as vscode from 'vscode';
import type { NotePlace } from '../citing/citing.ts';
import { movedSpan, type TextChange } from './movedSpans.ts';

export interface FollowedPlace extends NotePlace, vscode.Disposable {}

/** The selections as they are now; later selections are ignored. Dispose of it when it is no longer needed. */
export function followedPlace({ document, selections, viewColumn }: NotePlace): FollowedPlace {
	let spans = selections.map((selection) => ({
		start: document.offsetAt(selection.start),
		end: document.offsetAt(selection.end),
	}));
	const listener = vscode.workspace.onDidChangeTextDocument((event) => {
		if (event.document === document) {
			const changes = event.contentChanges.map(toTextChange);
			spans = spans.map((span) => movedSpan(span, changes));
		}
	});
	return {
		document,
		viewColumn,
		get selections() {
			return spans.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
		},
		dispose: () => listener.dispose(),
	};
}

function toTextChange({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): TextChange {
	return { offset: rangeOffset, length: rangeLength, inserted: text.length };
}
