/** All real corpus files beside the project; empty if there are none. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusText } from '../../../server/src/corpus/reading/corpusText.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** The texts of `corpora` and `seeds` whose format is known. */
export function sharedTexts(): readonly string[] {
	const folders = ['corpora', 'seeds'].map((name) => join(SHARED, name)).filter(existsSync);
	return folders.flatMap(textsBelow);
}

function textsBelow(folder: string): readonly string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return entries
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((path) => corpusText(path, readFileSync(path)))
		.flatMap((content) => (content.kind === 'readable' ? [content.text] : []));
}
