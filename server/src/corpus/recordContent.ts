import type { PaperRecord } from './paper.ts';

/** The content of a record, independent of its place. */
export type RecordContent = Omit<PaperRecord, 'span' | 'keySpan'>;
