/** Whether an unknown key was meant as one. `@name` may as well be a user name, a decorator or a cross reference. */

import type { Doubt } from '../../notes/doubt.ts';
import { editDistance } from '../../util/editDistance.ts';
import { matchesOne } from '../../util/wildcards.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { suggestedPapers } from '../suggestions/suggestedPapers.ts';
import { sureCorrection } from '../suggestions/sureCorrection.ts';

export interface UnknownKey {
	readonly reference: string;
	/** What else it may be; undefined if it is certainly meant as a citation. */
	readonly doubt: Doubt | undefined;
}

/** Whether the key of the note `uri`, which names no paper, is a problem. */
export function isMeantAsKey(view: WorkspaceView, uri: string, { reference, doubt }: UnknownKey): boolean {
	if (matchesOne(view.settings(uri).ignoredKeys, reference)) {
		return false;
	}
	switch (doubt?.kind) {
		case undefined:
			return true;
		case 'crossReference':
			return false;
		case 'wikiLink':
			return !view.hasNoteNamed(doubt.target) && isLikely(view, uri, reference);
		case 'profile':
			return view.settings(uri).bareKeys === 'always';
		case 'bare':
			return isLikely(view, uri, doubt.name);
	}
}

function isLikely(view: WorkspaceView, uri: string, reference: string): boolean {
	const { bareKeys } = view.settings(uri);
	return bareKeys === 'likely' ? looksLikeKey(reference) || isCloseToKey(view, reference) : bareKeys === 'always';
}

/** A letter and a year. Of 255 user names in real notes, none had a year. */
function looksLikeKey(reference: string): boolean {
	return /(?:19|20)\d\d/.test(reference) && /\p{L}/u.test(reference);
}

/** In letters. Shorter names are close to some key by chance. */
const MIN_LENGTH = 5;

function isCloseToKey(view: WorkspaceView, reference: string): boolean {
	if (reference.length < MIN_LENGTH) {
		return false;
	}
	const [nearest] = suggestedPapers(view, reference);
	const isNear = nearest && editDistance(reference.toLowerCase(), nearest.name.toLowerCase(), 1) !== undefined;
	return isNear || sureCorrection(view, reference) !== undefined;
}
