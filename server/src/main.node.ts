/** The server as a program of Node: `node dist/server.js --stdio`, and started anew as the thread that builds the index. */

import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { serveNode } from './lsp/server.node.ts';
import { buildIndexInThread } from './workspace/indexThread.node.ts';

if (isMainThread) {
	// Answers and batches are short-lived: left alone, each thread lets a hundred megabytes of them pile up before it looks.
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--heap-growing-percent=25');
	serveNode(import.meta.filename);
} else {
	buildIndexInThread();
}
