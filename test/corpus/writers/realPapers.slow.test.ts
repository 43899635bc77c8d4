/** Papers of real files read back equal. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { type Format, readAll } from '../../../server/src/corpus/formats/format.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import type { ExportedPaper } from '../../../server/src/corpus/writers/exportedPaper.ts';
import { lostFields } from '../../../server/src/corpus/writers/losses.ts';
import { isEmpty } from '../../../server/src/corpus/writers/risLosses.ts';
import { differences, exported, FORMATS } from './readBack.ts';

/** One paper in so many, to keep this short. All of them were tried once. */
const EVERY = 4;

interface RealFiles {
	readonly folder: string;
	readonly isRead: RegExp;
	readonly format: Format;
	/** How much of each file is read. */
	readonly end?: number;
}

const REAL_FILES: Readonly<Record<string, RealFiles>> = {
	'Better BibTeX': { folder: 'better-bibtex-import/', isRead: /\.bib$/, format: bibtex },
	ACL: { folder: './', isRead: /^acl.*\.bib$/, format: bibtex, end: 1_000_000 },
	RIS: { folder: 'ris-asreview/', isRead: /\.ris$/, format: ris },
};

/** Real files, of which no part is kept here. They lie beside the project on the machine where it is made. */
const CORPORA = new URL('../../../../shared/corpora/', import.meta.url);

for (const [name, files] of Object.entries(REAL_FILES)) {
	test(`real papers (${name}) read back equal from every format`, (context) => {
		const folder = new URL(files.folder, CORPORA);
		if (!existsSync(folder)) {
			context.skip(`${folder.pathname} is not on this machine`);
			return;
		}
		const papers = papersBelow(folder, files);
		assert.ok(papers.length >= 100, `only ${papers.length} papers were read`);
		for (const format of FORMATS) {
			// With its place in the file instead of its key, a paper is found again.
			const lostOf = new Map(papers.map((paper) => [paper.key, lostFields(format, paper)]));
			const written = format === 'ris' ? papers.filter((paper) => !isEmpty(paper)) : papers;
			const unlisted = differences(format, written).filter(({ key, field }) => !lostOf.get(key)?.has(field));
			assert.deepEqual(unlisted, []);
		}
	});
}

/** Every paper of the files, each with a key of its own that all formats can hold. */
function papersBelow(folder: URL, { isRead, end, format }: RealFiles): readonly ExportedPaper[] {
	const records = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => isRead.test(file))
		.flatMap(
			(file) =>
				readAll(
					format,
					readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), folder), 'utf8').slice(0, end),
				).papers,
		);
	return records.filter((_, index) => index % EVERY === 0).map((record, index) => exported(record, `paper-${index}`));
}
