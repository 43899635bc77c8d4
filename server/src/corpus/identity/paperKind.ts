/** The kinds of papers that exclude each other. */

import type { PlainText } from '../../util/textKinds.ts';

export type PaperKind = 'journal' | 'conference' | 'report' | 'thesis' | 'book' | 'chapter' | 'patent' | 'post';

/** CSL types that say something. Others, such as `article` and `document`, are given to everything. */
const KINDS: ReadonlyMap<string, PaperKind> = new Map([
	['article-journal', 'journal'],
	['article-magazine', 'journal'],
	['article-newspaper', 'journal'],
	['paper-conference', 'conference'],
	['report', 'report'],
	['thesis', 'thesis'],
	['book', 'book'],
	['chapter', 'chapter'],
	['entry-encyclopedia', 'chapter'],
	['patent', 'patent'],
	['post', 'post'],
	['post-weblog', 'post'],
	['webpage', 'post'],
]);

const CONFERENCE =
	/\b(?:proc\b|proceedings of (?:the )?(?:\d|annual|first|second|third|\w+th\b|\w* ?conf|\w* ?symp|\w* ?workshop)|conf\b|conference|symposium|workshop)/i;
const JOURNAL =
	/\b(?:journal|j\.|trans\.|transactions|annals|letters|review|reviews|record|bulletin|magazine|newsletter|quarterly)(?!\w)/i;

/**
 * The kind of a paper, from its CSL type and its container's name. Undefined if they do not say, or contradict each
 * other: reference managers often call a conference paper an article.
 */
export function paperKind(type: string, container: PlainText): PaperKind | undefined {
	const kind = KINDS.get(type);
	if (kind !== undefined && kind !== 'journal' && kind !== 'conference') {
		return kind;
	}
	const byName = kindOfContainer(container);
	return kind === undefined || byName === undefined || byName === kind ? (kind ?? byName) : undefined;
}

function kindOfContainer(container: PlainText): PaperKind | undefined {
	const [isConference, isJournal] = [CONFERENCE.test(container), JOURNAL.test(container)];
	if (isConference === isJournal) {
		return undefined;
	}
	return isConference ? 'conference' : 'journal';
}

const PREPRINT_SERVER =
	/\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|ssrn|research square|preprints?)\b/i;

/** Whether a container is a preprint server: `CoRR`, `bioRxiv`. */
export function isPreprintServer(container: PlainText): boolean {
	return PREPRINT_SERVER.test(container);
}
