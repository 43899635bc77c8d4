#!/usr/bin/env node
/** The command `paper-notes` as a program of Node. As in `main.node.ts`, what it does is a bundle that Node keeps compiled. */

// First of all: the others need what an old Node does not have.
import './oldNode.node.ts';
import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './files/cacheFolder.node.ts';

const cache = cacheFolder();
if (cache !== undefined) {
	enableCompileCache(join(cache, 'compiled'));
}
createRequire(import.meta.filename)('./commandLine.js');
