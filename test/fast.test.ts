/**
 * Every test that takes a moment, in one process: to start one for each file would take longer than the tests do. What takes
 * longer is named `*.slow.test.ts`; what starts servers or windows stands in folders of its own.
 */

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FAST } from './support/lanes.ts';

const ROOT = join(import.meta.dirname, '..');

for (const file of globSync(FAST.tests, { cwd: ROOT, exclude: FAST.except }).sort()) {
	await import(pathToFileURL(join(ROOT, file)).href);
}
