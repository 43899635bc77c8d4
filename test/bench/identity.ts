/** Which records are one paper: pairwise precision and recall on labelled sets, beside the rules of others. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from '../../server/src/corpus/identity/identity.ts';
import { connectedRecords } from '../../server/src/corpus/identity/identityGroups.ts';
import { identitySigns } from '../../server/src/corpus/identity/identityMarks.ts';
import { tiesOf } from '../../server/src/corpus/identity/ties.ts';
import type { CslItem } from '../../server/src/corpus/paper.ts';
import { isOneForJabRef, isOneForZotero, type PeerRecord, peerRecord } from './peerIdentity.ts';
import { printRows } from './table.ts';

/** Sets of others, read where they are; see the README there. */
const SETS = join(import.meta.dirname, '../../../shared/corpora/one-paper');
const NAMES = ['copper', 'tafenoquine', 'dblp-acm'];

/** In percent: what our rule must reach. */
const TARGETS: Readonly<Record<string, Rates>> = {
	copper: { precision: 100, recall: 100 },
	tafenoquine: { precision: 100, recall: 100 },
	'dblp-acm': { precision: 99.4, recall: 91 },
};

interface LabelledRecord {
	readonly item: CslItem;
	/** Records of one paper have the same. */
	readonly gold: string;
}

interface Rates {
	readonly precision: number;
	readonly recall: number;
}

type Grouping = (items: readonly CslItem[]) => readonly (readonly number[])[];

const RULES: Readonly<Record<string, Grouping>> = {
	'Paper Notes': ourGroups,
	JabRef: (items) => peerGroups(items, isOneForJabRef),
	Zotero: (items) => peerGroups(items, isOneForZotero),
};

export function benchIdentity(): void {
	for (const name of NAMES) {
		const path = join(SETS, `${name}.jsonl`);
		if (!existsSync(path)) {
			process.stdout.write(`The labelled set ${name} is left out: ${path} is not there.\n`);
			continue;
		}
		const records = readSet(path);
		const rows = Object.entries(RULES).map(([rule, groups]) => {
			const rates = ratesOf(records, groups(records.map(({ item }) => item)));
			const isMissed = rule === 'Paper Notes' && isBelow(rates, TARGETS[name]);
			return [rule, rates.precision.toFixed(2), rates.recall.toFixed(2), isMissed ? 'MISSED' : ''];
		});
		printRows(`One paper or two: ${name}, ${records.length.toLocaleString('en')} records`, [
			['', 'precision %', 'recall %', ''],
			...rows,
		]);
	}
}

function readSet(path: string): readonly LabelledRecord[] {
	const lines = readFileSync(path, 'utf8').trim().split('\n');
	return lines.map((line) => JSON.parse(line));
}

function isBelow(rates: Rates, target: Rates | undefined): boolean {
	return target !== undefined && (rates.precision < target.precision || rates.recall < target.recall);
}

/** Of all pairs of records that are called one paper, how many are; of all that are, how many are called so. */
function ratesOf(records: readonly LabelledRecord[], groups: readonly (readonly number[])[]): Rates {
	const pairs = (count: number): number => (count * (count - 1)) / 2;
	const found = groups.reduce((sum, group) => sum + pairs(group.length), 0);
	const wanted = [...Map.groupBy(records, ({ gold }) => gold).values()].reduce(
		(sum, { length }) => sum + pairs(length),
		0,
	);
	const right = groups
		.flatMap((group) => [...Map.groupBy(group, (index) => records[index]?.gold).values()])
		.reduce((sum, { length }) => sum + pairs(length), 0);
	return { precision: (100 * right) / found, recall: (100 * right) / wanted };
}

function ourGroups(items: readonly CslItem[]): readonly (readonly number[])[] {
	const identities = items.map((item) => identityOf({ item }));
	const marks = items.map((item) => {
		const own = Object.entries(identitySigns({ item }).marks).filter(([, value]) => value !== null);
		return own.map((mark) => mark.join(' '));
	});
	const blocks = new Map<string, number[]>();
	for (const [index, own] of marks.entries()) {
		for (const mark of own) {
			blocks.set(mark, [...(blocks.get(mark) ?? []), index]);
		}
	}
	const identityAt = (index: number) => identities[index] ?? identityOf({ item: { type: '' } });
	const pool = {
		identityOf: identityAt,
		candidatesOf: (index: number) =>
			[...new Set((marks[index] ?? []).flatMap((mark) => blocks.get(mark) ?? []))].filter((other) => other !== index),
		areSame: (one: number, other: number) => one === other,
	};
	return connectedRecords([...items.keys()], (index) => tiesOf(pool, index));
}

function peerGroups(
	items: readonly CslItem[],
	isOne: (a: PeerRecord, b: PeerRecord) => boolean,
): readonly (readonly number[])[] {
	const records = items.map(peerRecord);
	return connectedRecords([...items.keys()], (index) => {
		const own = records[index];
		return own === undefined ? [] : [...records.keys()].slice(index + 1).filter((other) => isOneAt(own, other));
	});

	function isOneAt(own: PeerRecord, other: number): boolean {
		const record = records[other];
		return record !== undefined && isOne(own, record);
	}
}
