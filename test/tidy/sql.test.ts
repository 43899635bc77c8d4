/** The oldest Node that VS Code brings runs every statement. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { literalsIn } from '../support/literals.ts';
import { ROOT, sourcesBelow } from '../support/sources.ts';

const SQL = /\b(?:SELECT|INSERT|UPDATE|DELETE)\b/;

test('values of statements have no numbers, which node:sqlite takes only from Node 22.20 on', () => {
	const statements = sourcesBelow('server/src').flatMap((file) =>
		literalsIn(readFileSync(join(ROOT, file), 'utf8'))
			.filter(({ text }) => SQL.test(text))
			.map(({ line, text }) => ({ at: `${file}:${line}`, text })),
	);
	assert.ok(statements.length > 50, `only ${statements.length} statements were found`);
	const numbered = statements.filter(({ text }) => /\?\d/.test(text)).map(({ at }) => at);
	assert.deepEqual(numbered, []);
});
