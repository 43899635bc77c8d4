/** A copy of the sample workspace in a temporary folder, for tests to write in. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SampleWorkspace {
	readonly path: string;
	remove(): void;
}

const SAMPLE = join(import.meta.dirname, '../../sample');

/** `name` is what the folder's name begins with. */
export function sampleWorkspace(name = 'paper-notes-'): SampleWorkspace {
	const path = mkdtempSync(join(tmpdir(), name));
	cpSync(SAMPLE, path, { recursive: true });
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
