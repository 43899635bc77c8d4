/** What the keys mean that notes cite, to be remembered. */

import type { PaperRef } from '../corpus/corpus.ts';
import type { Workspace } from './workspace.ts';

export type CitedReference = readonly [reference: string, papers: readonly PaperRef[]];

/** Remembers what the keys mean that the notes cite, and that no others are cited. Yields after a millisecond or two. */
export function* rememberKeys(workspace: Workspace): Generator<void> {
	if (workspace.complete) {
		yield* workspace.former.remember(citedInAll(workspace), true);
	}
}

function* citedInAll(workspace: Workspace): Generator<CitedReference> {
	for (const uri of [...workspace.noteUris()]) {
		yield* citedIn(workspace, uri);
	}
}

/** The references of a note, each with the papers that it names there. */
export function* citedIn(workspace: Workspace, uri: string): Generator<CitedReference> {
	const view = workspace.in(uri);
	for (const reference of workspace.referencesOf(uri)) {
		yield [reference, view.resolve(reference)];
	}
}
