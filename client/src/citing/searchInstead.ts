/**
 * "Search for another paper…" in the light bulb. Selects the wrong key, so that the search starts with it and replaces
 * it.
 */

import * as vscode from 'vscode';
import type { Place } from '../../../server/src/protocol.ts';
import { toVscodeRange } from '../papers/paperRequests.ts';

/** `place`: the key's place in its note, as sent by the server. */
export async function searchInstead(place: unknown): Promise<void> {
	const { uri, range } = place as Place;
	const { start, end } = toVscodeRange(range);
	const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
	editor.selection = new vscode.Selection(start, end);
	await vscode.commands.executeCommand('paperNotes.searchPapers');
}
