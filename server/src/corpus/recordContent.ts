import type { PaperRecord } from './paper.ts';

/** What a record says, wherever it stands. */
export type RecordContent = Omit<PaperRecord, 'span' | 'keySpan'>;
