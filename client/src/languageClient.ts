/** The connection to the server: which documents it sees, and what its cards may link to. */

import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { configuration } from './library/librarySettings.ts';
import { restingDiagnostics } from './restingDiagnostics.ts';
import { serverEnvironment } from './serverEnvironment.ts';

/** The languages that notes are written in. */
export const NOTE_LANGUAGES = ['markdown', 'quarto', 'rmd', 'mdx'];

/** Corpus files that people edit; the server sorts out which of them are part of the corpus. */
const CORPUS_FILES = '**/*.{bib,bibtex,ris,nbib,enw,json,jsonl,yaml,yml,xml,atom,txt}';

/** The only commands a card may run: each opens, copies or shows one paper. */
const CARD_COMMANDS = ['paperNotes.openOnline', 'paperNotes.copyKey', 'paperNotes.revealInCorpus'];

function compiledCode({ globalStorageUri }: vscode.ExtensionContext): string {
	return vscode.Uri.joinPath(globalStorageUri, 'compiled').fsPath;
}

export function createClient(context: vscode.ExtensionContext): LanguageClient {
	const server = {
		module: context.asAbsolutePath('dist/server.js'),
		transport: TransportKind.ipc,
		options: { env: serverEnvironment(compiledCode(context)) },
	};
	const resting = restingDiagnostics();
	const options: LanguageClientOptions = {
		documentSelector: [
			...NOTE_LANGUAGES.map((language) => ({ language })),
			{ language: 'bibtex' },
			{ scheme: 'file', pattern: CORPUS_FILES },
		],
		initializationOptions: {
			editor: 'vscode',
			storagePath: (context.storageUri ?? context.globalStorageUri).fsPath,
		},
		diagnosticCollectionName: 'paper-notes',
		diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
		markdown: { isTrusted: { enabledCommands: CARD_COMMANDS }, supportHtml: false },
		middleware: { ...resting.middleware, workspace: { configuration } },
		outputChannel: vscode.window.createOutputChannel('Paper Notes', { log: true }),
	};
	const client = new LanguageClient('paperNotes', 'Paper Notes', server, options);
	resting.watch(context, client);
	return client;
}
