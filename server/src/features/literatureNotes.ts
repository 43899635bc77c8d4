/** The notes that are about one paper. */

import type { Paper } from '../corpus/corpus.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { isPresent } from './presentNotes.ts';

/** Uris of the paper's literature notes: those whose front matter names it, by any of its names, then those named like its key. */
export function literatureNotes(
	view: WorkspaceView,
	{ id, key, aliases }: Pick<Paper, 'id' | 'key' | 'aliases'>,
): string[] {
	const found = [key, ...aliases].flatMap((name) =>
		view.notesAbout(name).filter((uri) => {
			const [only, ...others] = isPresent(uri) ? view.in(uri).resolve(name) : [];
			return only?.id === id && others.length === 0;
		}),
	);
	return [...new Set(found)];
}
