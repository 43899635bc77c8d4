/** The call hierarchy of papers and notes. */

import {
	CallHierarchyIncomingCallsRequest,
	type CallHierarchyItem,
	CallHierarchyOutgoingCallsRequest,
	CallHierarchyPrepareRequest,
	SymbolKind,
} from 'vscode-languageserver';
import type { CallItem, CallSubject } from '../../features/navigation/paperCalls.ts';
import { answerRarely, type Handler, placeOf } from '../answering.ts';
import { canonicalUri } from '../documents.ts';
import { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

export const callHierarchy: Handler = {
	capability: ({ calls }) => (calls ? { callHierarchyProvider: true } : {}),
	listen(session) {
		const { workspace } = session;
		answerRarely(session, CallHierarchyPrepareRequest.type, ({ callItemsAt }, params) => {
			const at = placeOf(session, params);
			return at ? callItemsAt(workspace, at).map(toItem) : null;
		});
		answerRarely(session, CallHierarchyIncomingCallsRequest.type, ({ incomingCalls }, { item }) =>
			incomingCalls(workspace, subjectOf(session, item)).map((call) => ({
				from: toItem(call.item),
				fromRanges: [...call.ranges],
			})),
		);
		answerRarely(session, CallHierarchyOutgoingCallsRequest.type, ({ outgoingCalls }, { item }) =>
			outgoingCalls(workspace, subjectOf(session, item)).map((call) => ({
				to: toItem(call.item),
				fromRanges: [...call.ranges],
			})),
		);
	},
};

function toItem({ name, detail, uri, range, selection, subject }: CallItem): CallHierarchyItem {
	const kind = 'note' in subject ? SymbolKind.File : SymbolKind.Key;
	return { name, detail, kind, uri, range, selectionRange: selection, data: subject };
}

/** The client sends back what it got, with its own spelling of uris. */
function subjectOf(session: Session, { data }: CallHierarchyItem): CallSubject {
	const params = new OwnParams(session, data);
	const [note, keyIn] = ['note', 'keyIn'].map((name) => {
		const uri = params.text(name);
		return uri === undefined ? undefined : canonicalUri(uri, session.files);
	});
	return note === undefined ? { key: params.text('key') ?? '', keyIn } : { note };
}
