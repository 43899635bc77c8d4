/** One round of the fuzz: a number decides which document is damaged, and how. The same number gives the same round. */

import assert from 'node:assert/strict';
import { corpusText } from '../../../server/src/corpus/reading/corpusText.ts';
import { type Random, randomFrom } from '../../support/random.ts';
import { checkedReading, stands } from './checks.ts';
import { damaged, endless, randomBytes, randomPieces } from './damage.ts';
import { beginningOf, DOCUMENTS, type FuzzDocument, textOf, wordOf } from './documents.ts';

export interface RoundOptions {
	/** Characters of what goes on without end. */
	readonly endlessSize: number;
}

/** Throws the reader's mistakes, with the text that caused them. */
export function fuzzRound(seed: number, options: RoundOptions): void {
	const random = randomFrom(seed);
	const document = DOCUMENTS[random(DOCUMENTS.length)];
	assert.ok(document);
	const text = textOf(document);
	const kind = random(8);
	if (kind === 0) {
		tried(randomPieces(text, random), readByAll);
	} else if (kind === 1) {
		tried(damaged(text, random), readByAll);
	} else if (kind === 2) {
		readBytes(randomBytes(random));
	} else if (kind === 3) {
		tried(endless(text, options.endlessSize, random), (hostile) => checkedReading(document.format, hostile));
	} else {
		damageOneRecord(document, random);
	}
}

/**
 * Damage within the third of five records leaves the others standing; where it reaches what stands between two records,
 * the fourth may be damaged, too.
 */
function damageOneRecord(document: FuzzDocument, random: Random): void {
	const { format, records, tail } = document;
	const [third = '', ...rest] = records.slice(2);
	const reachesOut = random(3) === 0;
	const between = reachesOut ? '' : (/,?\s*$/.exec(third)?.[0] ?? '');
	const body = third.slice(0, third.length - between.length);
	const text = beginningOf(document, 2) + damaged(body, random) + between + rest.join('') + tail;
	const standing = reachesOut ? [0, 1, 4] : [0, 1, 3, 4];
	tried(text, () => {
		const papers = checkedReading(format, text);
		for (const index of standing) {
			assert.ok(stands(papers, wordOf(index)), `${format.name}: record ${index + 1} of 5 is gone`);
		}
	});
}

/** Readers also get texts of other formats, in case a file looks like another kind. */
function readByAll(text: string): void {
	for (const { format } of DOCUMENTS) {
		checkedReading(format, text);
	}
}

function readBytes(bytes: Uint8Array): void {
	const content = corpusText('file:///x.bib', bytes);
	if (content.kind === 'readable') {
		tried(content.text, (text) => checkedReading(content.format, text));
	}
}

function tried(text: string, check: (text: string) => unknown): void {
	try {
		check(text);
	} catch (error) {
		const shown = JSON.stringify(text.length > 4000 ? `${text.slice(0, 4000)}...` : text);
		throw new Error(`${error instanceof Error ? error.stack : String(error)}\n\nThe text was: ${shown}`, {
			cause: error,
		});
	}
}
