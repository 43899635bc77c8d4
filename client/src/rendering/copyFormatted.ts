/** Copies a paper as the bibliography of a note would list it. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { renderingCommandMessages } from '../../../server/src/messages/rendering.ts';
import type { PaperResponse } from '../../../server/src/protocol.ts';
import {
	type FormattedPaperParams,
	type FormattedPaperResponse,
	formattedPaperRequest,
} from '../../../server/src/renderProtocol.ts';
import { activeNote } from '../citing/citing.ts';
import { showBriefly, showWarning } from '../notices.ts';

/** Copies it in the style of the note in the editor, which may be none. */
export async function copyFormatted(client: LanguageClient, { key }: PaperResponse): Promise<void> {
	const params: FormattedPaperParams = { key, uri: activeNote()?.document.uri.toString() ?? '' };
	const formatted = await client.sendRequest<FormattedPaperResponse | null>(formattedPaperRequest, params);
	if (!formatted) {
		void showWarning(renderingCommandMessages.failed);
		return;
	}
	await vscode.env.clipboard.writeText(formatted.entry);
	if (formatted.problem === undefined) {
		showBriefly(renderingCommandMessages.copied, 3000);
	} else {
		void showWarning(formatted.problem);
	}
}
