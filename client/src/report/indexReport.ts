/** The commands about the index. The windows that show it are loaded with the first of them. */

import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	continueIndexingRequest,
	rebuildRequest,
	type StatusSummary,
	stopIndexingRequest,
} from '../../../server/src/protocol.ts';
import type { reportWindows } from './reportWindows.ts';

export function indexReportCommands(
	context: vscode.ExtensionContext,
	client: LanguageClient,
	onStatus: vscode.Event<StatusSummary>,
) {
	let opened: Promise<ReturnType<typeof reportWindows>> | undefined;
	const windows = () => {
		opened ??= import('#rareCommands').then((rare) => rare.reportWindows(context, client, onStatus));
		return opened;
	};
	return {
		'paperNotes.showIndexReport': async () => (await windows()).report.show(),
		'paperNotes.comparePapers': async (pair?: unknown) => (await windows()).comparison.show(pair),
		'paperNotes.mergeRecords': async (records?: unknown) =>
			(await windows()).comparison.mergeShown(records) || (await import('#rareCommands')).mergeRecords(client, records),
		'paperNotes.onePaper': async (document?: unknown) => (await windows()).comparison.decide('one', document),
		'paperNotes.twoPapers': async (document?: unknown) => (await windows()).comparison.decide('two', document),
		'paperNotes.stopIndexing': () => client.sendRequest(stopIndexingRequest, {}),
		'paperNotes.continueIndexing': () => client.sendRequest(continueIndexingRequest, {}),
		'paperNotes.rebuildIndex': () => client.sendRequest(rebuildRequest, {}),
	};
}
