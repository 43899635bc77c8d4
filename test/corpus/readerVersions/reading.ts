/** A reader's result for its sample, and the recorded one. `node test/corpus/readerVersions/reading.ts` records. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readerVersion } from '../../../server/src/corpus/formats/readerVersions.ts';
import { recognised } from '../../../server/src/corpus/reading/corpusText.ts';
import { placeRecords } from '../../../server/src/indexing/corpusReading.ts';
import { hashText } from '../../../server/src/util/hash.ts';
import { SAMPLES } from './samples.ts';

export interface Reading {
	readonly version: number;
	/** Hash of the sample. */
	readonly hash: number;
	/** Everything passed to the index, as JSON. */
	readonly output: string;
}

/** The result of the current reader. Throws if the sample is taken for another format. */
export function readingOf(format: string): Reading {
	const text = SAMPLES[format] ?? '';
	const content = recognised('file:///sample', text);
	if (content.kind !== 'readable' || content.format.name !== format) {
		throw new Error(
			`the sample of ${format} is taken for ${content.kind === 'readable' ? content.format.name : 'none'}`,
		);
	}
	const { records, reading } = placeRecords(content, () => undefined);
	const output = JSON.stringify({ records: [...records], ...reading() }, undefined, '\t');
	return { version: readerVersion(format), hash: hashText(text), output };
}

/** Undefined if none is recorded. */
export function recordedReading(format: string): Reading | undefined {
	const path = pathOf(format);
	if (!existsSync(path)) {
		return undefined;
	}
	const [, version, hash, output = ''] =
		/^version (\d+), sample (\d+)\n([\s\S]*)\n$/.exec(readFileSync(path, 'utf8')) ?? [];
	return { version: Number(version), hash: Number(hash), output };
}

/** Why the recorded result is no longer valid; undefined if it is. */
export function changeOf(recorded: Reading | undefined, today: Reading): 'raise the version' | 'record' | undefined {
	if (recorded?.hash !== today.hash) {
		return 'record';
	}
	if (recorded.output !== today.output && recorded.version === today.version) {
		return 'raise the version';
	}
	return recorded.output !== today.output || recorded.version !== today.version ? 'record' : undefined;
}

function pathOf(format: string): string {
	return join(import.meta.dirname, 'recorded', `${format}.txt`);
}

if (import.meta.main) {
	for (const format of Object.keys(SAMPLES)) {
		const today = readingOf(format);
		const change = changeOf(recordedReading(format), today);
		if (change === 'record') {
			writeFileSync(pathOf(format), `version ${today.version}, sample ${today.hash}\n${today.output}\n`);
		}
		process.stdout.write(`${format}: ${change ?? 'as recorded'}\n`);
	}
}
