/** The server as a program of Node: `node dist/server.js --stdio`, and started anew as the thread that builds the index. */

import { isMainThread } from 'node:worker_threads';
import { serveNode } from './lsp/server.node.ts';
import { buildIndexInThread } from './workspace/indexThread.node.ts';

if (isMainThread) {
	serveNode(import.meta.filename);
} else {
	buildIndexInThread();
}
