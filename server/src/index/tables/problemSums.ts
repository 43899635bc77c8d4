/** The problems of all files together, counted by the database: a list of thousands helps nobody. */

import type { FileProblem, ProblemSum } from '../../corpus/corpus.ts';
import type { ProblemCode } from '../../util/problem.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { Clash, Clashes } from './clashes.ts';
import { clashProblem } from './clashProblems.ts';
import type { RecordBodies } from './recordBodies.ts';
import { RecordPlaces } from './recordPlaces.ts';
import { sharedIdentifierCounts, sharedIdentifierProblems } from './sharedIdentifiers.ts';
import { UNCOUNTED } from './untitledRecords.ts';

/** Enough to recognise the kind of problem. */
const MAX_EXAMPLES = 3;

interface ProblemTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
}

/** `version` is the current version of the index. */
export function problemSums(tools: ProblemTools, clashes: Clashes, version: number): readonly ProblemSum[] {
	const { sql } = tools;
	const clashing = clashingFiles(sql, clashes, version);
	const stored = sql.rows(COUNTS).map((row) => ({
		code: textIn(row, 'code') as ProblemCode,
		uri: textIn(row, 'uri'),
		count: numberIn(row, 'count'),
	}));
	const shared = sharingFiles(tools);
	const counts = [
		...stored,
		...clashing.map(({ uri, count }) => ({ code: 'duplicate-key' as const, uri, count })),
		...shared.map(({ uri, count }) => ({ code: 'shared-identifier' as const, uri, count })),
	];
	const examples = [
		...storedExamples(sql),
		...clashExamples(sql, clashing.slice(0, MAX_EXAMPLES)),
		...shared
			.slice(0, MAX_EXAMPLES)
			.flatMap(({ examples }) => examples())
			.slice(0, MAX_EXAMPLES),
	];
	return [...Map.groupBy(counts, ({ code }) => code)]
		.map(([code, inFiles]) => ({
			code,
			count: inFiles.reduce((sum, { count }) => sum + count, 0),
			files: inFiles.map(({ uri, count }) => ({ uri, count })).sort((a, b) => b.count - a.count),
			examples: examples
				.filter(({ problem }) => problem.code === code)
				.map(({ uri, problem: { range, message } }) => ({ uri, range, message })),
		}))
		.sort((a, b) => b.count - a.count);
}

interface Example {
	readonly uri: string;
	readonly problem: FileProblem;
}

function storedExamples(sql: Sql): Example[] {
	return sql
		.rows(EXAMPLES, MAX_EXAMPLES)
		.map((row) => ({ uri: textIn(row, 'uri'), problem: JSON.parse(textIn(row, 'problem')) }));
}

interface SharingFile {
	readonly uri: string;
	readonly count: number;
	readonly examples: () => readonly Example[];
}

function sharingFiles(tools: ProblemTools): readonly SharingFile[] {
	const counts = sharedIdentifierCounts(tools.sql);
	return filesByUri(tools.sql).flatMap(({ id, uri }) => {
		const count = counts.get(id);
		const examples = () => sharedIdentifierProblems(tools, id, MAX_EXAMPLES).map((problem) => ({ uri, problem }));
		return count === undefined ? [] : [{ uri, count, examples }];
	});
}

interface ClashingFile {
	readonly uri: string;
	readonly count: number;
	readonly clashes: () => readonly Clash[];
}

function clashingFiles(sql: Sql, clashes: Clashes, version: number): readonly ClashingFile[] {
	const counts = clashes.counts(version);
	return filesByUri(sql).flatMap(({ id, uri }) => {
		const count = counts.get(id);
		return count === undefined ? [] : [{ uri, count, clashes: () => clashes.of(id, version) }];
	});
}

function filesByUri(sql: Sql): readonly { readonly id: number; readonly uri: string }[] {
	const rows = sql.rows('SELECT id, uri FROM files ORDER BY uri');
	return rows.map((row) => ({ id: numberIn(row, 'id'), uri: textIn(row, 'uri') }));
}

function clashExamples(sql: Sql, files: readonly ClashingFile[]): Example[] {
	const places = new RecordPlaces(sql);
	return files
		.flatMap(({ uri, clashes }) => clashes().map((clash) => ({ uri, clash })))
		.slice(0, MAX_EXAMPLES)
		.map(({ uri, clash }) => ({ uri, problem: clashProblem(places, clash) }));
}

const STORED = `
	FROM files f JOIN problems p ON p.file = f.id, json_each(p.list) e
	WHERE f.problems > 0 AND (f.id, e.key) NOT IN (${UNCOUNTED})`;
const COUNTS = `SELECT f.uri, e.value ->> '$.code' AS code, count(*) AS count ${STORED} GROUP BY f.id, code ORDER BY f.uri`;
const EXAMPLES = `
	SELECT uri, problem FROM (
		SELECT f.uri, e.value AS problem,
			row_number() OVER (PARTITION BY e.value ->> '$.code' ORDER BY f.uri, e.key) AS place ${STORED}
	) WHERE place <= ? ORDER BY uri, place`;
