/** "Search for another paper…" of the light bulb: the wrong key is selected, so that the search begins with it and replaces it. */

import * as vscode from 'vscode';
import type { Place } from '../../../server/src/protocol.ts';
import { toVscodeRange } from '../papers/paperRequests.ts';

/** `place` is the key in its note, as the server gives it. */
export async function searchInstead(place: unknown): Promise<void> {
	const { uri, range } = place as Place;
	const { start, end } = toVscodeRange(range);
	const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
	editor.selection = new vscode.Selection(start, end);
	await vscode.commands.executeCommand('paperNotes.searchPapers');
}
