/**
 * The same records through twenty exporters of RIS: what one file holds of a paper must agree with what the others hold.
 * The corpus is CC0 data of asreview/citation-file-formatting and stays outside of this repository.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Format, readAll } from '../../../server/src/corpus/formats/format.ts';
import { nbib } from '../../../server/src/corpus/formats/nbib/nbib.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import { familyName } from '../../../server/src/corpus/names.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { plainText } from '../../../server/src/corpus/text/richText.ts';
import { foldedWords } from '../../../server/src/util/fold.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/corpora/ris-asreview/Datasets/RIS');

interface Export {
	readonly name: string;
	readonly text: string;
	readonly format: Format;
	readonly papers: readonly PaperRecord[];
}

/** Every file of the corpus, read in the format that accepts it; none, with the reason printed, where the corpus is absent. */
function exports(context: TestContext): readonly Export[] {
	if (!existsSync(FOLDER)) {
		context.skip(`${FOLDER} is not here`);
		return [];
	}
	return readdirSync(FOLDER).map((name) => {
		const text = readFileSync(join(FOLDER, name), 'utf8').replace(/^\uFEFF/, '');
		const accepting = [ris, nbib].filter((format) => format.accepts(text.slice(0, 16_384)));
		assert.equal(accepting.length, 1, `${name}: ${accepting.map((format) => format.name)}`);
		const [format = ris] = accepting;
		const { papers, problems } = readAll(format, text);
		assert.deepEqual(problems, [], name);
		return { name, text, format, papers };
	});
}

test('every file gives as many papers as it has entries, each from its first line to its last', (context) => {
	for (const { name, text, format, papers } of exports(context)) {
		const starts = [...text.matchAll(format === nbib ? /^PMID- /gm : /^TY +- /gm)].map(({ index }) => index);
		assert.deepEqual(
			papers.map(({ span }) => span.start),
			starts,
			name,
		);
		for (const { span, keySpan } of papers) {
			assert.ok(format === nbib || text.slice(0, span.end).endsWith('ER  -'), name);
			assert.ok(keySpan && keySpan.start > span.start && keySpan.end < span.end, name);
		}
	}
});

/**
 * What a record says, in a form that exporters do not differ in: Citavi drops particles, the Web of Science some blanks,
 * and databases end abstracts with notices of their own.
 */
const FACTS: Readonly<Record<string, (paper: PaperRecord) => string>> = {
	title: ({ item }) => foldedWords(plainText(item.title)).join(''),
	authors: ({ item }) => (item.author ?? []).map((name) => foldedWords(familyName(name)).at(-1)).join('; '),
	year: ({ item }) => String(item.issued?.['date-parts']?.[0]?.[0] ?? ''),
	DOI: ({ item }) => item.DOI?.toLowerCase() ?? '',
	abstract: ({ item }) => foldedWords(plainText(item.abstract)).join('').slice(0, 1000),
	volume: ({ item }) => item.volume ?? '',
	pages: ({ item }) => item.page ?? '',
};

/** What differs in the files themselves: EPPI-Reviewer tears `Dos Santos, H.B.` into two authors, CINAHL counts pages from one. */
const DIFFERENT_IN_THE_FILE: readonly RegExp[] = [
	/^authors _baseline_eppireviewer\.ris: troiano; santos; h;/,
	/^pages .* of _baseline_cinahl\.ris$/,
];

/** Each fact of each paper, by DOI, with the file that says it. What a file does not hold is not compared. */
function statements(files: readonly Export[], fact: string): Map<string, Map<string, string>> {
	const said = new Map<string, Map<string, string>>();
	for (const { name, papers } of files) {
		for (const paper of papers) {
			const value = FACTS[fact]?.(paper) ?? '';
			const identity = FACTS['DOI']?.(paper) || FACTS['title']?.(paper) || '';
			const values = said.get(identity) ?? new Map<string, string>();
			said.set(identity, value === '' ? values : values.set(name, value));
		}
	}
	return said;
}

for (const fact of Object.keys(FACTS)) {
	test(`exporters of the same records agree in ${fact} as far as the files hold it`, (context) => {
		let compared = 0;
		const differing: string[] = [];
		for (const values of statements(exports(context), fact).values()) {
			const [first, ...others] = values;
			for (const [name, value] of others) {
				compared++;
				if (value !== first?.[1]) {
					differing.push(`${fact} ${name}: ${value} is not ${first?.[1]} of ${first?.[0]}`);
				}
			}
		}
		context.diagnostic(`${fact}: ${compared - differing.length} of ${compared} agree`);
		assert.deepEqual(
			differing.filter((each) => !DIFFERENT_IN_THE_FILE.some((known) => known.test(each))),
			[],
		);
	});
}

test('where a file holds DOIs or abstracts, its papers have them', (context) => {
	for (const { name, text, papers } of exports(context)) {
		const written = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
		const dois = written(/^(?:DO|L3|LID|M3) +- +(?:https?:\/\/\S+\/)?10\.\d{4}\S*(?: \[doi\])?\r?$/gm);
		assert.ok(papers.filter(({ item }) => item.DOI).length >= Math.min(dois, papers.length), name);
		const abstracts = papers.filter(({ item }) => item.abstract).length;
		assert.ok(abstracts >= Math.min(papers.length, written(/^(?:AB|N2) +- +\S/gm)), `${name}: ${abstracts} abstracts`);
	}
});
