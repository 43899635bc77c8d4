/** The windows that show what is indexed: the report's page, and two records side by side. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { NearDuplicatesResponse } from '../../../server/src/identityProtocol.ts';
import { reportMessages } from '../../../server/src/messages/report.ts';
import {
	type ProblemsResponse,
	problemsRequest,
	type StatusResponse,
	type StatusSummary,
	statusRequest,
} from '../../../server/src/protocol.ts';
import { nearDuplicates, PaperComparison } from './paperComparison.ts';
import { OPEN_PLACE, REPORT_COMMANDS, reportBody, reportedUris } from './reportBody.ts';
import { reportPage } from './reportPage.ts';

const NOT_SEARCHED: NearDuplicatesResponse = { pairs: [], count: 0, isComplete: true };

/** Minimum milliseconds between two updates of an open report. */
const THROTTLE_MS = 1000;

/** Registers what both windows need, once. */
export function reportWindows(
	context: vscode.ExtensionContext,
	client: LanguageClient,
	onStatus: vscode.Event<StatusSummary>,
) {
	const report = new IndexReport(client);
	const comparison = new PaperComparison(client);
	context.subscriptions.push(
		report,
		comparison,
		vscode.commands.registerCommand(OPEN_PLACE, (uri: unknown, line: unknown) => report.openPlace(uri, line)),
		onStatus(soon(() => report.refresh())),
	);
	return { report, comparison };
}

/** Combines all calls within a while into one run of `act`. */
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

/** At most one page is open. A reopened window starts without it, because the report describes the current moment. */
class IndexReport implements vscode.Disposable {
	readonly #client: LanguageClient;
	#panel: vscode.WebviewPanel | undefined;
	/** The body last sent to the page. */
	#shown = '';
	/** The files that the page links to. No others may be opened. */
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
		// The page is recreated each time it becomes visible, and then reports that it is ready.
		panel.webview.onDidReceiveMessage(() => {
			this.#shown = '';
			void this.refresh();
		});
		panel.webview.html = reportPage(crypto.randomUUID().replaceAll('-', ''));
	}

	/** Sends the page the current report, unless it shows that already. */
	async refresh(): Promise<void> {
		if (!this.#panel?.visible) {
			return;
		}
		const status = await this.#client.sendRequest<StatusResponse>(statusRequest, {});
		const [problems, duplicates] = await Promise.all([
			this.#client.sendRequest<ProblemsResponse>(problemsRequest, {}),
			// A search through all records would have to be repeated for each batch that is indexed.
			status.indexing ? NOT_SEARCHED : nearDuplicates(this.#client),
		]);
		const severities = vscode.workspace.getConfiguration('paperNotes.diagnostics');
		const body = reportBody({
			status,
			problems,
			duplicates,
			severityOf: (code) => severities.get<string>(code) ?? '',
			named: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
		}).text;
		this.#uris = reportedUris({ status, problems, duplicates });
		if (body !== this.#shown) {
			this.#shown = body;
			await this.#panel?.webview.postMessage(body);
		}
	}

	/** A link's arguments could be forged by a page, so only files that the report names are opened. */
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
