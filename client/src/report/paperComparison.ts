/** "Papers: Compare Papers": the sources of two records that may be one paper, side by side and read-only. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	type ListedRecord,
	type NearDuplicatesResponse,
	nearDuplicatesRequest,
	type RecordPair,
} from '../../../server/src/identityProtocol.ts';
import { commandMessages } from '../../../server/src/messages/commands.ts';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import { showInformation, showWarning } from '../notices.ts';
import { toVscodeRange } from '../papers/paperRequests.ts';
import { cutAtWord } from '../search/rowText.ts';
import { pairMeant } from './comparedRecords.ts';
import { applyLater } from './laterChange.ts';
import { mergePair } from './mergeRecords.ts';

const SCHEME = 'paper-notes-record';

/** In characters. The window cuts lines at its own edge; a broken title may be endless. */
const MAX_LENGTH = 200;

export function nearDuplicates(client: LanguageClient): Promise<NearDuplicatesResponse> {
	return client.sendRequest<NearDuplicatesResponse>(nearDuplicatesRequest, {});
}

/** A document that only shows text is read-only. */
export class PaperComparison implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #client: LanguageClient;
	readonly #registrations: readonly vscode.Disposable[];
	/** The texts of the open documents, by URI. */
	readonly #texts = new Map<string, string>();
	/** The records that the documents show. */
	readonly #pairs = new Map<string, RecordPair>();
	#shown = 0;

	constructor(client: LanguageClient) {
		this.#client = client;
		this.#registrations = [
			vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.#texts.delete(uri.toString());
				this.#pairs.delete(uri.toString());
			}),
		];
	}

	provideTextDocumentContent(uri: vscode.Uri): string {
		return this.#texts.get(uri.toString()) ?? '';
	}

	/** Shows the pair that `argument` names (`pairMeant`), or lets the user choose one. */
	async show(argument: unknown): Promise<void> {
		const { pairs } = await nearDuplicates(this.#client);
		const pair = argument === undefined ? await chosenPair(pairs) : pairMeant(pairs, argument);
		if (pair) {
			await this.#compare(pair);
		} else if (argument !== undefined) {
			void showInformation(commandMessages.noLongerDuplicates);
		}
	}

	/** Whether `document` is one of a pair that is shown; then its records are merged as the user says. */
	mergeShown(document: unknown): Promise<void> | undefined {
		const pair = this.#pairOf(document);
		return pair && mergePair(this.#client, pair);
	}

	/** Writes down that the records that are shown are one paper, or two. */
	async decide(kind: 'one' | 'two', document: unknown): Promise<void> {
		const pair = this.#pairOf(document);
		if (!pair) {
			void showInformation(commandMessages.noLongerDuplicates);
			return;
		}
		const [{ uri, key }, other] = pair;
		await applyLater(this.#client, uri, { kind: 'decide', facts: [{ kind, papers: [key, other.key] }] });
	}

	#pairOf(document: unknown): RecordPair | undefined {
		const { uri } = vscode.window.activeTextEditor?.document ?? {};
		const shown = document instanceof vscode.Uri ? document : uri;
		return shown && this.#pairs.get(shown.toString());
	}

	async #compare([one, other]: RecordPair): Promise<void> {
		try {
			const [left, right] = [await this.#documentOf(one), await this.#documentOf(other)];
			this.#pairs.set(left.toString(), [one, other]).set(right.toString(), [one, other]);
			const title = commandMessages.comparison(one.key, other.key);
			await vscode.commands.executeCommand('vscode.diff', left, right, cutAtWord(title, MAX_LENGTH));
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			void showWarning(commandMessages.notCompared(reason));
		}
	}

	/** A document with the record alone. Its name is that of the file, so that it has the file's colours. */
	async #documentOf({ uri, range }: ListedRecord): Promise<vscode.Uri> {
		const file = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
		this.#shown++;
		const name = file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1);
		const document = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#shown}/${name}` });
		this.#texts.set(document.toString(), file.getText(toVscodeRange(range)));
		return document;
	}

	dispose(): void {
		for (const registration of this.#registrations) {
			registration.dispose();
		}
	}
}

async function chosenPair(pairs: readonly RecordPair[]): Promise<RecordPair | undefined> {
	if (pairs.length === 0) {
		void showInformation(commandMessages.noDuplicates);
		return undefined;
	}
	const rows = pairs.map((pair) => ({ ...rowOf(pair), pair }));
	const options = { placeHolder: commandMessages.whichDuplicates, matchOnDescription: true, matchOnDetail: true };
	return (await vscode.window.showQuickPick(rows, options))?.pair;
}

function rowOf([one, other]: RecordPair): vscode.QuickPickItem {
	const files = new Set([one, other].map(({ uri }) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))));
	const texts = {
		label: commandMessages.bothKeys(one.key, other.key),
		description: [...files].join(', '),
		detail: one.title,
	};
	return {
		label: labelText(cutAtWord(texts.label, MAX_LENGTH)),
		description: labelText(texts.description),
		detail: labelText(cutAtWord(texts.detail, MAX_LENGTH)),
	};
}
