/** How a client shows the files to which a record can be added. */

import { addingMessages } from '../../messages/addingMessages.ts';
import type { Fix } from '../findings/finding.ts';
import type { OfferedFix } from '../fixes/fixes.ts';

/** Entries of one light bulb: more would hide the other fixes. */
const MAX_FILES = 3;

/**
 * `found`, with one fix for each reference if the client asks for the file and shows the new record, as our own extension
 * does (`isAsking`); else with one for each of the first files.
 */
export function shownAdditions(found: readonly OfferedFix[], isAsking: boolean): readonly OfferedFix[] {
	const shown: OfferedFix[] = [];
	for (const [reference, fixes] of Map.groupBy(found, referenceOf)) {
		const [first] = fixes;
		if (reference === undefined || !first) {
			shown.push(...fixes);
		} else if (isAsking) {
			shown.push(inOne(first, fixes, reference));
		} else {
			shown.push(...fixes.slice(0, MAX_FILES));
		}
	}
	return shown;
}

function inOne({ later, ...fix }: OfferedFix, choices: readonly Fix[], reference: string): OfferedFix {
	const title = choices.length === 1 ? fix.title : addingMessages.toAnyFile(reference);
	return { ...fix, title, command: { name: 'paperNotes.addRecord', choices } };
}

function referenceOf({ later }: Fix): string | undefined {
	return later?.kind === 'addRecord' ? later.reference : undefined;
}
