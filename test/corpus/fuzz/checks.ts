/** What must be true of a reader for every input. */

import assert from 'node:assert/strict';
import { checkedFormat } from '../../../server/src/corpus/formats/checkedFormat.ts';
import type { Format } from '../../../server/src/corpus/formats/format.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import type { Span } from '../../../server/src/util/span.ts';
import { processorTime } from '../../support/processorTime.ts';

/** Milliseconds for a text of no length on a busy machine, and for each thousand characters: 1 MB in 20 s at the worst. */
const TIME = { start: 1500, thousand: 20 };

/**
 * Reads and renders: nothing throws, time is in proportion to the text, every place lies in the text, every problem says
 * something. The records.
 */
export function checkedReading(format: Format, text: string): readonly PaperRecord[] {
	const start = processorTime();
	format.accepts(text.slice(0, 16_384));
	const { papers, problems } = readAll(format.name === 'BibTeX' ? format : checkedFormat(format), text);
	for (const { item } of papers) {
		for (const rich of [item.title, item.abstract, item['container-title']]) {
			plainText(rich);
			markdownText(rich);
		}
	}
	const elapsed = processorTime() - start;
	assert.ok(elapsed < TIME.start + (TIME.thousand * text.length) / 1000, `${elapsed} ms for ${text.length} characters`);
	for (const { span, keySpan } of papers) {
		assertWithin(span, text);
		assertWithin(keySpan ?? span, text);
	}
	for (const { span, message } of problems) {
		assertWithin(span, text);
		assert.ok(message.length > 10 && message.length < 2000, `a message of ${message.length}: ${message.slice(0, 200)}`);
	}
	return papers;
}

function assertWithin({ start, end }: Span, text: string): void {
	assert.ok(start >= 0 && start <= end && end <= text.length, `span ${start} to ${end} of ${text.length}`);
}

/** Whether a record of `papers` is recognized by `word`. */
export function stands(papers: readonly PaperRecord[], word: string): boolean {
	return papers.some(({ item }) => item.title !== undefined && plainText(item.title).includes(word));
}
