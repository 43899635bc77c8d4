/** The language server: answers a client; its index is built by a thread that runs `indexThread.js`. */

import { join } from 'node:path';
import { serveNode } from './lsp/server.node.ts';

serveNode({
	index: join(import.meta.dirname, 'indexThread.js'),
	render: join(import.meta.dirname, 'renderThread.js'),
	styles: join(import.meta.dirname, 'styles'),
});
