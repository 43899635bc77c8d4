/** A large library can be cited from long before the index has taken it in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase, status } from '../support/serverCase.ts';

/** Their titles are known in a tenth of the time in which they are indexed. */
const COUNT = 6000;

test('papers of a large new file complete by their titles before they are indexed, and once afterwards', async (t) => {
	const papers = [...generatedPapers(COUNT, 9)];
	const last = papers.at(-1);
	assert.ok(last);
	const files = serverCase(t, {
		'library.bib': papers.map(toBibtex).join('\n'),
		'note.md': `See @paper[${last.title}`,
	});
	const editor = await files.start({ initializationOptions: { storagePath: files.path('storage') } });
	await editor.open('note.md');
	const offered = async (): Promise<string[]> =>
		(await editor.completions('note.md', `${last.title}|`)).map(({ lineAfter }) => lineAfter);
	const found = (lines: readonly string[]): number => lines.filter((line) => line.includes(`[${last.key}]`)).length;
	const { papers: before, lines } = await eventually({
		read: async () => ({ papers: (await status(editor)).papers, lines: await offered() }),
		accept: (seen) => found(seen.lines) > 0,
		what: 'the last paper to complete',
		timeoutMs: 120_000,
	});
	t.diagnostic(`the last paper completes when ${(await status(editor)).papers} of ${COUNT} papers are in the index`);
	assert.equal(found(lines), 1);
	const { papers: now, seen = 0 } = await status(editor);
	assert.equal(now + seen, COUNT, 'papers of the index, and those that are only seen');
	assert.ok(before < COUNT / 2, `${before} papers were in the index`);
	await editor.request('paperNotes/stopIndexing', {});
	assert.equal(found(await offered()), 1, 'a stopped index still shows what it has seen');
	await editor.request('paperNotes/continueIndexing', {});
	const end = await indexed(editor);
	assert.deepEqual([end.papers, end.seen], [COUNT, undefined]);
	assert.equal(found(await offered()), 1);
});
