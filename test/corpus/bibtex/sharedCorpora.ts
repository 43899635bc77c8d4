/** Corpora of others that the reader is measured on; they stand beside the project, where they stand at all. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));

/** The text of a file of `../shared/corpora`; undefined where it is absent. */
export function sharedText(name: string): string | undefined {
	return existsSync(FOLDER + name) ? readFileSync(FOLDER + name, 'utf8') : undefined;
}

/** The names of the files of a folder of `../shared/corpora`; none where it is absent. */
export function sharedFiles(folder: string): readonly string[] {
	return existsSync(FOLDER + folder) ? readdirSync(FOLDER + folder).sort() : [];
}

/** What a test says that is skipped for want of `name`. */
export function absent(name: string): string {
	return `../shared/corpora/${name} is absent`;
}
