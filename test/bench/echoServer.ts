/** A server that does nothing: it answers a request over stdio with `null`, so that the way there and back is left. */

import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const connection = createProtocolConnection(
	new StreamMessageReader(process.stdin),
	new StreamMessageWriter(process.stdout),
);
connection.onRequest('textDocument/hover', () => null);
connection.onNotification('exit', () => process.exit());
connection.listen();
