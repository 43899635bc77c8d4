/**
 * Edits that the user chooses in the light bulb, in a card or by renaming. After choosing one, the user is done with the
 * citation, and the list should not open: it would also take the keyboard focus.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { isOutcomeOf, type Replacement } from './sameOutcome.ts';

export interface ChosenEdits {
	readonly middleware: Pick<Middleware, 'provideCodeActions'>;
	/** Call with an edit that is about to be applied. */
	readonly choose: (edit: vscode.WorkspaceEdit) => void;
	/** Whether the change is such an edit, or undoes or redoes the last one. */
	readonly made: (change: vscode.TextDocumentChangeEvent) => boolean;
}

/** An edit of one note. */
interface Expected {
	readonly uri: string;
	/** The note's version after the edit. */
	readonly version: number;
	readonly replacements: readonly Replacement[];
}

export function chosenEdits(): ChosenEdits {
	/**
	 * The light bulb asks for its edits at every cursor move. They are kept separately so that they do not displace the
	 * others.
	 */
	let inLightBulb: readonly Expected[] = [];
	let chosen: readonly Expected[] = [];
	/** Whether the last change was a chosen edit. */
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

/** Takes time proportional to the edits, not to the note, because the light bulb asks on every key press. */
function expected(document: vscode.TextDocument, edits: readonly vscode.WorkspaceEdit[]): Expected[] {
	return edits.map((edit) => ({
		uri: document.uri.toString(),
		version: document.version + 1,
		replacements: edit.get(document.uri).map(({ range, newText }) => ({
			start: document.offsetAt(range.start),
			oldText: document.getText(range),
			newText,
		})),
	}));
}

function isMade(
	{ uri, version, replacements }: Expected,
	{ document, contentChanges }: vscode.TextDocumentChangeEvent,
): boolean {
	const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
		offset: rangeOffset,
		length: rangeLength,
		text,
	}));
	return uri === document.uri.toString() && version === document.version && isOutcomeOf(changes, replacements);
}
