/**
 * How fast corpus files become records, beside the readers of others, each in a process of its own in one run: the ACL
 * Anthology, generated papers, and formats that are read line by line.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installPeers, PEERS } from './peerReaders.ts';
import { OURS, type Reading, speedOf } from './readingFigure.ts';
import { madeFiles } from './readingFiles.ts';
import { REAL_CORPUS } from './serverCorpus.ts';

/** Issue 3 asks for these: MB/s of BibTeX and of the streamed formats, and times the fastest peer that decodes. */
const TARGETS = { bibtex: 40, streamed: 80, ratio: 3 };

/** For each reader and file; a peer gets so much of the file as it should manage in half of them. */
const SECONDS = 12;

/** Prints all tables; `papers` is how many to generate. */
export async function benchReading(papers = 100_000): Promise<void> {
	const peers = installPeers() ? Object.keys(PEERS) : [];
	if (peers.length === 0) {
		console.log('The readers of others are not measured: the npm registry could not be reached.');
	}
	if (existsSync(REAL_CORPUS)) {
		besidePeers('ACL Anthology, every fifth record since 2016', REAL_CORPUS, peers);
	} else {
		console.log(`The ACL Anthology is not measured: there is no ${REAL_CORPUS}.`);
	}
	const made = await madeFiles(papers);
	try {
		besidePeers(`${papers.toLocaleString('en')} generated papers`, made.bibtex, peers);
		alone(made.streamed);
	} finally {
		made.remove();
	}
}

function besidePeers(title: string, file: string, peers: readonly string[]): void {
	const readings = [OURS, ...peers].map((name) => ({ name, ...measuredReading(name, file) }));
	console.log(`\n${title}, ${(statSync(file).size / 1e6).toFixed(1)} MB of BibTeX`);
	console.table(readings.map(({ name, reading, failure }) => ({ reader: name, ...rowOf(reading, failure) })));
	const decoding = readings.flatMap(({ name, reading }) =>
		reading?.decodes ? [{ name, speed: speedOf(reading) }] : [],
	);
	const [ours, ...others] = decoding;
	const fastest = others.toSorted((one, other) => other.speed - one.speed)[0];
	if (ours !== undefined) {
		verdict(`${ours.name}: ${ours.speed.toFixed(1)} MB/s`, ours.speed, TARGETS.bibtex);
	}
	if (ours !== undefined && fastest !== undefined) {
		const ratio = ours.speed / fastest.speed;
		verdict(`${ratio.toFixed(1)} times ${fastest.name}, the fastest other that decodes`, ratio, TARGETS.ratio);
	}
}

function alone(files: Readonly<Record<string, string>>): void {
	for (const [format, file] of Object.entries(files)) {
		const { reading, failure } = measuredReading(OURS, file);
		const speed = reading === undefined ? 0 : speedOf(reading);
		console.log(`\n${format}`);
		console.table([rowOf(reading, failure)]);
		verdict(`${speed.toFixed(1)} MB/s`, speed, TARGETS.streamed);
	}
}

function verdict(figure: string, value: number, target: number): void {
	console.log(`${figure}; target ${target}${value < target ? ' MISSED' : ''}`);
}

function measuredReading(name: string, file: string): { reading?: Reading; failure?: string } {
	const script = join(import.meta.dirname, 'readingProcess.ts');
	// Twice over what is planned: installing its modules and looking at the file take their time too.
	const timeout = SECONDS * 5000;
	const child = spawnSync(process.execPath, [script, name, file, String(SECONDS)], { encoding: 'utf8', timeout });
	const line = child.stdout.trim().split('\n').at(-1) ?? '';
	if (child.status === 0) {
		return { reading: JSON.parse(line) as Reading };
	}
	const error = /^\w*Error.*$/m.exec(child.stderr)?.[0] ?? child.stderr.trim().split('\n').at(-1);
	return { failure: child.signal === null ? (error ?? 'failed') : `no answer in ${timeout / 1000} s` };
}

function rowOf(reading: Reading | undefined, failure: string | undefined): Readonly<Record<string, string | number>> {
	if (reading === undefined) {
		return { 'MB/s': failure?.slice(0, 60) ?? 'failed' };
	}
	const [cold = 0] = reading.seconds;
	return {
		'MB/s': Number(speedOf(reading).toFixed(1)),
		'first round': Number((reading.bytes / 1e6 / cold).toFixed(1)),
		records: reading.records,
		read: partOf(reading),
		decodes: reading.decodes ? 'yes' : 'no',
		'file in memory, MB': Math.round(reading.loaded / 1e6),
		'while reading, MB': Math.round(reading.peak / 1e6),
	};
}

function partOf({ isWhole, bytes, stop }: Reading): string {
	const part = isWhole ? 'whole' : `first ${(bytes / 1e6).toFixed(1)} MB`;
	return stop === undefined ? part : `${part}; of more: ${stop.split('\n', 1)[0]?.slice(0, 50)}`;
}
