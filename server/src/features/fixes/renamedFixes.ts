/** Fixes for citations by keys that their papers no longer have: here, in every note, or by a word of the user's own. */

import { healingTitles } from '../../messages/healing.ts';
import { comparedKey } from '../../syntax/key.ts';
import type { MeansFact } from '../../workspace/decisions.ts';
import type { FormerPaper } from '../../workspace/formerKeys.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type CitedItem, citeInstead } from '../findings/citeInstead.ts';
import type { Fix } from '../findings/finding.ts';

/**
 * The new keys of all citations that must change together with those of `reference`. If keys have been exchanged, the
 * new key of one is the old key of the next, and changing one alone would make two papers one.
 */
export function newKeysFrom(view: WorkspaceView, reference: string): ReadonlyMap<string, string> {
	const keys = new Map<string, string>();
	for (let from = reference; !keys.has(comparedKey(from)); ) {
		const former = view.formerly(from);
		const to = former && view.keyOf(former.paper);
		if (to === undefined) {
			break;
		}
		keys.set(comparedKey(from), to);
		from = to;
	}
	return keys;
}

/** What mends a citation by a key that its paper no longer has. */
export function renamedFixes(view: WorkspaceView, cited: CitedItem, former: FormerPaper): Fix[] {
	const { reference } = cited.item;
	const key = view.keyOf(former.paper);
	const keys = newKeysFrom(view, reference);
	const notes = new Set([...keys.keys()].flatMap((one) => view.notesCiting(one))).size;
	const here = key === undefined || keys.size > 1 ? [] : citeInstead(cited, key, true);
	const title = keys.size > 1 ? healingTitles.updateExchanged([...keys.keys()], notes) : undefined;
	const everywhere =
		key === undefined ? [] : [inEveryNote(title ?? healingTitles.updateNotes(reference, key, notes), reference)];
	const keep = former.kind === 'taken' ? keepMeaning(view, reference) : [];
	return [...here, ...everywhere, ...keep];
}

function inEveryNote(title: string, from: string): Fix {
	return { title, edits: [], preferred: false, later: { kind: 'updateNotes', from } };
}

/** Says once and for all that the key means the paper that has it now. */
function keepMeaning(view: WorkspaceView, reference: string): Fix[] {
	const facts = presentMeaning(view, reference);
	const [paper] = view.resolve(reference);
	const title = healingTitles.keepMeaning(reference, (paper && view.corpus.summary(paper.id)?.title) ?? '');
	return facts.length === 0 ? [] : [{ title, edits: [], preferred: false, later: { kind: 'decide', facts } }];
}

/** That the key means the paper that has it now, told by its DOI, arXiv id or title; nothing if it has none. */
export function presentMeaning(view: WorkspaceView, key: string): readonly MeansFact[] {
	const [first, ...others] = view.resolve(key);
	const summary = first && others.length === 0 ? view.corpus.summary(first.id) : undefined;
	const paper = summary?.doi ?? summary?.arxiv ?? summary?.title ?? '';
	return paper === '' ? [] : [{ kind: 'means', key, paper }];
}
