/** What can be wrong with a note or a corpus file. A problem is data until an editor or a terminal shows it. */

import type { Range, Span } from './span.ts';
import type { PlainText } from './textKinds.ts';

export type ProblemCode =
	| 'unknown-paper'
	| 'renamed-key'
	| 'ambiguous-paper'
	| 'malformed-citation'
	| 'duplicate-key'
	| 'shared-identifier'
	| 'unreadable-entry'
	| 'unreadable-file'
	| 'undefined-macro'
	| 'duplicate-field'
	| 'malformed-identifier'
	| 'impossible-date'
	| 'uncitable-key'
	| 'missing-field'
	| 'missing-bibliography'
	| 'misspelled-citation'
	| 'repeated-paper'
	| 'merge-conflict';

/** Another place that a problem is about. */
export interface RelatedPlace {
	readonly uri: string;
	readonly range: Range;
	readonly message: PlainText;
}

export interface Problem {
	readonly code: ProblemCode;
	/** What is wrong, where, and what would fix it. */
	readonly message: PlainText;
	readonly span: Span;
	readonly related?: readonly RelatedPlace[];
}
