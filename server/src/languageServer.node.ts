/** The language server: answers a client; its index is built by a thread that runs `indexThread.js`. */

import { join } from 'node:path';
import { serveNode } from './lsp/server.node.ts';

serveNode(join(import.meta.dirname, 'indexThread.js'));
