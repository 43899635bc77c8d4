import type { Source } from '../../corpus/corpus.ts';
import { EntryIndex } from '../../corpus/formats/bibtex/entryIndex.ts';
import { lineStartsOf, rangeOf } from '../../util/lines.ts';
import type { Range, Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mentionAt, type RecordMention } from '../mention.ts';

export interface Definition {
	/** The text under the cursor that names the paper. */
	readonly origin: Span;
	readonly uri: string;
	/** The whole entry. */
	readonly range: Range;
	/** The entry's key, or its title if the format has no keys. */
	readonly selection: Range;
}

/**
 * The corpus entries of the paper named at `offset`: every source of every paper that the name means, or only those in the
 * note's own library if it has the paper.
 */
export function definitions(workspace: WorkspaceView, uri: string, offset: number): Definition[] {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind === 'record' && mention.papers.length === 0) {
		return entryNamed(view, uri, mention);
	}
	return (mention?.papers ?? [])
		.flatMap(({ id }) => ownSources(view, view.corpus.paper(id)?.sources ?? []))
		.map((source) => ({
			origin: mention?.span ?? { start: offset, end: offset },
			uri: source.uri,
			range: source.range,
			selection: source.keyRange,
		}));
}

function ownSources({ library }: WorkspaceView, sources: readonly Source[]): readonly Source[] {
	const own = sources.filter(({ uri }) => library?.has(uri));
	return own.length > 0 ? own : sources;
}

/** Shared data (`@xdata`) is not a paper but an entry of the same file. */
function entryNamed(view: WorkspaceView, uri: string, { key, span }: RecordMention): Definition[] {
	const text = view.openText(uri) ?? '';
	const entry = key === undefined ? undefined : new EntryIndex(text).find(key);
	const starts = lineStartsOf(text);
	return entry ? [{ origin: span, uri, range: rangeOf(starts, entry), selection: rangeOf(starts, entry.keySpan) }] : [];
}
