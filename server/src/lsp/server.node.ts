/** The server on Node: its connection is whatever the command line names (`--stdio`, `--node-ipc`, `--socket=`). */

// Before SQLite is loaded.
import '../workspace/quietSqlite.node.ts';
import {
	createConnection,
	LSPErrorCodes,
	Message,
	ProposedFeatures,
	type ResponseMessage,
} from 'vscode-languageserver/node';
import { serverMessages } from '../messages/server.ts';
import { openThreadedIndex } from '../workspace/corpusIndex.node.ts';
import { isReadable, nodeFiles } from '../workspace/files.node.ts';
import { homeFolder } from '../workspace/homeFolder.node.ts';
import { databasePath } from '../workspace/indexPlace.node.ts';
import { retryingIndex } from '../workspace/unreadFiles.ts';
import { serve } from './server.ts';

/** `program` is the file that the index's thread runs. */
export function serveNode(program: string): void {
	const connection = createConnection(ProposedFeatures.all, { cancelUndispatched });
	// One bug must not end the session. Node would end the process.
	process.on('unhandledRejection', (reason) => {
		connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
	});
	serve(connection, {
		files: nodeFiles,
		home: homeFolder(),
		openIndex: (place, onEvent) => {
			const path = databasePath(place);
			return retryingIndex((tell) => openThreadedIndex(program, { path, onEvent: tell }), { onEvent, isReadable });
		},
	});
}

/** A request that is cancelled before its turn comes is not worked on. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
	if (!Message.isRequest(message)) {
		return undefined;
	}
	const error = { code: LSPErrorCodes.RequestCancelled, message: serverMessages.cancelled };
	return { jsonrpc: '2.0', id: message.id, error };
}
