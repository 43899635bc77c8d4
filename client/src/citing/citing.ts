/** Inserts a citation into a note. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { showBriefly, showWarning } from '../notices.ts';
import { citationEdits, toVscodeRange } from '../papers/paperRequests.ts';
import { freshAnswer } from './freshAnswer.ts';

/** Where to cite. A text editor fits this interface. */
export interface NotePlace {
	readonly document: vscode.TextDocument;
	readonly selections: readonly vscode.Range[];
	readonly viewColumn: vscode.ViewColumn | undefined;
}

/** The note in the active editor, if it can take citations. */
export function activeNote(): vscode.TextEditor | undefined {
	const editor = vscode.window.activeTextEditor;
	return editor && NOTE_LANGUAGES.includes(editor.document.languageId) ? editor : undefined;
}

/**
 * Cites the papers at each cursor and in place of each selection, as one undo step, and moves the cursors after the
 * citations. If the note cannot be changed, the citation goes to the clipboard.
 */
export async function cite(client: LanguageClient, place: NotePlace, keys: readonly string[]): Promise<void> {
	const editor = await shownEditor(place);
	const { isCited, refusal } = editor ? await citedIn(client, editor, place, keys) : FAILED;
	if (!isCited) {
		const citation = `@paper[${keys.join('; ')}]`;
		await vscode.env.clipboard.writeText(citation);
		void showWarning(paletteMessages.copiedInstead(citation, refusal));
	}
}

/** Brings the note's editor to the front. Reopens a note that was closed meanwhile if its text is still the same. */
async function shownEditor({ document, viewColumn }: NotePlace): Promise<vscode.TextEditor | undefined> {
	try {
		const open = document.isClosed ? await vscode.workspace.openTextDocument(document.uri) : document;
		if (open.getText() !== document.getText()) {
			return undefined;
		}
		return await vscode.window.showTextDocument(open, viewColumn === undefined ? {} : { viewColumn });
	} catch {
		// The file was deleted.
		return undefined;
	}
}

interface Outcome {
	/** Whether the note now cites the papers. */
	readonly isCited: boolean;
	/** The server's reason if not, if it gave one. */
	readonly refusal?: string | undefined;
}

const FAILED: Outcome = { isCited: false };

/** Someone may type while the edits are being applied. */
const MAX_TRIES = 3;

async function citedIn(
	client: LanguageClient,
	editor: vscode.TextEditor,
	place: NotePlace,
	keys: readonly string[],
): Promise<Outcome> {
	const { document } = editor;
	for (let tries = 0; tries < MAX_TRIES; tries++) {
		// The request fails if the server is restarting.
		const answer = await freshAnswer(document, () => {
			const selections = place.selections.map((range) => client.code2ProtocolConverter.asRange(range));
			return citationEdits(client, { uri: document.uri.toString(), selections, keys });
		}).catch(() => undefined);
		const edits = answer?.edits ?? [];
		if (edits.length === 0) {
			return { isCited: false, refusal: answer?.refusal };
		}
		const replacements = edits.map(({ range, newText, end }) => ({ range: toVscodeRange(range), newText, end }));
		const cursors = cursorsAfter(document, replacements);
		const changing = replacements.filter(({ newText }) => newText !== '');
		const version = document.version + (changing.length > 0 ? 1 : 0);
		if (await replaced(editor, changing)) {
			// If the user typed on at once, the cursor stays where it is.
			if (document.version === version) {
				putCursors(editor, cursors);
			}
			if (changing.length === 0) {
				showBriefly(paletteMessages.alreadyCited(keys.length), 5000);
			}
			return { isCited: true };
		}
	}
	return FAILED;
}

interface Replacement {
	readonly range: vscode.Range;
	readonly newText: string;
	/** The new cursor position, counted from the start of the range. */
	readonly end: number;
}

/**
 * Applies the replacements. Returns whether the note really changed, because VS Code also reports success for a
 * read-only note that it leaves as it was.
 */
async function replaced(editor: vscode.TextEditor, replacements: readonly Replacement[]): Promise<boolean> {
	if (replacements.length === 0) {
		return true;
	}
	const { version } = editor.document;
	const isMade = await (insertedAlike(editor, replacements) ?? replacedEach(editor, replacements));
	return isMade && editor.document.version !== version;
}

/** Inserts the text unchanged and as its own undo step. */
const ONE_STEP = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };

/**
 * Inserts the same text at all places and puts the cursors after it in the same step. A cursor that is moved later might
 * move only after the next key press. Undefined if the texts differ, because VS Code cannot insert different texts this
 * way.
 */
function insertedAlike(editor: vscode.TextEditor, replacements: readonly Replacement[]): Thenable<boolean> | undefined {
	const [{ newText = '' } = {}] = replacements;
	if (replacements.some((one) => one.newText !== newText || one.end !== newText.length)) {
		return undefined;
	}
	const ranges = replacements.map(({ range }) => range);
	return editor.insertSnippet(new vscode.SnippetString().appendText(newText), ranges, ONE_STEP);
}

function replacedEach(editor: vscode.TextEditor, replacements: readonly Replacement[]): Thenable<boolean> {
	return editor.edit((builder) => {
		for (const { range, newText } of replacements) {
			// An insertion moves a cursor after the inserted text; an empty replacement does not.
			if (range.isEmpty) {
				builder.insert(range.start, newText);
			} else {
				builder.replace(range, newText);
			}
		}
	});
}

/** Offsets in the text after all replacements, which are in the order of the text. */
function cursorsAfter(document: vscode.TextDocument, replacements: readonly Replacement[]): number[] {
	let added = 0;
	return replacements.map(({ range, newText, end }) => {
		const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		const cursor = from + added + end;
		added += newText.length - (to - from);
		return cursor;
	});
}

function putCursors(editor: vscode.TextEditor, offsets: readonly number[]): void {
	const cursors = offsets.map((offset) => {
		const position = editor.document.positionAt(offset);
		return new vscode.Selection(position, position);
	});
	if (cursors.length !== editor.selections.length || cursors.some((one, i) => !editor.selections[i]?.isEqual(one))) {
		editor.selections = cursors;
	}
	editor.revealRange(editor.selection);
}
