/** The citation that the cursor stands in, and word of when it comes into one, goes to another or leaves it. */

import * as vscode from 'vscode';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { keyWrittenAt } from '../../../server/src/syntax/pandocKey.ts';
import { bracketsAround } from '../../../server/src/syntax/paperBrackets.ts';
import { syntaxesSet } from '../library/syntaxSetting.ts';

/** Lines before and after the cursor that are looked at: a longer citation has not been seen. */
const REACH = 20;

/** Where in its note a citation stands: its `@` identifies it while it is edited. */
export interface OpenCitation {
	readonly document: vscode.TextDocument;
	readonly range: vscode.Range;
}

export interface CitationAtCursor extends vscode.Disposable {
	/** As the active editor is now. */
	current(): OpenCitation | undefined;
	/** Fires with the citation that the cursor has left, however it did. */
	readonly onLeave: vscode.Event<OpenCitation>;
}

/** Also sets the context key `paperNotes.inCitation`, for key bindings that count there alone. */
export function watchCitationAtCursor(): CitationAtCursor {
	const left = new vscode.EventEmitter<OpenCitation>();
	let last: OpenCitation | undefined;
	const look = (): void => {
		const now = citationAt(vscode.window.activeTextEditor);
		if ((now === undefined) !== (last === undefined)) {
			void vscode.commands.executeCommand('setContext', 'paperNotes.inCitation', now !== undefined);
		}
		const before = last;
		last = now;
		if (before && !isSame(before, now)) {
			left.fire(before);
		}
	};
	const listeners = [
		vscode.window.onDidChangeTextEditorSelection(look),
		vscode.window.onDidChangeActiveTextEditor(look),
	];
	return {
		current: () => citationAt(vscode.window.activeTextEditor),
		onLeave: left.event,
		dispose: () => vscode.Disposable.from(left, ...listeners).dispose(),
	};
}

/** Text before a citation may have come or gone with the change that moved the cursor: its place on the line may not. */
function isSame(before: OpenCitation, now: OpenCitation | undefined): boolean {
	return now?.document === before.document && now.range.start.isEqual(before.range.start);
}

function citationAt(editor: vscode.TextEditor | undefined): OpenCitation | undefined {
	if (!editor || !NOTE_LANGUAGES.includes(editor.document.languageId)) {
		return undefined;
	}
	const { document, selection } = editor;
	const { text, from } = paragraphAround(document, selection.active.line);
	const start = document.offsetAt(from);
	const cursor = document.offsetAt(selection.active) - start;
	const found = bracketsAround(text, cursor) ?? (readsPandoc(document) ? keyWrittenAt(text, cursor) : undefined);
	return (
		found && {
			document,
			range: new vscode.Range(document.positionAt(start + found.start), document.positionAt(start + found.end)),
		}
	);
}

/** From the blank line before to the one after, with line ends as the document has them. */
function paragraphAround(document: vscode.TextDocument, line: number): { text: string; from: vscode.Position } {
	const isBlank = (number: number): boolean => document.lineAt(number).isEmptyOrWhitespace;
	let first = line;
	while (first > 0 && first > line - REACH && !isBlank(first - 1)) {
		first--;
	}
	let last = line;
	while (last < document.lineCount - 1 && last < line + REACH && !isBlank(last + 1)) {
		last++;
	}
	const from = new vscode.Position(first, 0);
	return { text: document.getText(new vscode.Range(from, document.lineAt(last).range.end)), from };
}

/** Whether the settings let Pandoc's citations count. */
function readsPandoc(document: vscode.TextDocument): boolean {
	return syntaxesSet(document).some((one) => one !== 'paper');
}
