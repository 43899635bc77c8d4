/**
 * How fast corpus files become records, beside the readers of others, each in a process of its own in one run: the ACL
 * Anthology, generated papers, and formats that are read line by line.
 */

import { existsSync, statSync } from 'node:fs';
import { type Measured, measuredBy } from './measuringProcess.ts';
import { PEERS } from './peerReaders.ts';
import { installPeers } from './peers.ts';
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
	const readings = [OURS, ...peers].map((name) => ({ name, measured: measuredReading(name, file) }));
	console.log(`\n${title}, ${(statSync(file).size / 1e6).toFixed(1)} MB of BibTeX`);
	console.table(readings.map(({ name, measured }) => ({ reader: name, ...rowOf(measured) })));
	const decoding = readings.flatMap(({ name, measured }) =>
		'figure' in measured && measured.figure.decodes ? [{ name, speed: speedOf(measured.figure) }] : [],
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
		const measured = measuredReading(OURS, file);
		const speed = 'figure' in measured ? speedOf(measured.figure) : 0;
		console.log(`\n${format}`);
		console.table([rowOf(measured)]);
		verdict(`${speed.toFixed(1)} MB/s`, speed, TARGETS.streamed);
	}
}

function verdict(figure: string, value: number, target: number): void {
	console.log(`${figure}; target ${target}${value < target ? ' MISSED' : ''}`);
}

function measuredReading(name: string, file: string): Measured<Reading> {
	// Twice over what is planned: installing its modules and looking at the file take their time too.
	return measuredBy({ script: 'readingProcess.ts', args: [name, file, String(SECONDS)], seconds: SECONDS * 5 });
}

function rowOf(measured: Measured<Reading>): Readonly<Record<string, string | number>> {
	if ('failure' in measured) {
		return { 'MB/s': measured.failure.slice(0, 60) };
	}
	const reading = measured.figure;
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
