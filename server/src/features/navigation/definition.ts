import { itemAt } from '../../notes/note.ts';
import type { Range, Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export interface Definition {
	/** The reference in the note. */
	readonly origin: Span;
	readonly uri: string;
	/** The whole entry. */
	readonly range: Range;
	/** Its key, or its title where the format has no keys. */
	readonly selection: Range;
}

/** The entries of the corpus that the reference at `offset` leads to: every source of every paper it names. */
export function definitions(view: WorkspaceView, uri: string, offset: number): Definition[] {
	const note = view.note(uri);
	const item = note && itemAt(note, offset)?.item;
	if (!item) {
		return [];
	}
	return view
		.resolve(item.reference)
		.flatMap(({ id }) => view.corpus.paper(id)?.sources ?? [])
		.map((source) => ({
			origin: item.referenceSpan,
			uri: source.uri,
			range: source.range,
			selection: source.keyRange,
		}));
}
