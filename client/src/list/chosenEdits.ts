/**
 * Edits that people choose in the light bulb, in a card or by renaming. Whoever has chosen one is done with the citation
 * and wants no list, which would also take the keyboard from whatever they do next.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { isOutcomeOf, type Replacement } from './sameOutcome.ts';

export interface ChosenEdits {
	readonly middleware: Pick<Middleware, 'provideCodeActions'>;
	/** To be called with an edit that is about to be made. */
	readonly choose: (edit: vscode.WorkspaceEdit) => void;
	/** Whether the change is such an edit, or takes back or repeats the one that was made last. */
	readonly made: (change: vscode.TextDocumentChangeEvent) => boolean;
}

/** An edit of one note. */
interface Expected {
	readonly uri: string;
	/** Of the note, once the edit is made. */
	readonly version: number;
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

/** Costs as much as the edits are long, however long the note: the light bulb asks at every key. */
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
