/** "Papers: Merge Records": two records of one paper become one, field by field as the user says. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	type Merger,
	type MergersParams,
	type MergersResponse,
	mergersRequest,
	type NamedRecord,
	type RecordDifferencesResponse,
	recordDifferencesRequest,
} from '../../../server/src/identityProtocol.ts';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import { mergingMessages } from '../../../server/src/messages/merging.ts';
import { showInformation, showWarning } from '../notices.ts';
import { cutAtWord } from '../search/rowText.ts';
import { applyLater } from './laterChange.ts';

/** In characters. The window cuts lines at its own edge; an abstract may be endless. */
const MAX_LENGTH = 300;

/** Merges what the light bulb names, or a record of the paper at the cursor. */
export async function mergeRecords(client: LanguageClient, argument: unknown): Promise<void> {
	const merger = isMerger(argument) ? argument : await chosenMerger(await mergersAtCursor(client));
	if (merger) {
		await merge(client, merger);
	}
}

/** Merges two records after the user has said which of them stays. */
export async function mergePair(client: LanguageClient, pair: readonly [NamedRecord, NamedRecord]): Promise<void> {
	const [one, other] = pair;
	const merger = await chosenMerger([
		{ kept: named(one), merged: named(other) },
		{ kept: named(other), merged: named(one) },
	]);
	if (merger) {
		await merge(client, merger);
	}
}

function named({ uri, key }: NamedRecord): NamedRecord {
	return { uri, key };
}

async function mergersAtCursor(client: LanguageClient): Promise<readonly Merger[]> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) {
		return [];
	}
	const params: MergersParams = { uri: editor.document.uri.toString(), position: editor.selection.active };
	const { mergers } = await client.sendRequest<MergersResponse>(mergersRequest, params);
	// Either record may stay.
	return mergers.flatMap(({ kept, merged }) => [
		{ kept, merged },
		{ kept: merged, merged: kept },
	]);
}

async function chosenMerger(mergers: readonly Merger[]): Promise<Merger | undefined> {
	if (mergers.length === 0) {
		void showInformation(mergingMessages.noRecord);
		return undefined;
	}
	const rows = mergers.map((merger) => ({
		label: labelText(merger.kept.key),
		description: labelText(vscode.workspace.asRelativePath(vscode.Uri.parse(merger.kept.uri))),
		detail: labelText(mergingMessages.label(merger.merged.key, merger.kept.key)),
		merger,
	}));
	return (await vscode.window.showQuickPick(rows, { placeHolder: mergingMessages.whichStays }))?.merger;
}

/** The server says why it changes nothing. */
async function merge(client: LanguageClient, { kept, merged }: Merger): Promise<void> {
	const differences = await client.sendRequest<RecordDifferencesResponse | null>(recordDifferencesRequest, {
		kept,
		merged,
	});
	const taken = await takenFields(merged.key, differences?.fields ?? []);
	if (taken && !(await applyLater(client, kept.uri, { kind: 'mergeRecords', kept, merged, taken }))) {
		void showWarning(mergingMessages.notMerged);
	}
}

/** The names of the fields in which the record that goes is right; undefined if the user has changed their mind. */
async function takenFields(
	merged: string,
	fields: RecordDifferencesResponse['fields'],
): Promise<readonly string[] | undefined> {
	if (fields.length === 0) {
		return [];
	}
	const shown = (text: string): string => cutAtWord(text === '' ? mergingMessages.empty : text, MAX_LENGTH);
	const rows = fields.map(({ name, kept, other }) => ({
		label: name,
		description: labelText(shown(kept)),
		detail: labelText(mergingMessages.otherSays(merged, shown(other))),
		name,
	}));
	const placeHolder = mergingMessages.whichFields(merged);
	const chosen = await vscode.window.showQuickPick(rows, { canPickMany: true, placeHolder, ignoreFocusOut: true });
	return chosen?.map(({ name }) => name);
}

function isMerger(argument: unknown): argument is Merger {
	return typeof argument === 'object' && argument !== null && 'kept' in argument && 'merged' in argument;
}
