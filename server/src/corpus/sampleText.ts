import type { PaperSummary, SampleText } from './corpus.ts';

/** A paper as a text to which others may be alike. */
export function sampleOf({ title, abstract = '', families }: PaperSummary): SampleText {
	return { title, body: abstract, families };
}
