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
import { printRows } from './table.ts';
import { counted } from './timeSpent.ts';

/** Issue 3 asks for these: MB/s of BibTeX and of the streamed formats, and times the fastest peer that decodes. */
const TARGETS = { bibtex: 40, streamed: 80, ratio: 3 };

/** For each reader and file; a peer gets so much of the file as it should manage in half of them. */
const SECONDS = 5;

/** After which a reader is ended: loading it and looking at the file take their time too. */
const PATIENCE = 60;

/** Prints all tables; `papers` is how many to generate. */
export async function benchReading(papers = 100_000): Promise<void> {
	const peers = installPeers() ? Object.keys(PEERS) : [];
	if (peers.length === 0) {
		process.stdout.write('The readers of others are not measured: the npm registry could not be reached.\n');
	}
	if (existsSync(REAL_CORPUS)) {
		besidePeers('ACL Anthology, every fifth record since 2016', REAL_CORPUS, peers);
	} else {
		process.stdout.write(`The ACL Anthology is not measured: there is no ${REAL_CORPUS}.\n`);
	}
	const made = await counted('generating papers', () => madeFiles(papers));
	try {
		besidePeers(`${papers.toLocaleString('en')} generated papers`, made.bibtex, peers);
		alone(made.streamed);
	} finally {
		made.remove();
	}
}

function besidePeers(title: string, file: string, peers: readonly string[]): void {
	const readings = [OURS, ...peers].map((name) => ({ name, measured: measuredReading(name, file) }));
	printReadings(`${title}, ${(statSync(file).size / 1e6).toFixed(1)} MB of BibTeX`, readings);
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
	const readings = Object.entries(files).map(([name, file]) => ({ name, measured: measuredReading(OURS, file) }));
	printReadings('The same papers in formats of lines, read by Paper Notes', readings);
	for (const { name, measured } of readings) {
		const speed = 'figure' in measured ? speedOf(measured.figure) : 0;
		verdict(`${name}: ${speed.toFixed(1)} MB/s`, speed, TARGETS.streamed);
	}
}

function verdict(figure: string, value: number, target: number): void {
	process.stdout.write(`${figure}; target ${target}: ${value < target ? 'MISSED' : 'met'}\n`);
}

function measuredReading(name: string, file: string): Measured<Reading> {
	return measuredBy({ script: 'readingProcess.ts', args: [name, file, String(SECONDS)], seconds: PATIENCE });
}

const HEADINGS = ['', 'MB/s', 'first round', 'records', 'decodes', 'file in memory, MB', 'while reading, MB', 'read'];

function printReadings(
	title: string,
	readings: readonly { readonly name: string; readonly measured: Measured<Reading> }[],
): void {
	const rows = readings.map(({ name, measured }) => [name, ...cellsOf(measured)]);
	printRows(title, [HEADINGS, ...rows], (column) => column > 0 && column < HEADINGS.length - 1);
}

function cellsOf(measured: Measured<Reading>): readonly string[] {
	if ('failure' in measured) {
		return ['none', '', '', '', '', '', measured.failure.slice(0, 60)];
	}
	const reading = measured.figure;
	const [cold = 0] = reading.seconds;
	return [
		speedOf(reading).toFixed(1),
		(reading.bytes / 1e6 / cold).toFixed(1),
		String(reading.records),
		reading.decodes ? 'yes' : 'no',
		(reading.loaded / 1e6).toFixed(0),
		(reading.peak / 1e6).toFixed(0),
		partOf(reading),
	];
}

function partOf({ isWhole, bytes, stop }: Reading): string {
	const part = isWhole ? 'whole' : `first ${(bytes / 1e6).toFixed(1)} MB`;
	return stop === undefined ? part : `${part}; of more: ${stop.split('\n', 1)[0]?.slice(0, 50)}`;
}
