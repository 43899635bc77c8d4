/** The problems of all files together, counted by the database: a list of thousands helps nobody. */

import type { FileProblem, ProblemSum } from '../../corpus/corpus.ts';
import type { ProblemCode } from '../../util/problem.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import { clashProblem } from './clashProblems.ts';
import { RecordPlaces } from './recordPlaces.ts';

/** Enough to recognise the kind of problem. */
const MAX_EXAMPLES = 3;

export function problemSums(sql: Sql): readonly ProblemSum[] {
	const counts = [...sql.rows(COUNTS), ...sql.rows(CLASH_COUNTS)].map((row) => ({
		code: textIn(row, 'code') as ProblemCode,
		uri: textIn(row, 'uri'),
		count: numberIn(row, 'count'),
	}));
	const examples = [...storedExamples(sql), ...clashExamples(sql)];
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

function clashExamples(sql: Sql): Example[] {
	const places = new RecordPlaces(sql);
	return sql.rows(CLASH_EXAMPLES, MAX_EXAMPLES).map((row) => ({
		uri: textIn(row, 'uri'),
		problem: clashProblem(places, { name: textIn(row, 'name'), record: numberIn(row, 'record') }),
	}));
}

const STORED = 'FROM files f JOIN problems p ON p.file = f.id, json_each(p.list) e WHERE f.problems > 0';
const COUNTS = `SELECT f.uri, e.value ->> '$.code' AS code, count(*) AS count ${STORED} GROUP BY f.id, code ORDER BY f.uri`;
const CLASH_COUNTS = `
	SELECT f.uri, 'duplicate-key' AS code, count(*) AS count FROM clashes c JOIN files f ON f.id = c.file
	GROUP BY f.id ORDER BY f.uri`;
const EXAMPLES = `
	SELECT uri, problem FROM (
		SELECT f.uri, e.value AS problem,
			row_number() OVER (PARTITION BY e.value ->> '$.code' ORDER BY f.uri, e.key) AS place ${STORED}
	) WHERE place <= ? ORDER BY uri, place`;
const CLASH_EXAMPLES = `
	SELECT f.uri, c.record, c.name FROM clashes c JOIN files f ON f.id = c.file ORDER BY f.uri, c.record LIMIT ?`;
