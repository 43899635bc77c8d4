/** Changes of several files that the server works out when someone chooses them. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/**
 * Carries out the change `later` of the code actions, which is offered in the file `uri`, as one step to undo. Whether it was
 * done; also true where the server has said why there is nothing to do.
 */
export async function applyLater(client: LanguageClient, uri: string, later: object): Promise<boolean> {
	const action = { title: '', data: { uri, later } };
	const { edit } = await client.sendRequest<{ edit?: object }>('codeAction/resolve', action);
	const change = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
	return !change || change.size === 0 || vscode.workspace.applyEdit(change, { isRefactoring: true });
}
