/** The notes in the Markdown preview: a bundle of its own, which is loaded with the first preview. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type RenderParams, type RenderResponse, renderRequest } from '../../../server/src/renderProtocol.ts';
import { addCitationRules } from './citationRules.ts';
import type { MarkdownIt } from './markdownIt.ts';

/** Milliseconds between two refreshes at least. */
const REFRESH_MS = 150;

/** Milliseconds after which an unfinished list, or one made while the papers are being read, is asked for again. */
const ASK_AGAIN_MS = 300;

interface Known {
	/** The version of the document that was asked for last. */
	version: number;
	note: RenderResponse | undefined;
	isAsked: boolean;
}

/** VS Code makes its parser anew when extensions come or go, and calls this for each one. */
let saved: vscode.Disposable | undefined;

export function extendMarkdownIt(md: MarkdownIt, client: () => Promise<LanguageClient>): MarkdownIt {
	const known = new Map<string, Known>();
	let isDue = false;
	const refreshSoon = (): void => {
		if (!isDue) {
			isDue = true;
			setTimeout(() => {
				isDue = false;
				void vscode.commands.executeCommand('markdown.preview.refresh');
			}, REFRESH_MS);
		}
	};
	const ask = async (uri: vscode.Uri, one: Known): Promise<void> => {
		// The server renders what the editor has open.
		const document = await vscode.workspace.openTextDocument(uri);
		one.version = document.version;
		const params: RenderParams = { uri: uri.toString() };
		const note = await (await client()).sendRequest<RenderResponse | null>(renderRequest, params);
		if (note && JSON.stringify(note) !== JSON.stringify(one.note)) {
			one.note = note;
			refreshSoon();
		}
		if (note && !note.isComplete && isPreviewOpen()) {
			setTimeout(() => void askOnce(uri, one), ASK_AGAIN_MS);
		}
	};
	const askOnce = async (uri: vscode.Uri, one: Known): Promise<void> => {
		if (!one.isAsked) {
			one.isAsked = true;
			await ask(uri, one).catch(() => undefined);
			one.isAsked = false;
		}
	};
	// What was saved may be a library or a style.
	saved?.dispose();
	saved = vscode.workspace.onDidSaveTextDocument(() => {
		for (const one of known.values()) {
			one.version = -1;
		}
		void (isPreviewOpen() && refreshSoon());
	});
	addCitationRules(md, (document) => {
		if (!(document instanceof vscode.Uri)) {
			return undefined;
		}
		const one = known.get(document.toString()) ?? { version: -1, note: undefined, isAsked: false };
		known.set(document.toString(), one);
		const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.toString());
		if (open?.version !== one.version) {
			void askOnce(document, one);
		}
		return one.note;
	});
	return md;
}

function isPreviewOpen(): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(
		({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'),
	);
}
