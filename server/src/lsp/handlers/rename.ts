/** Renames a paper's key everywhere. */

import {
	LSPErrorCodes,
	PrepareRenameRequest,
	type RenameParams,
	RenameRequest,
	ResponseError,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameTarget } from '../../features/renaming/renameTarget.ts';
import { noticeText } from '../../messages/foreignText.ts';
import { renamingLabels } from '../../messages/renaming.ts';
import { answer, type Handler, mustBeOpen, placeOf } from '../answering.ts';
import { ignoreRefusal } from '../clientAnswers.ts';
import { toRange } from '../convert.ts';
import { renameEdit } from '../renameEdit.ts';
import type { Session } from '../session.ts';

export const rename: Handler = {
	capability: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
	listen: listenForRenames,
};

function listenForRenames(session: Session): void {
	const { workspace, connection } = session;

	answer(session, PrepareRenameRequest.type, null, (params) => {
		const at = placeOf(session, params);
		const target = at && renameTarget(workspace, at.document.uri, at.offset);
		return target ? { range: toRange(at.document, target.span), placeholder: target.placeholder } : null;
	});

	connection.onRequest(RenameRequest.type, async (params) => {
		mustBeOpen(session);
		session.index.yieldToRequests();
		session.index.catchUp();
		const outcome = await renamed(session, params).catch((error: unknown) => {
			connection.console.error(`${RenameRequest.method}: ${error instanceof Error ? error.stack : String(error)}`);
			return { refusal: renamingLabels.failed };
		});
		return outcome && 'refusal' in outcome ? refused(session, outcome.refusal) : session.documents.respelled(outcome);
	});
}

async function renamed(session: Session, params: RenameParams) {
	const { renamePlan } = await import('#rareFeatures');
	const at = placeOf(session, params);
	const plan = at && renamePlan(session.workspace, { uri: at.document.uri, offset: at.offset }, params.newName);
	return plan && ('refusal' in plan ? plan : await renameEdit(session, plan));
}

/**
 * Reports why nothing is renamed, without an error that would make VS Code rename the citation as a link: see
 * `ClientSupport.errorsAskOthers`.
 */
function refused({ connection, client }: Session, reason: string): WorkspaceEdit {
	const message = noticeText(reason);
	if (!client.errorsAskOthers) {
		throw new ResponseError(LSPErrorCodes.RequestFailed, message);
	}
	// Without a button, VS Code shows only the first line; the second line says what to do.
	connection.window.showWarningMessage(message, { title: renamingLabels.understood }).catch(ignoreRefusal);
	return { changes: {} };
}
