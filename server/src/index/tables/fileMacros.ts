/** Macros shared by the files of the corpus: which files define them, which use them, and which must be read again. */

import type { FileMacros } from '../../corpus/sharedMacros.ts';
import { numberIn, optionalText, type Sql, textIn } from '../database/sql.ts';

/** The source of the macro in the first other file that defines it, in the order of file names. */
export function macroSource(sql: Sql, name: string, exceptUri: string): string | undefined {
	return optionalText(sql.row(SOURCE, name, exceptUri), 'source');
}

/**
 * Writes the macros of a file, and marks files as not finished that use a macro which has changed, since their text
 * has another meaning now. Returns the URIs of these files.
 */
export function writeMacros(sql: Sql, file: number, { defined, wanted }: FileMacros): readonly string[] {
	const before = new Map(
		sql
			.rows('SELECT name, source FROM macros WHERE file = ?', file)
			.map((row) => [textIn(row, 'name'), textIn(row, 'source')]),
	);
	const after = new Map(defined.map(({ name, source }) => [name, source]));
	const names = new Set([...before.keys(), ...after.keys()]);
	const changed = [...names].filter((name) => before.get(name) !== after.get(name));
	for (const name of changed) {
		const source = after.get(name);
		sql.run('DELETE FROM macros WHERE file = ? AND name = ?', file, name);
		if (source !== undefined) {
			sql.run('INSERT INTO macros VALUES (?, ?, ?)', file, name, source);
		}
	}
	sql.run('DELETE FROM macros_wanted WHERE file = ?', file);
	for (const name of wanted) {
		sql.run('INSERT INTO macros_wanted VALUES (?, ?)', name, file);
	}
	return markStale(sql, file, changed);
}

function markStale(sql: Sql, file: number, changed: readonly string[]): readonly string[] {
	const stale = new Map<number, string>();
	for (const name of changed) {
		for (const row of sql.rows(WANTING, name, file)) {
			stale.set(numberIn(row, 'id'), textIn(row, 'uri'));
		}
	}
	for (const id of stale.keys()) {
		sql.run('UPDATE files SET finished = 0 WHERE id = ?', id);
	}
	return [...stale.values()];
}

const SOURCE = `
	SELECT m.source FROM macros m JOIN files f ON f.id = m.file WHERE m.name = ? AND f.uri <> ? ORDER BY f.uri LIMIT 1`;
const WANTING = `
	SELECT f.id, f.uri FROM macros_wanted w JOIN files f ON f.id = w.file WHERE w.name = ? AND w.file <> ?`;
