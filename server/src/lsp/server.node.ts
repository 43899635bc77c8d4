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
import type { Render } from '../citeproc/rendering.ts';
import { disk } from '../files/disk.node.ts';
import { homeFolder } from '../files/homeFolder.node.ts';
import { databasePath } from '../indexing/databasePath.node.ts';
import { openDriver } from '../indexing/driver.ts';
import { nodeHost } from '../indexing/driverHost.node.ts';
import { retryingIndex } from '../indexing/retryingIndex.ts';
import { isAnyThreadStuck } from '../indexing/threadEnd.node.ts';
import { serverMessages } from '../messages/server.ts';
import { serve } from './server.ts';

/** The programs of the server's threads, and the folder of the citation styles. */
export interface ServerPrograms {
	readonly index: string;
	readonly render: string;
	readonly styles: string;
}

export function serveNode(programs: ServerPrograms): void {
	const connection = createConnection(ProposedFeatures.all, { cancelUndispatched });
	// One bug must not end the session, but by default Node ends the process.
	process.on('unhandledRejection', (reason) => {
		connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
	});
	endDespiteWaiting();
	serve(connection, {
		files: disk,
		home: homeFolder(),
		render: lateRenderer(programs),
		openIndex: (place, onEvent) => {
			const path = databasePath(place);
			return retryingIndex((tell) => openDriver(nodeHost(programs.index, path), tell), {
				onEvent,
				isReadable: disk.isReadable,
			});
		},
	});
}

/** Most sessions render nothing. */
function lateRenderer({ render: program, styles: folder }: ServerPrograms): Render {
	let render: Render | undefined;
	return async (order) => {
		const { renderer } = await import('#rendering');
		render ??= renderer({ program, folder });
		return render(order);
	};
}

/** Milliseconds after which a request to the disk may be one that never ends. */
const STUCK_MS = 1000;

/**
 * Node ends only when all its threads have, and one that waits for a disk that is away never does. The system ends them
 * all.
 */
function endDespiteWaiting(): void {
	process.on('exit', () => {
		if (isAnyThreadStuck() || disk.waitingMs() > STUCK_MS) {
			process.kill(process.pid);
		}
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
