/** "Papers: Show Index Report": every corpus file with what was found in it, as a page of text with links. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	continueIndexingRequest,
	rebuildRequest,
	type StatusResponse,
	type StatusSummary,
	statusRequest,
	stopIndexingRequest,
} from '../../server/src/protocol.ts';
import { reportText } from './reportText.ts';

const SCHEME = 'paper-notes-report';
const REPORT = vscode.Uri.from({ scheme: SCHEME, path: 'Paper Notes Index.md' });

export function indexReportCommands(
	context: vscode.ExtensionContext,
	client: LanguageClient,
	onStatus: vscode.Event<StatusSummary>,
) {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	/** The files of the report by the name that it gives them. */
	const files = new Map<string, vscode.Uri>();
	const provideTextDocumentContent = async (): Promise<string> => {
		const status = await client.sendRequest<StatusResponse>(statusRequest, {});
		files.clear();
		return reportText(status, (uri) => {
			const file = vscode.Uri.parse(uri);
			const name = vscode.workspace.asRelativePath(file);
			files.set(name, file);
			return name;
		});
	};
	context.subscriptions.push(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
			onDidChange: changed.event,
			provideTextDocumentContent,
		}),
		vscode.languages.registerDocumentLinkProvider(
			{ scheme: SCHEME },
			{ provideDocumentLinks: (page) => linksIn(page, files) },
		),
		onStatus(() => changed.fire(REPORT)),
	);
	return {
		'paperNotes.showIndexReport': showReport,
		'paperNotes.stopIndexing': () => client.sendRequest(stopIndexingRequest, {}),
		'paperNotes.continueIndexing': () => client.sendRequest(continueIndexingRequest, {}),
		'paperNotes.rebuildIndex': () => client.sendRequest(rebuildRequest, {}),
	};
}

/** Each row of the report, `- papers/classics.bib: BibTeX, 19 papers.`, leads to its file. */
function linksIn(page: vscode.TextDocument, files: ReadonlyMap<string, vscode.Uri>): vscode.DocumentLink[] {
	return page
		.getText()
		.split('\n')
		.flatMap((line, number) => {
			const name = line.startsWith('- ') ? line.slice(2, line.lastIndexOf(': ')) : '';
			const [known] = [...files.keys()].filter((file) => name === file || name.startsWith(`${file}: `));
			const target = known === undefined ? undefined : files.get(known);
			const range = new vscode.Range(number, 2, number, 2 + (known?.length ?? 0));
			return target ? [new vscode.DocumentLink(range, target)] : [];
		});
}

async function showReport(): Promise<void> {
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(REPORT), { preview: true });
}
