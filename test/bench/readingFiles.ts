/** Generated papers as files of several formats, to be read. */

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type GeneratedPaper, generatedPapers, toBibtex } from './generatedCorpus.ts';

export interface MadeFiles {
	readonly bibtex: string;
	/** By what the format is called. */
	readonly streamed: Readonly<Record<string, string>>;
	remove(): void;
}

export async function madeFiles(papers: number): Promise<MadeFiles> {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-reading-'));
	const write = async (name: string, entry: (paper: GeneratedPaper) => string): Promise<string> => {
		const file = join(folder, name);
		await pipeline(Readable.from(entries(papers, entry)), createWriteStream(file));
		return file;
	};
	return {
		bibtex: await write('papers.bib', toBibtex),
		streamed: {
			'arXiv metadata, JSON lines': await write('papers.jsonl', toSnapshotLine),
			'arXiv digest, Markdown': await write('papers.md', toDigest),
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

function* entries(papers: number, entry: (paper: GeneratedPaper) => string): Generator<string> {
	for (const paper of generatedPapers(papers)) {
		yield entry(paper);
	}
}

/** arXiv has a number for each of its papers; these get one by the order of their keys. */
function arxivOf({ arxiv, year }: GeneratedPaper): string {
	return arxiv ?? `${String(year).slice(2)}01.${String(year * 7).padStart(5, '0')}`;
}

/** A line of arXiv's own metadata snapshot (https://www.kaggle.com/datasets/Cornell-University/arxiv). */
function toSnapshotLine(paper: GeneratedPaper): string {
	const { title, authors, year, doi, category, abstract } = paper;
	const record = {
		id: arxivOf(paper),
		submitter: authors[0]?.join(' '),
		authors: authors.map((name) => name.join(' ')).join(', '),
		title: title.replace(/(.{50,70}) /g, '$1\n  '),
		comments: null,
		'journal-ref': null,
		doi,
		'report-no': null,
		categories: category,
		license: null,
		abstract: `  ${abstract.replace(/(.{60,75}) /g, '$1\n')}\n`,
		versions: [{ version: 'v1', created: `Mon, 2 Apr ${year} 19:18:42 GMT` }],
		update_date: `${year}-05-01`,
		authors_parsed: authors.map(([given, family]) => [family, given, '']),
	};
	return `${JSON.stringify(record)}\n`;
}

function toDigest(paper: GeneratedPaper): string {
	const authors = paper.authors.map((name) => name.join(' ')).join(', ');
	return `# ${paper.title}\n\n**Authors**: ${authors}\n\n**Link**: [PDF](https://arxiv.org/pdf/${arxivOf(paper)})\n\n**Abstract**: ${paper.abstract}\n\n---\n`;
}
