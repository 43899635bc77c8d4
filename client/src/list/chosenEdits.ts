/**
 * Edits that people choose in the light bulb, in a card or by renaming. Whoever has chosen one is done with the citation
 * and wants no list, which would also take the keyboard from whatever they do next.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

export interface ChosenEdits {
	readonly middleware: Pick<Middleware, 'provideCodeActions'>;
	/** To be called with an edit that is about to be made. */
	readonly choose: (edit: vscode.WorkspaceEdit) => void;
	/** Whether the change is such an edit, or takes back or repeats the one that was made last. */
	readonly made: (change: vscode.TextDocumentChangeEvent) => boolean;
}

/** In UTF-16 units of the text. */
interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

/** An edit of one note, with the text that it was meant for. */
interface Expected {
	readonly uri: string;
	readonly text: string;
	readonly replacements: readonly Replacement[];
}

export function chosenEdits(): ChosenEdits {
	/** What the light bulb offers is asked for anew at every step of the cursor: it must not make the rest forgotten. */
	let inLightBulb: readonly Expected[] = [];
	let chosen: readonly Expected[] = [];
	/** Whether the last change was one of them. */
	let wasLast = false;
	return {
		choose: (edit) => {
			const document = vscode.window.activeTextEditor?.document;
			chosen = document ? expected(document, [edit]) : [];
		},
		made: (change) => {
			const isOne = [...inLightBulb, ...chosen].some((edit) => isMade(edit, change));
			wasLast = isOne || (wasLast && change.reason !== undefined);
			return wasLast;
		},
		middleware: {
			async provideCodeActions(document, range, context, token, next) {
				const actions = await next(document, range, context, token);
				const edits = actions?.flatMap((action) => ('edit' in action && action.edit ? [action.edit] : [])) ?? [];
				inLightBulb = expected(document, edits);
				return actions;
			},
		},
	};
}

function expected(document: vscode.TextDocument, edits: readonly vscode.WorkspaceEdit[]): Expected[] {
	const text = edits.length > 0 ? document.getText() : '';
	return edits.map((edit) => ({
		uri: document.uri.toString(),
		text,
		replacements: edit.get(document.uri).map(({ range, newText }) => ({
			start: document.offsetAt(range.start),
			end: document.offsetAt(range.end),
			newText,
		})),
	}));
}

/** By what becomes of the text: VS Code makes fewer and smaller changes than the edit says. */
function isMade(
	{ uri, text, replacements }: Expected,
	{ document, contentChanges }: vscode.TextDocumentChangeEvent,
): boolean {
	const growth = sum(replacements.map(({ start, end, newText }) => newText.length - (end - start)));
	const grown = sum(contentChanges.map((change) => change.text.length - change.rangeLength));
	return uri === document.uri.toString() && growth === grown && replaced(text, replacements) === document.getText();
}

function replaced(text: string, replacements: readonly Replacement[]): string {
	return replacements
		.toSorted((one, other) => other.start - one.start)
		.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
