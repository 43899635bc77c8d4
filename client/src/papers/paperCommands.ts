/** Commands for one paper: the one given, or else the one cited at the cursor. Cards and lists pass a key. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commandMessages } from '../../../server/src/messages/commands.ts';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import type { CitationFormParams, PaperResponse, Place } from '../../../server/src/protocol.ts';
import { activeNote, cite } from '../citing/citing.ts';
import { convertCitations } from '../citing/converting.ts';
import { freshAnswer } from '../citing/freshAnswer.ts';
import type { Command } from '../commands.ts';
import type { ChosenEdits } from '../list/chosenEdits.ts';
import { showBriefly, showInformation, showWarning } from '../notices.ts';
import { answerFor } from './meantPaper.ts';
import { openPdf } from './paperPdf.ts';
import { citationForm, paperMeantBy, toVscodeRange } from './paperRequests.ts';

/** The light bulb's entry for a record's key: see `codeAction.ts` of the server. */
const GIVE_KEY = { kind: 'refactor.rewrite.paperNotes.key', apply: 'first' };

/** The functions behind the commands, by command name. */
export function citationCommands(client: LanguageClient, edits: Pick<ChosenEdits, 'choose'>) {
	const onPaper =
		(act: (paper: PaperResponse, page?: unknown) => Promise<void>): Command =>
		async (key, uri, page) => {
			const paper = await answerFor(key, uri, (params) => paperMeantBy(client, params));
			if (paper) {
				await act(paper, page);
			}
		};
	return {
		'paperNotes.openOnline': onPaper(openOnline),
		'paperNotes.openPdf': onPaper(openPdf),
		'paperNotes.copyKey': onPaper(copyKey),
		'paperNotes.revealInCorpus': onPaper(revealInCorpus),
		'paperNotes.showAuthors': onPaper(showAuthors),
		'paperNotes.showCitations': (place?: unknown) => showCitations(client, place),
		'paperNotes.addRecord': async (additions?: unknown) => (await import('#rareCommands')).addRecord(client, additions),
		'paperNotes.giveKey': () => vscode.commands.executeCommand('editor.action.codeAction', GIVE_KEY),
		'paperNotes.openLiteratureNote': async (key?: unknown, uri?: unknown) =>
			(await import('#rareCommands')).openLiteratureNote(client, key, uri),
		'paperNotes.listUncited': async () => (await import('#rareCommands')).listUncited(client),
		'paperNotes.peekPaper': () => vscode.commands.executeCommand('editor.action.peekTypeDefinition'),
		'paperNotes.changeCitationForm': (place?: unknown) => changeCitationForm(client, edits, place),
		'paperNotes.convertCitations': () => convertCitations(client, edits),
		'paperNotes.copyLatex': async () => (await import('#rareCommands')).copyTypeset(client, 'latex'),
		'paperNotes.copyTypst': async () => (await import('#rareCommands')).copyTypeset(client, 'typst'),
		'paperNotes.copyFormatted': onPaper(async (paper) => (await import('#rareCommands')).copyFormatted(client, paper)),
		'paperNotes.insertCitation': (key?: unknown) => insertCitation(client, key),
	};
}

/** Opens the editor's list of the citations of the record at a place, as a lens above it does. */
async function showCitations(client: LanguageClient, given: unknown): Promise<void> {
	const { uri, range } = given as Place;
	const document = client.protocol2CodeConverter.asUri(uri);
	const position = toVscodeRange(range).start;
	const found: vscode.Location[] = await vscode.commands.executeCommand(
		'vscode.executeReferenceProvider',
		document,
		position,
	);
	const citations = found.filter((place) => place.uri.toString() !== document.toString());
	await vscode.commands.executeCommand('editor.action.showReferences', document, position, citations);
}

async function openOnline(paper: PaperResponse): Promise<void> {
	if (paper.url === undefined) {
		void showInformation(commandMessages.notOnline(paper.key));
		return;
	}
	await vscode.env.openExternal(vscode.Uri.parse(paper.url, true));
}

async function copyKey(paper: PaperResponse): Promise<void> {
	await vscode.env.clipboard.writeText(paper.key);
	showBriefly(commandMessages.copied(paper.key), 3000);
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

/** Lets the user choose a file if the paper is in several. */
async function chosenPlace(places: readonly Place[]): Promise<Place | undefined> {
	if (places.length <= 1) {
		return places[0];
	}
	const rows = places.map((place) => ({
		label: labelText(vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri))),
		description: commandMessages.line(place.range.start.line + 1),
		place,
	}));
	return (await vscode.window.showQuickPick(rows, { placeHolder: commandMessages.whichFile }))?.place;
}

/** Lists all authors, because a card shows only the first few. Choosing one searches for their papers. */
async function showAuthors({ key, paper, authors }: PaperResponse): Promise<void> {
	if (authors.length === 0) {
		void showInformation(commandMessages.noAuthors(key));
		return;
	}
	const rows = authors.map((author) => ({ label: labelText(author), author }));
	const row = await vscode.window.showQuickPick(rows, {
		title: labelText(commandMessages.authorsOf(typeof paper['title'] === 'string' ? paper['title'] : key)),
		placeHolder: commandMessages.searchByAuthor,
	});
	if (row) {
		await vscode.commands.executeCommand('paperNotes.searchPapers', `author:"${row.author.replaceAll('"', '')}"`);
	}
}

/** `place` comes from a link in a card. If the server does not know the place, nothing happens. */
async function changeCitationForm(
	client: LanguageClient,
	edits: Pick<ChosenEdits, 'choose'>,
	place: unknown,
): Promise<void> {
	const params = place as CitationFormParams | undefined;
	const note = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === params?.uri);
	const edit = params && (await freshAnswer(note, () => citationForm(client, params)));
	if (edit && 'refusal' in edit) {
		void showWarning(edit.refusal);
	} else if (edit) {
		const change = new vscode.WorkspaceEdit();
		change.replace(vscode.Uri.parse(params.uri), toVscodeRange(edit.range), edit.newText);
		edits.choose(change);
		await vscode.workspace.applyEdit(change);
		// Otherwise the card would stay under the mouse and offer the form that the citation has now.
		await vscode.commands.executeCommand('editor.action.hideHover');
	}
}

/**
 * With a key: cites the paper. Without: inserts an empty citation and opens its list, in the text instead of a dialog.
 */
async function insertCitation(client: LanguageClient, key: unknown): Promise<void> {
	const editor = activeNote();
	if (!editor) {
		void showInformation(commandMessages.openNoteToCite);
	} else if (typeof key === 'string') {
		await cite(client, editor, [key]);
	} else {
		await editor.insertSnippet(new vscode.SnippetString('@paper[$1]'));
		await vscode.commands.executeCommand('editor.action.triggerSuggest');
	}
}
