/** The server on Node. The command line chooses its connection (`--stdio`, `--node-ipc`, `--socket=`). */

// Must run before SQLite is loaded.
import '../indexing/quietSqlite.node.ts';
import {
	createConnection,
	LSPErrorCodes,
	Message,
	ProposedFeatures,
	type ResponseMessage,
} from 'vscode-languageserver/node';
import { isReadable, nodeFiles } from '../files/files.node.ts';
import { homeFolder } from '../files/homeFolder.node.ts';
import { databasePath } from '../indexing/databasePath.node.ts';
import { openDriver } from '../indexing/driver.ts';
import { nodeHost } from '../indexing/driverHost.node.ts';
import { retryingIndex } from '../indexing/retryingIndex.ts';
import { serverMessages } from '../messages/server.ts';
import { serve } from './server.ts';

/** `program` is the file that the index thread runs. */
export function serveNode(program: string): void {
	const connection = createConnection(ProposedFeatures.all, { cancelUndispatched });
	// One bug must not end the session, but by default Node ends the process.
	process.on('unhandledRejection', (reason) => {
		connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
	});
	serve(connection, {
		files: nodeFiles,
		home: homeFolder(),
		openIndex: (place, onEvent) => {
			const path = databasePath(place);
			return retryingIndex((tell) => openDriver(nodeHost(program, path), tell), { onEvent, isReadable });
		},
	});
}

/** A request that is cancelled before it is dispatched is not processed. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
	if (!Message.isRequest(message)) {
		return undefined;
	}
	const error = { code: LSPErrorCodes.RequestCancelled, message: serverMessages.cancelled };
	return { jsonrpc: '2.0', id: message.id, error };
}
