/** "Papers: Show Index Report": what is indexed and what is wrong with it, as a page of text with links. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	continueIndexingRequest,
	type ProblemsResponse,
	problemsRequest,
	rebuildRequest,
	type StatusResponse,
	type StatusSummary,
	statusRequest,
	stopIndexingRequest,
} from '../../server/src/protocol.ts';
import { type ReportLink, reportText } from './reportText.ts';

const SCHEME = 'paper-notes-report';

/** Without `.md`: what the report quotes from corpus files is no citation. */
const REPORT = vscode.Uri.from({ scheme: SCHEME, path: 'Paper Notes Index' });

/** Milliseconds between two readings of an open report while its content changes. */
const QUIET = 1000;

export function indexReportCommands(
	context: vscode.ExtensionContext,
	client: LanguageClient,
	onStatus: vscode.Event<StatusSummary>,
) {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	/** Of the report as it was made last. */
	let links: readonly ReportLink[] = [];
	const provideTextDocumentContent = async (): Promise<string> => {
		const [status, problems] = await Promise.all([
			client.sendRequest<StatusResponse>(statusRequest, {}),
			client.sendRequest<ProblemsResponse>(problemsRequest, {}),
		]);
		const severities = vscode.workspace.getConfiguration('paperNotes.diagnostics');
		const report = reportText({
			status,
			problems,
			severityOf: (code) => severities.get<string>(code) ?? '',
			named: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
		});
		links = report.links;
		return report.text;
	};
	context.subscriptions.push(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
			onDidChange: changed.event,
			provideTextDocumentContent,
		}),
		vscode.languages.registerDocumentLinkProvider(
			{ scheme: SCHEME },
			{ provideDocumentLinks: () => links.map(toDocumentLink) },
		),
		onStatus(soon(() => changed.fire(REPORT))),
	);
	return {
		'paperNotes.showIndexReport': showReport,
		'paperNotes.stopIndexing': () => client.sendRequest(stopIndexingRequest, {}),
		'paperNotes.continueIndexing': () => client.sendRequest(continueIndexingRequest, {}),
		'paperNotes.rebuildIndex': () => client.sendRequest(rebuildRequest, {}),
	};
}

/** Runs `act` once for all calls within a while. */
function soon(act: () => void): () => void {
	let isWaiting = false;
	return () => {
		if (!isWaiting) {
			isWaiting = true;
			setTimeout(() => {
				isWaiting = false;
				act();
			}, QUIET);
		}
	};
}

function toDocumentLink({ line, character, length, target }: ReportLink): vscode.DocumentLink {
	const file = vscode.Uri.parse(target.uri);
	const place = target.line === undefined ? file : file.with({ fragment: `L${target.line + 1}` });
	return new vscode.DocumentLink(new vscode.Range(line, character, line, character + length), place);
}

async function showReport(): Promise<void> {
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(REPORT), { preview: true });
}
