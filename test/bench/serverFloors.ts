/** What no server can do without: starting a process, reading the files, the way of a request there and back. */

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { median, percentile, repeated, timed } from './samples.ts';
import type { ServerCorpus } from './serverCorpus.ts';
import type { Figure } from './table.ts';

/** Requests to a server that has nothing to do. */
const TRIPS = 500;

const READINGS = 3;
const STARTS = 9;

export async function floorFigures({ files }: ServerCorpus): Promise<Figure[]> {
	const read = (): number => files.reduce((sum, file) => sum + readFileSync(file).length, 0);
	const readings = await repeated(READINGS, () => timed(read));
	const starts = await repeated(STARTS, () => timed(() => spawnSync(process.execPath, ['--eval', ''])));
	const trips = await roundTrips();
	return [
		{ name: 'floor: reading the bytes of the corpus', value: median(readings.map(({ ms }) => ms)), unit: 'ms' },
		{ name: 'floor: starting Node with nothing to do', value: median(starts.map(({ ms }) => ms)), unit: 'ms' },
		{ name: 'floor: an empty round trip, p50', value: median(trips), unit: 'ms' },
		{ name: 'floor: an empty round trip, p95', value: percentile(trips, 95), unit: 'ms' },
	];
}

/** Milliseconds of each request for a card to a server that knows none. */
async function roundTrips(): Promise<number[]> {
	const server = spawn(process.execPath, [join(import.meta.dirname, 'echoServer.ts')], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	connection.listen();
	const params = { textDocument: { uri: 'file:///note.md' }, position: { line: 0, character: 0 } };
	const trips = await repeated(TRIPS, () => timed(() => connection.sendRequest('textDocument/hover', params)));
	await connection.sendNotification('exit');
	connection.dispose();
	// The first goes to a process that is still starting.
	return trips.slice(1).map(({ ms }) => ms);
}
