/** Fixes for references that name no paper, or several. */

import type { PaperId, PaperRef } from '../../corpus/corpus.ts';
import { fixTitles } from '../../messages/citations.ts';
import type { CitationItem } from '../../notes/citation.ts';
import { meantKey } from '../../notes/reference.ts';
import { isSameKey } from '../../syntax/key.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { recordFixes } from '../adding/newRecords.ts';
import { type CitedItem, citeInstead } from '../findings/citeInstead.ts';
import { type Fix, fixBy } from '../findings/finding.ts';
import { suggestedPapers } from '../suggestions/suggestedPapers.ts';

/** What mends an unknown reference in the note `uri`: another key, a search, a record for it. */
export function unknownFixes(view: WorkspaceView, uri: string, cited: CitedItem): Fix[] {
	const { text } = meantKey(cited.item);
	return [...suggestedInstead(view, cited), searchInstead(cited.item), ...recordFixes(view, uri, text)];
}

/** Fixes that replace a wrong reference with the papers it may have meant. The most likely one is preferred. */
function suggestedInstead(view: WorkspaceView, cited: CitedItem): Fix[] {
	const { text } = meantKey(cited.item);
	const key = unmarkedKey(view, text);
	return key === undefined
		? suggestedPapers(view, text).flatMap(({ name }, rank) => citeInstead(cited, name, rank === 0))
		: [fixBy(fixTitles.write(key), { span: cited.item.referenceSpan, newText: key })];
}

/** Corrects `+key` and `-key`, which lack an `@`, unless that is a key itself. */
function unmarkedKey(view: WorkspaceView, reference: string): string | undefined {
	const key = reference.slice(1);
	return /^[-+]/.test(reference) && view.resolve(key).length > 0 ? `${reference[0]}@${key}` : undefined;
}

/**
 * Gives every unknown key at least one fix. VS Code shows the fixes of other problems on the line for a problem without
 * fixes.
 */
export function searchInstead(item: CitationItem): Fix {
	const command = { name: 'paperNotes.searchInstead', at: meantKey(item).span };
	return { title: fixTitles.searchInstead, edits: [], preferred: false, command };
}

/** Fixes that replace an ambiguous reference with a name of each paper that it may mean. None is preferred. */
export function papersInstead(view: WorkspaceView, cited: CitedItem, papers: readonly PaperRef[]): Fix[] {
	return papers.flatMap(({ id, key }) => {
		const name = isSameKey(key, cited.item.reference) ? clearName(view, id) : key;
		return name === undefined ? [] : citeInstead(cited, name, false);
	});
}

/** A name that means only this paper. */
function clearName(view: WorkspaceView, id: PaperId): string | undefined {
	return view.corpus.paper(id)?.aliases.find((name) => view.resolve(name).length === 1);
}

/** What mends text in place of a key: the key in it, or papers that it may mean. */
export function wordFixes(view: WorkspaceView, cited: CitedItem): Fix[] {
	const { reference, referenceSpan } = cited.item;
	const written = withoutSigns(view, reference);
	if (written !== undefined) {
		return [fixBy(fixTitles.write(written), { span: referenceSpan, newText: written })];
	}
	const suggested = suggestedInstead(view, cited);
	return suggested.length > 0 || !reference.includes(' ') ? suggested : foundByWords(view, cited);
}

/** Corrects `@@key`, and words between quotes that are a key. */
function withoutSigns(view: WorkspaceView, reference: string): string | undefined {
	const key = reference.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '');
	return key !== '' && view.resolve(key).length > 0 ? key : undefined;
}

/** Most papers suggested by searching for the text, in case a query was left in place of a key. */
const MAX_FOUND = 3;

function foundByWords(view: WorkspaceView, cited: CitedItem): Fix[] {
	const { papers } = view.corpus.search(cited.item.reference, { limit: MAX_FOUND });
	return papers.flatMap(({ key }) => citeInstead(cited, key, false));
}
