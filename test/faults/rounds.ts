/** A round of faults: after each, every answer must be that of an index made anew, and no file may have changed. */

import assert from 'node:assert/strict';
import type { PaperResponse, SearchResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { paper, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';
import type { Fault } from './faults.ts';
import { type Ending, faultyWorkspace } from './faultyWorkspace.ts';

/** Words that are typed right, begun, and mistyped. */
const QUERIES = [
	'',
	'emb',
	'embedding',
	'embeddng',
	'encodr',
	'atention graph',
	'number 7',
	'transfomer',
	'p1n3',
	'verif',
];

/** Lets `fault` strike `times` times, each time after further edits. Rejects if an answer is wrong afterwards. */
export async function faultRound(
	t: Ending,
	fault: Fault,
	{ random, times }: { random: () => number; times: number },
): Promise<void> {
	const workspace = faultyWorkspace(t, random);
	for (let time = 0; time < times; time++) {
		const survivor = await fault.strike(workspace);
		const before = workspace.content();
		const fresh = await workspace.start('memory');
		const expected = await answers(fresh);
		const editor = survivor ?? (await workspace.start());
		await eventually({
			read: () => answers(editor),
			accept: (found) => isSame(found, expected),
			what: `the answers of a new index, ${JSON.stringify(expected).slice(0, 300)}`,
		});
		assert.equal(workspace.content(), before, 'a note or library has changed');
		await Promise.all([fresh.kill(), editor.kill()]);
		workspace.edit();
	}
}

function isSame(one: unknown, other: unknown): boolean {
	try {
		assert.deepEqual(one, other);
		return true;
	} catch {
		return false;
	}
}

/** Everything that a client can see of the corpus once all is read. */
async function answers(editor: StdioEditor) {
	const { papers, files } = await eventually({
		read: () => status(editor),
		accept: ({ indexing }) => !indexing,
		what: 'the index to be complete',
	});
	const found: (readonly [query: string, total: number, keys: readonly string[]])[] = [];
	for (const query of QUERIES) {
		const { items, total } = await editor.request<SearchResponse>('paperNotes/search', { query, limit: 200 });
		found.push([query, total, items.map(({ key }) => key).sort()]);
	}
	const [[, , keys = []] = []] = found;
	const details: (PaperResponse | null)[] = [];
	for (const key of keys) {
		details.push(await paper(editor, key));
	}
	return { papers, files, found, details };
}
