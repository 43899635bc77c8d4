/** The message that the list shows if it has no paper to offer, so that it stays open and helps. */

import { unknownFiltersIn } from '../../index/search/query.ts';
import { listMessages } from '../../messages/list.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** A row that shows a message and inserts nothing. */
export interface NoticeRow {
	readonly kind: 'notice';
	readonly label: string;
	/** The action that choosing the row offers, besides keeping the list open. */
	readonly offers: 'library' | 'pandoc' | undefined;
}

export interface Listed {
	readonly query: string;
	/** The papers in the list. */
	readonly found: readonly { readonly key: string; readonly label: string }[];
}

/** Undefined if papers are shown and the whole query was understood. */
export function listNotice(view: WorkspaceView, { query, found }: Listed): NoticeRow | undefined {
	const [filter] = unknownFiltersIn(
		query,
		found.map(({ key, label }) => ({ key, title: label })),
	);
	if (filter !== undefined) {
		return saying(listMessages.unknownFilter(filter));
	}
	if (found.length > 0) {
		return undefined;
	}
	if (!view.complete) {
		return saying(listMessages.reading);
	}
	return view.corpus.paperCount === 0
		? { kind: 'notice', label: listMessages.noPapers, offers: 'library' }
		: saying(listMessages.nothingFound(shown(query)));
}

/** For folders whose notes use Pandoc citations while that syntax is not enabled. */
export const pandocOffer: NoticeRow = { kind: 'notice', label: listMessages.readPandoc, offers: 'pandoc' };

function saying(label: string): NoticeRow {
	return { kind: 'notice', label, offers: undefined };
}

/** In characters. A list is about fifty characters wide, and the whole query is visible in the text above it. */
const MAX_QUERY_SHOWN = 24;

function shown(query: string): string {
	const line = query.replace(/\s+/g, ' ').trim();
	return line.length > MAX_QUERY_SHOWN ? `…${line.slice(1 - MAX_QUERY_SHOWN)}` : line;
}
