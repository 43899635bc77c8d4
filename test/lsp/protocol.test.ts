/** Requests at the wrong time get the errors that the protocol names, and a session always comes to its end. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
	createProtocolConnection,
	ErrorCodes,
	type ProtocolConnection,
	ResponseError,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { absentBesideLinux, absentOnWindows } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

/** A server that has been told nothing yet. */
function bareServer(t: TestContext): ProtocolConnection {
	const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	t.after(() => server.kill('SIGKILL'));
	const reader = new StreamMessageReader(server.stdout);
	reader.partialMessageTimeout = 0;
	const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
	connection.listen();
	return connection;
}

/** The code with which a request is refused. */
function refusal(connection: ProtocolConnection, method: string, params: object = {}): Promise<unknown> {
	return connection.sendRequest(method, params).then(
		() => 'answered',
		(error: unknown) => (error instanceof ResponseError ? error.code : error),
	);
}

const INITIALIZE = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { storagePath: null } };

test('requests before the first, a second first one, and requests after the last are errors', async (t) => {
	const server = bareServer(t);
	assert.equal(await refusal(server, 'paperNotes/status'), ErrorCodes.ServerNotInitialized);
	assert.equal(await refusal(server, 'textDocument/hover'), ErrorCodes.ServerNotInitialized);
	await server.sendRequest('initialize', INITIALIZE);
	assert.equal(await refusal(server, 'initialize', INITIALIZE), ErrorCodes.InvalidRequest);
	await server.sendNotification('initialized', {});
	assert.equal(await refusal(server, 'paperNotes/status'), 'answered');
	assert.equal(await refusal(server, 'nobody/knows'), ErrorCodes.MethodNotFound);
	await server.sendRequest('shutdown');
	for (const method of ['paperNotes/status', 'textDocument/hover', 'textDocument/rename', 'shutdown']) {
		assert.equal(await refusal(server, method), ErrorCodes.InvalidRequest, method);
	}
	assert.equal(await refusal(server, 'initialize', INITIALIZE), ErrorCodes.InvalidRequest);
});

test('where no storage folder can be made, as below /proc, the index is in memory', {
	skip: absentBesideLinux('a file system of processes'),
	timeout: 30_000,
}, async (t) => {
	const files = serverCase(t, { 'ws/a.bib': entry('a2020', 'A') });
	const editor = await files.start({ on: 'ws', initializationOptions: { storagePath: '/proc/self/deep/storage' } });
	await known(editor, 'a2020');
	assert.match(editor.heard.words.join('\n'), /kept in memory/);
	assert.equal(await editor.close(), 0);
});

/**
 * Makes a disk that is away of everything below a folder `away`: all that is asked of it waits in the system, as for a
 * pipe to which nobody writes.
 */
const AWAY = `
const fs = require('node:fs');
const pipe = require('node:path').join(__dirname, 'pipe');
for (const name of ['stat', 'lstat', 'realpath', 'readdir', 'open', 'readFile']) {
	const original = fs.promises[name];
	fs.promises[name] = (path, ...more) =>
		String(path).includes('/away/') ? new Promise((resolve) => fs.readFile(pipe, resolve)) : original(path, ...more);
}
`;

test('a disk that never answers holds up neither answers nor the end', {
	skip: absentOnWindows('named pipes'),
	timeout: 60_000,
}, async (t) => {
	const files = serverCase(t, {
		'away.cjs': AWAY,
		'ws/a.bib': entry('a2020', 'A'),
		'ws/note.md': 'See @paper[a2020].',
	});
	await once(spawn('mkfifo', [files.path('pipe')]), 'exit');
	const corpus = ['*.bib', files.path('away/library.bib'), files.path('away/more.bib')];
	const editor = await files.start({
		on: 'ws',
		env: { NODE_OPTIONS: `--require "${files.path('away.cjs')}"` },
		settings: { corpus },
	});
	await known(editor, 'a2020');
	await editor.open('note.md');
	assert.equal((await editor.hover('note.md', 'a20|20')).length, 1);
	const began = performance.now();
	await editor.connection.sendRequest('shutdown');
	const took = performance.now() - began;
	// Two seconds, and what other processes take of the machine.
	assert.ok(took < 5000, `${took} ms`);
	await editor.connection.sendNotification('exit');
	await editor.ended;
});

test('a server whose client is gone ends', { timeout: 60_000 }, async (t) => {
	const files = serverCase(t, { 'ws/a.bib': entry('a2020', 'A') });
	const client = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
	const editor = await files.start({ on: 'ws', processId: client.pid ?? 0 });
	await indexed(editor);
	client.kill('SIGKILL');
	assert.equal(await editor.ended, 1);
});

test('a server whose client is gone ends while its index is being built', { timeout: 60_000 }, async (t) => {
	const library = Array.from({ length: 20_000 }, (_, index) => entry(`a${index}`, `Title ${index}`)).join('\n');
	const files = serverCase(t, { 'ws/a.bib': library });
	const client = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
	const editor = await files.start({ on: 'ws', processId: client.pid ?? 0 });
	client.kill('SIGKILL');
	assert.equal(await editor.ended, 1);
});
