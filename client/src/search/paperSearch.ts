/** "Papers: Search Papers", and the key that takes a paper while the palette is open. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { Range, StatusSummary } from '../../../server/src/protocol.ts';
import { activeNote, type NotePlace } from '../citing/citing.ts';
import type { Command } from '../commands.ts';
import { showInformation } from '../notices.ts';
import { relatedPapers } from '../papers/paperRequests.ts';
import { followedPlace } from './notePlace.ts';
import { Palette, type PaletteOptions } from './palette.ts';
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
	const open = (options: Pick<PaletteOptions, 'place' | 'query' | 'suggested'>): void => {
		const opened: Palette = new Palette({
			...options,
			client,
			onStatus,
			onHidden: () => {
				if (palette === opened) {
					setOpen(undefined, false);
				}
			},
		});
		setOpen(opened, options.place !== undefined);
		opened.show();
	};
	/** `given` may be the first query. Otherwise it is the text selected in the note. */
	const search: Command = (given) => {
		const note = activeNote();
		const query = typeof given === 'string' ? given : selectedIn(note);
		open({ place: note && followedPlace(note), query });
	};
	const searchForParagraph: Command = () => {
		const note = activeNote();
		if (!note) {
			void showInformation(paletteMessages.noParagraph);
			return;
		}
		const params = { uri: note.document.uri.toString(), range: toRange(note.selection), limit: MAX_SUGGESTED };
		open({
			place: followedPlace(behindSelection(note)),
			query: '',
			suggested: async (token) => {
				const { items, tookMs, papers } = await relatedPapers(client, params, token);
				return { items, tookMs, papers, total: items.length };
			},
		});
	};
	return {
		'paperNotes.searchPapers': search,
		'paperNotes.papersForParagraph': searchForParagraph,
		'paperNotes.takePaper': () => palette?.takeSelected(),
	};
}

function selectedIn(note: vscode.TextEditor | undefined): string {
	return note ? selectedQuery(note.document.getText(note.selection)) : '';
}

/** A screen of rows. */
const MAX_SUGGESTED = 20;

function toRange({ start, end }: vscode.Selection): Range {
	return { start: pick(start), end: pick(end) };
}

function pick({ line, character }: vscode.Position): Range['start'] {
	return { line, character };
}

/** Cites behind the selected sentence, before its full stop, and does not replace it. */
function behindSelection({ document, selection, viewColumn }: vscode.TextEditor): NotePlace {
	const selected = document.getText(selection);
	const sentence = selected.replace(/[\s.!?。！？]+$/u, '');
	const end = document.positionAt(document.offsetAt(selection.start) + sentence.length);
	return { document, selections: [new vscode.Range(end, end)], viewColumn };
}
