/** What the oldest Node that VS Code brings, 22.15.1, does not have, and the compiler does not know it lacks. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { literalsOf } from '../support/literals.ts';
import { ROOT, sourcesBelow } from '../support/sources.ts';

const SQL = /\b(?:SELECT|INSERT|UPDATE|DELETE)\b/;

test('values of statements have no numbers, which node:sqlite takes only from Node 22.20 on', () => {
	const statements = sourcesBelow('server/src').flatMap((file) =>
		literalsOf(file)
			.filter(({ text }) => SQL.test(text))
			.map(({ line, text }) => ({ at: `${file}:${line}`, text })),
	);
	assert.ok(statements.length > 50, `only ${statements.length} statements were found`);
	const numbered = statements.filter(({ text }) => /\?\d/.test(text)).map(({ at }) => at);
	assert.deepEqual(numbered, []);
});

const LACKS: readonly RegExp[] = [
	/^\s*(?:await )?using \w+ =/m,
	/\bPromise\.try\(/,
	/\bRegExp\.escape\(/,
	/\bError\.isError\(/,
	/\bFloat16Array\b|\bMath\.f16round\b/,
	/\.(?:to|from)(?:Base64|Hex)\(/,
	/\bthreadCpuUsage\b/,
	// Modifiers in a regular expression: only this part without case.
	/\(\?[ims]*-?[ims]+:/,
];

test('the extension uses nothing that Node 22.15 lacks', () => {
	const files = ['server/src', 'client/src'].flatMap(sourcesBelow);
	const texts = files.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
	const found = LACKS.flatMap((lack) =>
		texts.filter(({ text }) => lack.test(text)).map(({ file }) => `${file}: ${lack}`),
	);
	assert.deepEqual(found, []);
});
