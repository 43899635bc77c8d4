/** Generated papers in an index as the server keeps it, without abstracts, which no key depends on. */

import type { DatabaseSync } from 'node:sqlite';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import type { PlacedRecord } from '../../server/src/index/tables/corpusWriter.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';
import { type GeneratedPaper, generatedPapers } from './generatedCorpus.ts';

/** Keys kept, to be mistyped. */
const MOST_KEPT = 10_000;

/** Writes an index of so many papers. Keys of them, spread over all. */
export function writeGenerated(db: DatabaseSync, papers: number): readonly string[] {
	const keys: string[] = [];
	const writer = openWriter(db);
	if ('failure' in writer) {
		throw new Error(writer.failure.message);
	}
	const file = { uri: 'file:///generated.bib', format: 'BibTeX', size: 0, mtime: 0, hash: '' };
	for (const writing of [
		writer.opened.replaceFile(file, recordsOf(papers, keys), () => ({ problems: [] })),
		writer.opened.compact(),
	]) {
		let step = writing.next();
		while (!step.done) {
			step = writing.next();
		}
		if (step.value.outcome !== 'done') {
			throw new Error(`The index was not written: ${step.value.outcome}.`);
		}
	}
	return keys;
}

export function readCorpus(db: DatabaseSync): Corpus {
	const reader = openReader(db, ({ message }) => {
		throw new Error(message);
	});
	if ('failure' in reader) {
		throw new Error(reader.failure.message);
	}
	return reader.opened;
}

function* recordsOf(papers: number, keys: string[]): Generator<PlacedRecord> {
	const stride = Math.ceil(papers / MOST_KEPT);
	let line = 0;
	for (const paper of generatedPapers(papers)) {
		if (line % stride === 0) {
			keys.push(paper.key);
		}
		const start = { line, character: 0 };
		line++;
		yield { ...recordOf(paper), range: { start, end: { line, character: 0 } } };
	}
}

function recordOf({ key, title, authors, year, venue, doi, arxiv }: GeneratedPaper): Omit<PlacedRecord, 'range'> {
	return withRichText<Omit<PlacedRecord, 'range'>>({
		key,
		item: {
			type: 'paper-conference',
			title,
			author: authors.map(([given, family]) => ({ given, family })),
			'container-title': venue,
			issued: { 'date-parts': [[year]] },
			DOI: doi,
		},
		...(arxiv === undefined ? {} : { extra: { arxiv } }),
	});
}
