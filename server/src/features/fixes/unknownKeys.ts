/** Corrects all unknown keys of a note at once, where it is certain what they meant. */

import { fixTitles } from '../../messages/citations.ts';
import type { Note } from '../../notes/note.ts';
import { meantKey } from '../../notes/reference.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type CitedItem, keyEdit } from '../findings/citeInstead.ts';
import type { Edit, Fix } from '../findings/finding.ts';
import { areScoresKnown } from '../suggestions/suggestedPapers.ts';
import { sureCorrection } from '../suggestions/sureCorrection.ts';

/** Most different keys checked for the light bulb, which asks on each move of the cursor. */
const MAX_KEYS_CHECKED = 50;

/** Most of them for which papers must be searched first, at some 2.4 ms each. The next time, these are known. */
const MAX_KEYS_SEARCHED = 16;

/** The entry in the light bulb; none if it would correct fewer than two keys. */
export function allUnknownKeys(view: WorkspaceView, note: Note): Fix[] {
	const unknown = unknownItems(view, note);
	const edits = corrections(view, unknown, { checked: MAX_KEYS_CHECKED, searched: MAX_KEYS_SEARCHED });
	const title = fixTitles.allUnknownKeys(edits.length, unknown.length);
	return edits.length < 2 ? [] : [{ title, edits, preferred: false }];
}

/** The same without a limit, for editors that fix a note on saving; none if there is nothing to correct. */
export function fixAllOnSave(workspace: WorkspaceView, uri: string): Fix[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	const edits = note ? corrections(view, unknownItems(view, note), NO_LIMITS) : [];
	return edits.length === 0 ? [] : [{ title: fixTitles.fixAll, edits, preferred: false }];
}

function unknownItems(view: WorkspaceView, note: Note): CitedItem[] {
	return view.complete
		? note.citations
				.filter(({ closed }) => closed)
				.flatMap((citation) => citation.items.map((item) => ({ citation, item })))
				.filter(({ item }) => !item.problem && view.resolve(item.reference).length === 0)
		: [];
}

/** The key of the paper that had the key `text` before. */
function newKey(view: WorkspaceView, text: string): string | undefined {
	const former = view.formerly(text);
	return former?.kind === 'renamed' ? view.keyOf(former.paper) : undefined;
}

/** How many different keys are looked at. */
interface Limits {
	readonly checked: number;
	/** Those among them for which papers must be searched. */
	readonly searched: number;
}

const NO_LIMITS: Limits = { checked: Number.POSITIVE_INFINITY, searched: Number.POSITIVE_INFINITY };

function corrections(view: WorkspaceView, unknown: readonly CitedItem[], { checked, searched }: Limits): Edit[] {
	const meant = new Map<string, string | undefined>();
	let toSearch = searched;
	for (const { item } of unknown) {
		const { text } = meantKey(item);
		if (meant.has(text)) {
			continue;
		}
		toSearch -= areScoresKnown(view, text) ? 0 : 1;
		if (toSearch < 0 || meant.size === checked) {
			break;
		}
		meant.set(text, meantBy(view, text));
	}
	return unknown.flatMap((cited) => {
		const key = meant.get(meantKey(cited.item).text);
		return (key === undefined ? undefined : keyEdit(cited, key)) ?? [];
	});
}

function meantBy(view: WorkspaceView, text: string): string | undefined {
	return view.resolve(text).length === 1 ? text : (newKey(view, text) ?? sureCorrection(view, text)?.name);
}
