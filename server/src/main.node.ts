/**
 * The server as a program of Node: `node dist/server.js --stdio`. What it does stands in a bundle of its own, which Node
 * keeps compiled from the first run on: a start then takes a fifth less time.
 */

// First of all: the others need what an old Node does not have.
import './oldNode.node.ts';
import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './files/cacheFolder.node.ts';

// Answers and batches are short-lived: left alone, each thread lets a hundred megabytes of them pile up before it looks.
setFlagsFromString('--heap-growing-percent=25');
// Loading lets the room for what is new grow from one megabyte to some. What an answer makes is gone before that is full;
// with a megabyte, a fifth of the time goes into looking what is still in use.
setFlagsFromString('--semi-space-growth-factor=4');
const cache = cacheFolder();
if (cache !== undefined) {
	enableCompileCache(join(cache, 'compiled'));
}
createRequire(import.meta.filename)('./languageServer.js');
// From here on it stays as it is.
setFlagsFromString('--semi-space-growth-factor=1');
