/** Papers for a paragraph: of pairs of papers cited in one paragraph of real notes, how often one is found without its citation. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { papersForParagraph, papersLikePaper, papersLikeText } from '../../server/src/features/related/papersLike.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf, uriOf } from '../support/workspaceOf.ts';
import { percentile } from './samples.ts';
import { REAL_CORPUS } from './serverCorpus.ts';
import { formatted, printRows } from './table.ts';

/** A book on meta-analysis and its bibliography, read where they are; see the README there. */
const VAULT = join(import.meta.dirname, '../../../shared/corpora/vault-meta-analysis');

/** How many papers are looked through. */
const FOUND = 10;

/** The paragraph must find so many times as many as the title of the other paper does. */
const TARGET = 4 / 3;

/** Papers of the ACL Anthology, spread over the file, for which related ones are looked for. */
const PROBES = 200;

const NOTE = uriOf('/paragraph.md');

/** Prints how many held-out papers are found, and how long an answer takes among ten thousand papers. */
export function benchRelated(): void {
	if (existsSync(VAULT)) {
		reportPairs();
	} else {
		process.stdout.write('The held-out citations are left out: ../shared/corpora has no vault-meta-analysis.\n');
	}
	if (existsSync(REAL_CORPUS)) {
		reportSpeed();
	} else {
		process.stdout.write('The speed is left out: ../shared/corpora has no acl-2016-on.bib.\n');
	}
}

/** Two papers that one paragraph cites, and the paragraph. */
interface Pair {
	readonly paragraph: string;
	readonly held: string;
	readonly other: string;
}

function reportPairs(): void {
	const workspace = workspaceWith(corpusOf([fileIn(VAULT, 'book.bib')]));
	const pairs = readdirSync(VAULT)
		.filter((name) => name.endsWith('.Rmd'))
		.flatMap((name) => pairsIn(workspace, readFileSync(join(VAULT, name), 'utf8')));
	const byParagraph = pairs.filter((pair) => isFound(workspace, pair)).length;
	const byTitle = pairs.filter((pair) => isFoundByTitle(workspace, pair)).length;
	const share = (count: number): string => `${((100 * count) / Math.max(pairs.length, 1)).toFixed(1)} %`;
	const ratio = byParagraph / Math.max(byTitle, 1);
	printRows(`Held-out papers among ${FOUND}: ${pairs.length} pairs cited in one paragraph`, [
		['', 'found', 'times', 'target', ''],
		['by the paragraph', share(byParagraph), ratio.toFixed(2), TARGET.toFixed(2), ratio < TARGET ? 'MISSED' : ''],
		['by the title of the other paper', share(byTitle), '1.00', '', ''],
	]);
}

function fileIn(folder: string, name: string) {
	return { path: `/${name}`, text: readFileSync(join(folder, name), 'utf8'), cursor: undefined, marks: [] };
}

function workspaceWith(corpus: Corpus): Workspace {
	const workspace = new Workspace(corpus);
	const other = readSettings({ syntaxes: ['paper', 'pandoc'] });
	workspace.apply({ kind: 'settings', folders: new Map(), other });
	workspace.apply({ kind: 'corpusComplete', complete: true });
	return workspace;
}

function opened(workspace: Workspace, text: string) {
	workspace.apply({ kind: 'noteOpened', uri: NOTE, text });
	return workspace.in(NOTE).note(NOTE)?.citations ?? [];
}

function pairsIn(workspace: Workspace, text: string): Pair[] {
	return text.split(/\n\s*\n/).flatMap((paragraph) => {
		const items = opened(workspace, paragraph).flatMap((citation) => citation.items);
		const keys = [...new Set(items.map(({ reference }) => reference))];
		const known = keys.filter((key) => workspace.resolve(key).length === 1);
		return known.flatMap((held) => known.filter((key) => key !== held).map((other) => ({ paragraph, held, other })));
	});
}

function isFound(workspace: Workspace, { paragraph, held }: Pair): boolean {
	const items = opened(workspace, paragraph).flatMap((citation) => citation.items);
	const spans = items.filter(({ reference }) => reference === held).map(({ referenceSpan }) => referenceSpan);
	// The citation stays, of a paper that nobody knows: its words do not count.
	const text = spans.reduceRight(
		(rest, { start, end }) => `${rest.slice(0, start)}nobody${rest.slice(end)}`,
		paragraph,
	);
	opened(workspace, withoutNames(workspace, text, held));
	const found = papersForParagraph(workspace, NOTE, { within: { start: 0, end: 0 }, limit: FOUND });
	return found.some(({ key }) => key === held);
}

/** The held-out paper is no longer cited, so its authors' names must be removed here. */
function withoutNames(workspace: Workspace, text: string, key: string): string {
	const families = workspace.resolve(key).flatMap(({ id }) => workspace.corpus.summary(id)?.families ?? []);
	return families.filter((family) => family !== '').reduce((rest, family) => rest.replaceAll(family, ' '), text);
}

function isFoundByTitle(workspace: Workspace, { held, other }: Pair): boolean {
	const [ref] = workspace.resolve(other);
	const title = (ref && workspace.corpus.summary(ref.id)?.title) ?? '';
	const found = papersLikeText(workspace, title, { limit: FOUND + 1, uri: undefined });
	const others = found.filter(({ paper }) => paper.id !== ref?.id).slice(0, FOUND);
	return others.some(({ key }) => key === held);
}

function reportSpeed(): void {
	const workspace = workspaceWith(corpusOf([{ ...fileIn(join(REAL_CORPUS, '..'), 'acl-2016-on.bib') }]));
	const [first] = workspace.corpus.files();
	const records = workspace.corpus.recordsIn(first?.uri ?? '');
	const step = Math.ceil(records.length / PROBES);
	const times = records
		.filter((_, index) => index % step === 0)
		.map(({ paper }) => {
			const began = performance.now();
			papersLikePaper(workspace, paper.key, { limit: FOUND, uri: undefined });
			return performance.now() - began;
		});
	printRows(`Related papers among ${records.length}`, [
		['', 'median', 'p95', 'max'],
		['', ...[50, 95, 100].map((percent) => formatted(percentile(times, percent), 'ms'))],
	]);
}
