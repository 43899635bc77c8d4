/**
 * The program of the thread that renders citations: what takes long there never keeps a request waiting. A bundle of its
 * own, with citeproc in another for its licence.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { lateBundle } from '../util/lateBundle.node.ts';
import type { Citeproc } from './citeproc.ts';
import type { RenderOrder } from './rendering.ts';
import { StyleEngines } from './styleEngines.ts';

/** The folder of the shipped styles. */
const { folder } = workerData as { readonly folder: string };

const engines = new StyleEngines(() => lateBundle<Citeproc>('#citeproc'), {
	read: (name) => {
		const path = join(folder, `${name}.json`);
		return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
	},
});

parentPort?.on('message', (order: RenderOrder) => parentPort?.postMessage(engines.render(order)));
