/** "Papers: Show Index Report": what is indexed and what is wrong with it, as a page with links. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { reportMessages } from '../../../server/src/messages/report.ts';
import {
	continueIndexingRequest,
	type ProblemsResponse,
	problemsRequest,
	rebuildRequest,
	type StatusResponse,
	type StatusSummary,
	statusRequest,
	stopIndexingRequest,
} from '../../../server/src/protocol.ts';
import { OPEN_PLACE, REPORT_COMMANDS, reportBody, reportedUris } from './reportBody.ts';
import { reportPage } from './reportPage.ts';

/** Milliseconds between two readings of an open report while its content changes. */
const THROTTLE_MS = 1000;

export function indexReportCommands(
	context: vscode.ExtensionContext,
	client: LanguageClient,
	onStatus: vscode.Event<StatusSummary>,
) {
	const report = new IndexReport(client);
	context.subscriptions.push(
		report,
		vscode.commands.registerCommand(OPEN_PLACE, (uri: unknown, line: unknown) => report.openPlace(uri, line)),
		onStatus(soon(() => report.refresh())),
	);
	return {
		'paperNotes.showIndexReport': () => report.show(),
		'paperNotes.stopIndexing': () => client.sendRequest(stopIndexingRequest, {}),
		'paperNotes.continueIndexing': () => client.sendRequest(continueIndexingRequest, {}),
		'paperNotes.rebuildIndex': () => client.sendRequest(rebuildRequest, {}),
	};
}

/** Runs `act` once for all calls within a while. */
function soon(act: () => Promise<void>): () => void {
	let isWaiting = false;
	return () => {
		if (!isWaiting) {
			isWaiting = true;
			setTimeout(() => {
				isWaiting = false;
				void act();
			}, THROTTLE_MS);
		}
	};
}

/** One page at most. A window that is opened again begins without it: it tells of this moment. */
class IndexReport implements vscode.Disposable {
	readonly #client: LanguageClient;
	#panel: vscode.WebviewPanel | undefined;
	/** The body that the page was given last. */
	#shown = '';
	/** The files that it leads to; no others are opened. */
	#uris: ReadonlySet<string> = new Set();

	constructor(client: LanguageClient) {
		this.#client = client;
	}

	show(): void {
		if (this.#panel) {
			this.#panel.reveal();
			return;
		}
		const panel = vscode.window.createWebviewPanel(
			'paperNotes.indexReport',
			reportMessages.title,
			vscode.ViewColumn.Active,
			{ enableScripts: true, enableCommandUris: REPORT_COMMANDS, enableFindWidget: true, localResourceRoots: [] },
		);
		this.#panel = panel;
		panel.onDidDispose(() => {
			this.#panel = undefined;
		});
		// The page is made anew each time it comes into view, and then says that it is ready.
		panel.webview.onDidReceiveMessage(() => {
			this.#shown = '';
			void this.refresh();
		});
		panel.webview.html = reportPage(crypto.randomUUID().replaceAll('-', ''));
	}

	/** Gives the page what is true by now; nothing happens where it shows that already. */
	async refresh(): Promise<void> {
		if (!this.#panel?.visible) {
			return;
		}
		const [status, problems] = await Promise.all([
			this.#client.sendRequest<StatusResponse>(statusRequest, {}),
			this.#client.sendRequest<ProblemsResponse>(problemsRequest, {}),
		]);
		const severities = vscode.workspace.getConfiguration('paperNotes.diagnostics');
		const body = reportBody({
			status,
			problems,
			severityOf: (code) => severities.get<string>(code) ?? '',
			named: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
		}).text;
		this.#uris = reportedUris({ status, problems });
		if (body !== this.#shown) {
			this.#shown = body;
			await this.#panel?.webview.postMessage(body);
		}
	}

	/** Links come with arguments that a page could have made up: only files that the report names are opened. */
	async openPlace(uri: unknown, line: unknown): Promise<void> {
		if (typeof uri === 'string' && this.#uris.has(uri)) {
			const place = new vscode.Position(typeof line === 'number' ? line : 0, 0);
			await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(place, place) });
		}
	}

	dispose(): void {
		this.#panel?.dispose();
	}
}
