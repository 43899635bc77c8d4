/** What can happen to a workspace. */

import type { Corpus } from '../corpus/corpus.ts';
import type { KeyMemory } from '../corpus/keyMemory.ts';
import type { Change as TextChange } from '../notes/change.ts';
import type { FoundBibliographies } from './namedBibliographies.ts';
import type { OtherFileChange } from './otherFiles.ts';
import type { Settings } from './settings.ts';

export type WorkspaceChange =
	| OtherFileChange
	| { readonly kind: 'noteOpened'; readonly uri: string; readonly text: string }
	| { readonly kind: 'noteEdited'; readonly uri: string; readonly edits: readonly TextChange[] }
	| { readonly kind: 'noteClosed'; readonly uri: string }
	/** A note was read from disk. Ignored while an editor has it open. */
	| { readonly kind: 'noteRead'; readonly uri: string; readonly text: string }
	| { readonly kind: 'noteGone'; readonly uri: string }
	| FoundBibliographies
	| { readonly kind: 'settings'; readonly folders: ReadonlyMap<string, Settings>; readonly other: Settings }
	| { readonly kind: 'corpusReplaced'; readonly corpus: Corpus }
	/** `memory` opens the memory of keys, or returns the open one. */
	| { readonly kind: 'keyMemory'; readonly memory: () => KeyMemory }
	| { readonly kind: 'corpusComplete'; readonly complete: boolean };
