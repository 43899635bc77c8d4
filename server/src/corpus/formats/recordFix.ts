/** What puts one problem of a corpus file right. */

import type { ProblemCode } from '../../util/problem.ts';
import type { Span } from '../../util/span.ts';
import type { KeyEdit } from './keyEdit.ts';

export interface RecordFix {
	/** The problem's code and place. */
	readonly code: ProblemCode;
	readonly span: Span;
	readonly title: string;
	readonly edits: readonly KeyEdit[];
	/** Whether nothing can be lost by it, so that an editor may do it when the file is saved. */
	readonly isSafe: boolean;
}
