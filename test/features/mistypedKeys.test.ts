/**
 * How often the paper that was meant is suggested first, measured on real keys: mistyped, or put together in another
 * style. A small part of the corpus keeps watch; `EVERY=1` takes all 9,227 papers.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { PaperSummary } from '../../server/src/corpus/corpus.ts';
import { likelyPapers } from '../../server/src/features/likelyPapers.ts';
import { foldedWords } from '../../server/src/util/fold.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpora/acl-2016-on.bib');
const absent = existsSync(CORPUS) ? false : `there is no ${CORPUS}`;

/** Of so many entries, one is taken. */
const EVERY = Number(process.env['EVERY'] ?? 90);
const PICKS = EVERY === 1 ? 400 : 100;

let opened: { readonly workspace: Workspace; readonly papers: readonly PaperSummary[] } | undefined;

function library() {
	if (!opened) {
		const entries = readFileSync(CORPUS, 'utf8').split(/\n(?=@)/);
		const text = entries.filter((_, index) => index % EVERY === 0).join('\n');
		const { workspace } = workspaceOf(`//- /corpus.bib\n${text.replaceAll('|', '\\|')}\n//- /note.md\n`);
		opened = { workspace, papers: workspace.corpus.search('', { limit: entries.length }).papers };
	}
	return opened;
}

/** Writes references for papers picked at random; at least the share `least` must come first. */
function checkFirst(
	context: TestContext,
	least: number,
	write: (paper: PaperSummary, below: (limit: number) => number) => string,
): void {
	const { workspace, papers } = library();
	const below = randomNumbers(7);
	const missed: string[] = [];
	const times: number[] = [];
	while (times.length < PICKS) {
		const paper = papers[below(papers.length)];
		const reference = paper && write(paper, below);
		if (!reference || workspace.resolve(reference).length > 0) {
			continue;
		}
		const start = process.cpuUsage();
		const [first] = likelyPapers(workspace, reference);
		const { user, system } = process.cpuUsage(start);
		times.push((user + system) / 1000);
		if (first?.id !== paper.id) {
			missed.push(`${reference} for ${paper.key} gave ${first?.key}`);
		}
	}
	const share = 1 - missed.length / PICKS;
	const slowest = times.sort((one, other) => one - other)[Math.floor(PICKS * 0.95)] ?? 0;
	context.diagnostic(`${(100 * share).toFixed(1)} % first, 95th percentile ${slowest.toFixed(1)} ms of the processor`);
	assert.ok(share >= least, missed.join('\n'));
}

/** A sequence that is the same in every run (a linear congruential generator, Numerical Recipes' constants). */
function randomNumbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function slip(key: string, below: (limit: number) => number): string {
	const at = below(key.length);
	const letter = String.fromCharCode(97 + below(26));
	const [before, after] = [key.slice(0, at), key.slice(at + 1)];
	switch (below(4)) {
		case 0:
			return before + after;
		case 1:
			return before + letter + key.slice(at);
		case 2:
			return before + letter + after;
		default:
			return before + after.slice(0, 1) + key.charAt(at) + after.slice(1);
	}
}

const FUNCTION_WORDS = new Set(
	'a an the of on in for to and with by from as at is via or are do does how what'.split(' '),
);

test('after one slip the right paper is first', { skip: absent }, (context) =>
	checkFirst(context, 0.95, ({ key }, below) => slip(key, below)),
);

test('by author, year and first word of the title the right paper is first', { skip: absent }, (context) =>
	checkFirst(context, 0.9, ({ families, year, title }) => {
		const word = foldedWords(title).find((one) => !FUNCTION_WORDS.has(one)) ?? '';
		return `${foldedWords(families[0] ?? '').join('')}${year}${word}`;
	}),
);
