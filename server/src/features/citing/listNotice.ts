/** What the list says where it has no paper to show, so that it stays open and helps. */

import { unknownFiltersIn } from '../../index/search/query.ts';
import { listMessages } from '../../messages/list.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** A row that says something and inserts nothing. */
export interface NoticeRow {
	readonly kind: 'notice';
	readonly label: string;
	/** What choosing the row offers, beside staying in the list. */
	readonly offers: 'library' | 'pandoc' | undefined;
}

export interface Listed {
	readonly query: string;
	/** The papers that the list shows. */
	readonly found: readonly { readonly key: string; readonly label: string }[];
}

/** Nothing where papers are shown and all of the query was understood. */
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

/** Where notes cite as Pandoc does, and nothing reads it. */
export const pandocOffer: NoticeRow = { kind: 'notice', label: listMessages.readPandoc, offers: 'pandoc' };

function saying(label: string): NoticeRow {
	return { kind: 'notice', label, offers: undefined };
}

/** A list is some fifty letters wide, and the query stands above it. */
const MAX_QUERY_SHOWN = 24;

function shown(query: string): string {
	const line = query.replace(/\s+/g, ' ').trim();
	return line.length > MAX_QUERY_SHOWN ? `…${line.slice(1 - MAX_QUERY_SHOWN)}` : line;
}
