/** Corrects all unknown keys of a note at once, where it is certain what they meant. */

import { fixTitles } from '../../messages/citations.ts';
import type { Note } from '../../notes/note.ts';
import { meantKey } from '../../notes/reference.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type CitedItem, keyEdit } from '../findings/citeInstead.ts';
import type { Edit, Fix } from '../findings/finding.ts';
import { sureCorrection } from '../suggestions/sureCorrection.ts';

/** Most different keys checked for the light bulb, which asks on each move of the cursor. */
const MAX_KEYS_CHECKED = 50;

/** The entry in the light bulb; none if it would correct fewer than two keys. */
export function allUnknownKeys(view: WorkspaceView, note: Note): Fix[] {
	const unknown = unknownItems(view, note);
	const edits = corrections(view, unknown, MAX_KEYS_CHECKED);
	const title = fixTitles.allUnknownKeys(edits.length, unknown.length);
	return edits.length < 2 ? [] : [{ title, edits, preferred: false }];
}

/** The same without a limit, for editors that fix a note on saving; none if there is nothing to correct. */
export function fixAllOnSave(workspace: WorkspaceView, uri: string): Fix[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	const edits = note ? corrections(view, unknownItems(view, note), Number.POSITIVE_INFINITY) : [];
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

function corrections(view: WorkspaceView, unknown: readonly CitedItem[], most: number): Edit[] {
	const meant = new Map<string, string | undefined>();
	for (const { item } of unknown) {
		const { text } = meantKey(item);
		if (!meant.has(text) && meant.size < most) {
			meant.set(
				text,
				view.resolve(text).length === 1 ? text : (newKey(view, text) ?? sureCorrection(view, text)?.name),
			);
		}
	}
	return unknown.flatMap((cited) => {
		const key = meant.get(meantKey(cited.item).text);
		return (key === undefined ? undefined : keyEdit(cited, key)) ?? [];
	});
}
