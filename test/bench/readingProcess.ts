/**
 * One reader on one file, in a process of its own: `node readingProcess.ts READER FILE SECONDS`. Prints what it measured
 * as one line of JSON. A peer too slow for the whole file gets the part of it that it should manage in half of SECONDS.
 */

import { readFileSync } from 'node:fs';
import { formatOf } from '../../server/src/corpus/formats/formats.ts';
import { PEERS } from './peerReaders.ts';
import { OURS, type Reading } from './readingFigure.ts';

const [name = OURS, file = '', limit = '10'] = process.argv.slice(2);
const budget = Number(limit);

/** Enough for a first look at a reader's speed. */
const FIRST_LOOK = 300_000;

const ROUNDS = 5;

/** Braces, an accent in either spelling, a macro, two names: what is decoded shows in what comes out. */
const PROBE = String.raw`@article{p, title = {The {C}af{\'e} \& {\"U}bung}, author = {M{\"u}ller, J{\"o}rg and Jane Doe}, journal = {X}, year = 2020}`;

/** Asking for the memory takes about as long as reading two records. */
const RECORDS_A_LOOK = 1000;

/** Bytes resident at the most, of what was seen while reading. */
let peak = 0;

const read = await readerNamed(name);
const text = readFileSync(file, 'utf8');
process.stdout.write(`${JSON.stringify(measured())}\n`);

async function readerNamed(peer: string): Promise<(source: string) => Iterable<unknown>> {
	const peerReader = await PEERS[peer]?.();
	return peerReader ?? readByFormat;
}

function readByFormat(source: string): Iterable<unknown> {
	const format = formatOf(source);
	if (format === undefined) {
		throw new Error('No reader knows this format.');
	}
	return format.read(source, { report: () => {} });
}

function measured(): Reading {
	const loaded = process.memoryUsage.rss();
	const look = upTo(FIRST_LOOK);
	const seconds = Math.min(secondsFor(look).seconds, secondsFor(look).seconds);
	const { sample, stop } = readable(name in PEERS ? upTo((look.length / seconds) * (budget / 2)) : text);
	const began = performance.now();
	const rounds: Round[] = [];
	while (rounds.length < ROUNDS && (rounds.length === 0 || performance.now() - began < budget * 1000)) {
		rounds.push(secondsFor(sample));
	}
	return {
		records: rounds[0]?.records ?? 0,
		bytes: Buffer.byteLength(sample),
		isWhole: sample.length === text.length,
		...(stop === undefined ? {} : { stop }),
		seconds: rounds.map((round) => round.seconds),
		decodes: decodes(),
		loaded,
		peak,
	};
}

/** The first entries of the file, about so many characters. */
function upTo(length: number): string {
	const end = length < text.length ? text.lastIndexOf('\n@', length) + 1 : text.length;
	// A slice would share the whole file's memory, and be slower to walk.
	return end > 0 && end < text.length ? Buffer.from(text.slice(0, end)).toString() : text;
}

/** As much of `sample` as a reader manages that throws at some entry and gives nothing. */
function readable(sample: string): { readonly sample: string; readonly stop?: string } {
	let stop: string | undefined;
	for (let rest = sample; rest.length > 1000; rest = upTo(rest.length / 2)) {
		try {
			secondsFor(rest);
			return stop === undefined ? { sample: rest } : { sample: rest, stop };
		} catch (error) {
			stop = error instanceof Error ? error.message : String(error);
		}
	}
	throw new Error(stop);
}

interface Round {
	readonly records: number;
	readonly seconds: number;
}

function secondsFor(source: string): Round {
	const start = performance.now();
	let records = 0;
	for (const _ of read(source)) {
		records += 1;
		if (records % RECORDS_A_LOOK === 0) {
			peak = Math.max(peak, process.memoryUsage.rss());
		}
	}
	peak = Math.max(peak, process.memoryUsage.rss());
	return { records, seconds: (performance.now() - start) / 1000 };
}

/** Whether LaTeX is decoded and names are split. */
function decodes(): boolean {
	const shown = JSON.stringify([...read(PROBE)])
		.normalize('NFC')
		.replace(/<[^<>]*>/g, '');
	return /Café & übung/i.test(shown) && /"Müller"/.test(shown) && /"Doe"/.test(shown);
}
