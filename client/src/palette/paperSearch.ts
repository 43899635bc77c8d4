/** "Papers: Search Papers", and the key that takes a paper while the palette is open. */

import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { activeNote } from '../citing.ts';
import type { Command } from '../paperNotes.ts';
import { followedPlace } from './notePlace.ts';
import { Palette } from './palette.ts';
import { selectedQuery } from './selectedQuery.ts';

export function paperSearchCommands(client: LanguageClient, onStatus: vscode.Event<StatusSummary>) {
	let palette: Palette | undefined;
	/** May be given the first query; else that is what the note has selected. */
	const search: Command = (query) => {
		const note = activeNote();
		palette = new Palette({
			client,
			place: note && followedPlace(note),
			query: typeof query === 'string' ? query : selectedIn(note),
			onStatus,
		});
		palette.show();
	};
	return {
		'paperNotes.searchPapers': search,
		'paperNotes.takePaper': () => palette?.takeSelected(),
	};
}

function selectedIn(note: vscode.TextEditor | undefined): string {
	return note ? selectedQuery(note.document.getText(note.selection)) : '';
}
