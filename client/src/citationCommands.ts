/** Commands on one paper: the one given, else the one cited at the cursor. Cards and lists call them with a key. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PaperParams, PaperResponse, Place } from '../../server/src/protocol.ts';
import { activeNote, cite } from './citing.ts';
import type { Command } from './paperNotes.ts';
import { paperMeantBy, toVscodeRange } from './paperRequests.ts';

/** What serves each command name. */
export function citationCommands(client: LanguageClient) {
	const onPaper =
		(act: (paper: PaperResponse) => Promise<void>): Command =>
		async (key) => {
			const paper = await paperMeant(client, key);
			if (paper) {
				await act(paper);
			}
		};
	return {
		'paperNotes.openOnline': onPaper(openOnline),
		'paperNotes.copyKey': onPaper(copyKey),
		'paperNotes.revealInCorpus': onPaper(revealInCorpus),
		'paperNotes.insertCitation': (key?: unknown) => insertCitation(client, key),
	};
}

async function paperMeant(client: LanguageClient, given: unknown): Promise<PaperResponse | undefined> {
	const note = activeNote();
	if (typeof given !== 'string' && !note) {
		void vscode.window.showInformationMessage(
			'Open a note first, and put the cursor on a citation such as @paper[key].',
		);
		return undefined;
	}
	const params: PaperParams | undefined =
		typeof given === 'string'
			? { key: given }
			: note && { uri: note.document.uri.toString(), position: note.selection.active };
	const paper = params && (await paperMeantBy(client, params));
	if (!paper) {
		const what = typeof given === 'string' ? `with the key "${given}"` : 'cited at the cursor';
		void vscode.window.showWarningMessage(`Your corpus holds no single paper ${what}.`);
	}
	return paper ?? undefined;
}

async function openOnline(paper: PaperResponse): Promise<void> {
	if (paper.url === undefined) {
		void vscode.window.showInformationMessage(`"${paper.key}" has no DOI, arXiv id or address in your corpus.`);
		return;
	}
	await vscode.env.openExternal(vscode.Uri.parse(paper.url, true));
}

async function copyKey(paper: PaperResponse): Promise<void> {
	await vscode.env.clipboard.writeText(paper.key);
	vscode.window.setStatusBarMessage(`Copied ${paper.key}`, 3000);
}

async function revealInCorpus(paper: PaperResponse): Promise<void> {
	const place = await chosenPlace(paper.sources);
	if (place) {
		const range = toVscodeRange(place.range);
		await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
			selection: new vscode.Range(range.start, range.start),
		});
	}
}

/** A paper may stand in several files; ask which one only then. */
async function chosenPlace(places: readonly Place[]): Promise<Place | undefined> {
	if (places.length <= 1) {
		return places[0];
	}
	const rows = places.map((place) => ({
		label: vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri)),
		description: `line ${place.range.start.line + 1}`,
		place,
	}));
	return (await vscode.window.showQuickPick(rows, { placeHolder: 'This paper stands in several files' }))?.place;
}

/** With a key: cites it. Without: opens an empty citation and its list, in the text rather than in a dialog. */
async function insertCitation(client: LanguageClient, key: unknown): Promise<void> {
	const editor = activeNote();
	if (!editor) {
		void vscode.window.showInformationMessage('Open a note first: a citation goes into a Markdown file.');
	} else if (typeof key === 'string') {
		await cite(client, editor, key);
	} else {
		await editor.insertSnippet(new vscode.SnippetString('@paper[$1]'));
		await vscode.commands.executeCommand('editor.action.triggerSuggest');
	}
}
