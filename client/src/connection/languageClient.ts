/** The connection to the server: which documents the server sees, and which commands its cards may link to. */

import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { serverMessages } from '../../../server/src/messages/server.ts';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { configuration } from '../library/librarySettings.ts';
import { type ChosenEdits, chosenEdits } from '../list/chosenEdits.ts';
import { watchCitationAtCursor } from '../list/citationAtCursor.ts';
import { tellCursorLeft } from '../list/cursorLeft.ts';
import { listKeeper } from '../list/listKeeper.ts';
import { tickingHover } from '../walkthrough/walkthroughSteps.ts';
import { renaming } from './renaming.ts';
import { serverEnvironment } from './serverEnvironment.ts';

/** Corpus files that people edit. The server decides which of them belong to the corpus. */
const CORPUS_FILES = '**/*.{bib,bibtex,ris,nbib,enw,json,jsonl,yaml,yml,xml,atom,txt}';

/**
 * The only commands that a card may run. Each works on the paper with the given key; the last one on the citation under
 * the card.
 */
const CARD_COMMANDS = [
	'paperNotes.openPdf',
	'paperNotes.copyKey',
	'paperNotes.openLiteratureNote',
	'paperNotes.revealInCorpus',
	'paperNotes.showAuthors',
	'paperNotes.changeCitationForm',
];

function compiledCode({ globalStorageUri }: vscode.ExtensionContext): string {
	return vscode.Uri.joinPath(globalStorageUri, 'compiled').fsPath;
}

export interface NoteClient {
	readonly client: LanguageClient;
	/** Called when Escape closes the list of papers. */
	readonly closeList: () => void;
	/** Called when Ctrl+Space opens it again. */
	readonly openList: () => void;
	/** Is told of an edit before it is applied, because nobody wants the list to open after it. */
	readonly edits: Pick<ChosenEdits, 'choose'>;
}

export function createClient(context: vscode.ExtensionContext): NoteClient {
	const server = {
		module: context.asAbsolutePath('dist/server.js'),
		transport: TransportKind.ipc,
		options: { env: serverEnvironment(compiledCode(context)) },
	};
	const citations = watchCitationAtCursor();
	const edits = chosenEdits();
	const list = listKeeper(citations, edits);
	const options: LanguageClientOptions = {
		documentSelector: [
			...NOTE_LANGUAGES.map((language) => ({ language })),
			{ language: 'bibtex' },
			{ scheme: 'file', pattern: CORPUS_FILES },
		],
		initializationOptions: {
			editor: 'vscode',
			cursorLeft: true,
			storagePath: (context.storageUri ?? context.globalStorageUri).fsPath,
		},
		diagnosticCollectionName: 'paper-notes',
		diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
		markdown: { isTrusted: { enabledCommands: CARD_COMMANDS }, supportHtml: false },
		middleware: {
			...list.middleware,
			...renaming(edits),
			...edits.middleware,
			...tickingHover,
			workspace: { configuration },
		},
		outputChannel: vscode.window.createOutputChannel(serverMessages.product, { log: true }),
	};
	const client = new LanguageClient('paperNotes', serverMessages.product, server, options);
	context.subscriptions.push(citations, list, tellCursorLeft(client, citations));
	return { client, closeList: list.closeList, openList: list.openList, edits };
}
