/** The project's own TypeScript files: without packages, and without the state that a running VS Code keeps. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** The files below `folder`, as paths from the project's root. Links are not followed. */
export function sourcesBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : sourcesBelow(path);
		}
		return entry.isFile() && entry.name.endsWith('.ts') ? [path] : [];
	});
}
