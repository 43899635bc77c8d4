/** The server keeps answering while the corpus is read, and outdated work delays nothing. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CancellationTokenSource, type CompletionList } from 'vscode-languageserver/node';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const COUNT = 2500;

/** Generated once, because creating the generator's vocabulary takes a second. */
const text = [...generatedPapers(COUNT, 3)].map(toBibtex).join('\n');

async function started(t: TestContext): Promise<StdioEditor> {
	const files = serverCase(t, { 'library.bib': text, 'note.md': 'See @paper[conference wang and more' });
	const editor = await files.start({ initializationOptions: { storagePath: files.path('storage') } });
	await editor.open('note.md');
	return editor;
}

function ask(editor: StdioEditor, character: number, source?: CancellationTokenSource): Promise<CompletionList | null> {
	const params = { textDocument: { uri: editor.uri('note.md') }, position: { line: 0, character } };
	return editor.connection.sendRequest('textDocument/completion', params, source?.token);
}

/** Asks two hundred times at once. Returns the milliseconds until the last answer, and how many lists there were. */
async function askTwoHundred(editor: StdioEditor): Promise<{ readonly ms: number; readonly lists: number }> {
	const began = performance.now();
	const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => ask(editor, 12 + (index % 15))));
	return { ms: performance.now() - began, lists: answers.filter((list) => list !== null).length };
}

test('two hundred completions asked for at once during a first index are all answered soon', async (t) => {
	const editor = await started(t);
	const during = await askTwoHundred(editor);
	const isEarly = (await status(editor)).indexing;
	assert.equal((await indexed(editor)).papers, COUNT);
	const afterwards = await askTwoHundred(editor);
	t.diagnostic(
		`${during.ms.toFixed(0)} ms, index ${isEarly ? 'not yet ' : ''}complete; ${afterwards.ms.toFixed(0)} ms afterwards`,
	);
	assert.deepEqual([during.lists, afterwards.lists], [200, 200]);
	// What else this machine does slows down both.
	assert.ok(during.ms < 1000 + 5 * afterwards.ms, `${during.ms} ms, and ${afterwards.ms} ms afterwards`);
});

test('one by one during a first index, completions are answered like any other time', async (t) => {
	const editor = await started(t);
	const latencies: number[] = [];
	for (let index = 0; (await status(editor)).indexing; index++) {
		const began = performance.now();
		await ask(editor, 12 + (index % 15));
		latencies.push(performance.now() - began);
	}
	latencies.sort((a, b) => a - b);
	const at = (share: number) => latencies[Math.floor(share * latencies.length)] ?? 0;
	t.diagnostic(
		`${latencies.length} completions, median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, worst ${at(0.999).toFixed(1)} ms`,
	);
	assert.ok(latencies.length > 3);
	// On a busy machine all of them take longer.
	assert.ok(at(0.999) < 1000 + 50 * at(0.5), `${at(0.999)} ms`);
});

test('cancelled completions are answered, and those after them as well', async (t) => {
	const editor = await started(t);
	const sources = Array.from({ length: 30 }, () => new CancellationTokenSource());
	const asked = sources.map((source) =>
		ask(editor, 20, source).then(
			() => 'result',
			({ code }: { code: number }) => code,
		),
	);
	for (const source of sources) {
		source.cancel();
	}
	const last = await ask(editor, 12);
	assert.ok(last);
	const RequestCancelled = -32800;
	for (const outcome of await Promise.all(asked)) {
		assert.ok(outcome === 'result' || outcome === RequestCancelled, String(outcome));
	}
});
