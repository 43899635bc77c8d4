/** "Papers: Search Papers", and the key that takes a paper while the palette is open. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { activeNote } from '../citing/citing.ts';
import type { Command } from '../commands.ts';
import { followedPlace } from './notePlace.ts';
import { Palette } from './palette.ts';
import { selectedQuery } from './selectedQuery.ts';

/** Context key: true while a palette is open that can take papers. The key binding depends on it. */
const OPEN_CONTEXT = 'paperNotes.paletteOpen';

export function paperSearchCommands(client: LanguageClient, onStatus: vscode.Event<StatusSummary>) {
	/** The open palette. Opening another one over it hides it, and the new one stays. */
	let palette: Palette | undefined;
	const setOpen = (opened: Palette | undefined, canTake: boolean): void => {
		palette = opened;
		void vscode.commands.executeCommand('setContext', OPEN_CONTEXT, canTake);
	};
	/** `given` may be the first query. Otherwise it is the text selected in the note. */
	const search: Command = (given) => {
		const note = activeNote();
		const opened: Palette = new Palette({
			client,
			place: note && followedPlace(note),
			query: typeof given === 'string' ? given : selectedIn(note),
			onStatus,
			onHidden: () => {
				if (palette === opened) {
					setOpen(undefined, false);
				}
			},
		});
		setOpen(opened, note !== undefined);
		opened.show();
	};
	return {
		'paperNotes.searchPapers': search,
		'paperNotes.takePaper': () => palette?.takeSelected(),
	};
}

function selectedIn(note: vscode.TextEditor | undefined): string {
	return note ? selectedQuery(note.document.getText(note.selection)) : '';
}
