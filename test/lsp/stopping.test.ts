/** Stopping indexing keeps what is there. Indexing continues when it is told to. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
	type ProgressToken,
	WorkDoneProgress,
	type WorkDoneProgressBegin,
	WorkDoneProgressCreateRequest,
	type WorkDoneProgressEnd,
	type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import type { SearchResponse, StatusResponse } from '../../server/src/protocol.ts';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FILES = 20;
const COUNT = 4000;

/** Milliseconds in which hundreds of papers would be indexed at this pace if indexing had not stopped. */
const WHILE = 400;

const entries = [...generatedPapers(COUNT, 5)].map(toBibtex);

function library(t: TestContext): ServerCase {
	const files = serverCase(t, { 'ws/note.md': 'See @paper[nobody2020].' });
	for (let part = 0; part < FILES; part++) {
		files.put(`ws/part${part}.bib`, entries.filter((_, index) => index % FILES === part).join('\n'));
	}
	return files;
}

function start(files: ServerCase): Promise<StdioEditor> {
	return files.start({ on: 'ws', initializationOptions: { storagePath: files.path('storage') } });
}

/** Stopped during a first index, after the running batch has ended. */
async function stopped(editor: StdioEditor): Promise<StatusResponse> {
	await eventually({ read: () => status(editor), accept: ({ papers }) => papers > 0, what: 'the first papers' });
	await editor.request('paperNotes/stopIndexing', {});
	return held(editor);
}

/** Waits for the running batch to end: the count stays the same for a while. */
async function held(editor: StdioEditor): Promise<StatusResponse> {
	const looks: number[] = [];
	return eventually({
		read: async () => {
			const now = await status(editor);
			looks.push(now.papers);
			await pause(WHILE / 4);
			return now;
		},
		accept: () => looks.length > 8 && new Set(looks.slice(-8)).size === 1,
		what: 'the count to stand still',
	});
}

function complete(editor: StdioEditor, papers: number): Promise<StatusResponse> {
	return eventually({
		read: () => status(editor),
		accept: (now) => !now.indexing && now.papers === papers,
		what: `${papers} papers`,
		timeoutMs: 120_000,
	});
}

test('a stopped index keeps its papers, answers from them, and takes up what has changed when it goes on', async (t) => {
	const editor = await start(library(t));
	const at = await stopped(editor);
	assert.ok(at.indexing && at.stopped && at.papers < COUNT, JSON.stringify({ ...at, files: [] }));
	await editor.write('new.bib', entry('new2020', 'New'));
	await editor.open('part19.bib');
	await editor.replace('part19.bib', '@inproceedings{', `${entry('typed2020', 'Typed')}@inproceedings{`);
	await pause(WHILE);
	assert.equal((await status(editor)).papers, at.papers);
	assert.equal(await paper(editor, 'new2020'), null);
	const found = await editor.request<SearchResponse>('paperNotes/search', { query: 'conference', limit: 3 });
	assert.equal(found.items.length, 3);
	await editor.open('note.md');
	assert.deepEqual(await editor.problems('note.md'), [], 'an unknown key may only be unknown yet');

	await editor.request('paperNotes/continueIndexing', {});
	const { stopped: isStopped } = await complete(editor, COUNT + 2);
	assert.equal(isStopped, undefined);
	await known(editor, 'new2020');
	await known(editor, 'typed2020');
	assert.equal((await editor.problems('note.md')).length, 1);
});

test('a server that ends while it is stopped leaves an index that the next one completes', async (t) => {
	const files = library(t);
	const editor = await start(files);
	const at = await stopped(editor);
	assert.equal(await editor.close(), 0);
	const next = await start(files);
	assert.ok((await status(next)).papers >= at.papers);
	await complete(next, COUNT);
	assert.deepEqual(next.heard.words, []);
});

test('building the index anew goes on by itself', async (t) => {
	const editor = await start(library(t));
	await stopped(editor);
	await editor.request('paperNotes/rebuildIndex', {});
	assert.equal((await status(editor)).stopped, undefined);
	await complete(editor, COUNT);
});

test('a complete index cannot be stopped, and what changes later is read', async (t) => {
	const editor = await serverCase(t, { 'a.bib': entry('a2020', 'A') }).start();
	await indexed(editor);
	for (const request of ['stopIndexing', 'continueIndexing', 'stopIndexing']) {
		await editor.request(`paperNotes/${request}`, {});
	}
	assert.deepEqual([(await status(editor)).indexing, (await status(editor)).stopped], [false, undefined]);
	await editor.write('b.bib', entry('b2020', 'B'));
	await known(editor, 'b2020');
});

interface Told {
	readonly token: ProgressToken;
	readonly value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
}

/** Progress reported from now on. The server is silent at first. */
function progressOf({ connection }: StdioEditor): Told[] {
	const told: Told[] = [];
	connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
		connection.onProgress(WorkDoneProgress.type, token, (value) => {
			told.push({ token, value });
		});
	});
	return told;
}

test('a client that shows progress by itself can cancel it', async (t) => {
	const editor = await start(library(t));
	const told = progressOf(editor);
	const begin = await eventually({
		read: () => told[0],
		accept: (one) => one !== undefined,
		what: 'progress',
	});
	assert.ok(begin?.value.kind === 'begin' && begin.value.cancellable);
	await editor.connection.sendNotification('window/workDoneProgress/cancel', { token: begin.token });
	await eventually({ read: () => told.at(-1)?.value.kind, accept: (kind) => kind === 'end', what: 'its end' });
	const at = await held(editor);
	assert.ok(at.stopped && at.papers < COUNT, JSON.stringify({ ...at, files: [] }));
	await editor.request('paperNotes/continueIndexing', {});
	await complete(editor, COUNT);
	assert.equal(told.at(-1)?.value.kind, 'end');
});

test('our own extension shows its status instead, and hears of no other progress', async (t) => {
	const files = library(t);
	const editor = await files.start({ on: 'ws', initializationOptions: { editor: 'vscode' } });
	const told = progressOf(editor);
	await complete(editor, COUNT);
	assert.deepEqual(told, []);
});
