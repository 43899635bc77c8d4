/** The citation at the cursor, and an event for when the cursor leaves it. */

import * as vscode from 'vscode';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { keyWrittenAt } from '../../../server/src/syntax/pandocKey.ts';
import { bracketsAround } from '../../../server/src/syntax/paperBrackets.ts';
import { syntaxesSet } from '../library/syntaxSetting.ts';

/** Lines searched before and after the cursor. Longer citations have not been seen. */
const MAX_LINES_EACH_WAY = 20;

/** Where a citation is in its note. The place of its `@` identifies it while it is edited. */
export interface OpenCitation {
	readonly document: vscode.TextDocument;
	readonly range: vscode.Range;
}

export interface CitationAtCursor extends vscode.Disposable {
	/** The citation in the active editor now. */
	current(): OpenCitation | undefined;
	/** Whether a citation encloses the place. */
	isIn(document: vscode.TextDocument, place: vscode.Position): boolean;
	/** Fires with the citation that the cursor has left, for any reason. */
	readonly onLeave: vscode.Event<OpenCitation>;
}

/** Also sets the context key `paperNotes.inCitation`, for key bindings that apply only inside citations. */
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
		isIn: (document, place) => citationIn(document, place) !== undefined,
		onLeave: left.event,
		dispose: () => vscode.Disposable.from(left, ...listeners).dispose(),
	};
}

/** Whether it is the same citation: it begins at the same place. */
function isSame(before: OpenCitation, now: OpenCitation | undefined): boolean {
	return now?.document === before.document && now.range.start.isEqual(before.range.start);
}

function citationAt(editor: vscode.TextEditor | undefined): OpenCitation | undefined {
	return editor && citationIn(editor.document, editor.selection.active);
}

function citationIn(document: vscode.TextDocument, place: vscode.Position): OpenCitation | undefined {
	if (!NOTE_LANGUAGES.includes(document.languageId)) {
		return undefined;
	}
	const { text, from } = paragraphAround(document, place.line);
	const start = document.offsetAt(from);
	const cursor = document.offsetAt(place) - start;
	const found = bracketsAround(text, cursor) ?? (readsPandoc(document) ? keyWrittenAt(text, cursor) : undefined);
	return (
		found && {
			document,
			range: new vscode.Range(document.positionAt(start + found.start), document.positionAt(start + found.end)),
		}
	);
}

/** The text between the blank lines around `line`, with the document's line ends. */
function paragraphAround(document: vscode.TextDocument, line: number): { text: string; from: vscode.Position } {
	const isBlank = (number: number): boolean => document.lineAt(number).isEmptyOrWhitespace;
	let first = line;
	while (first > 0 && first > line - MAX_LINES_EACH_WAY && !isBlank(first - 1)) {
		first--;
	}
	let last = line;
	while (last < document.lineCount - 1 && last < line + MAX_LINES_EACH_WAY && !isBlank(last + 1)) {
		last++;
	}
	const from = new vscode.Position(first, 0);
	return { text: document.getText(new vscode.Range(from, document.lineAt(last).range.end)), from };
}

/** Whether the settings enable Pandoc's citations. */
function readsPandoc(document: vscode.TextDocument): boolean {
	return syntaxesSet(document).some((one) => one !== 'paper');
}
