/** Files stay small enough to see whole. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** Lines at which a file has a second noun in it. */
const LONGEST = 300;

test(`no source file has more than ${LONGEST} lines`, () => {
	const long = ['server/src', 'client/src', 'test']
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
				.map((name) => join(folder, name)),
		)
		.map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 }))
		.filter(({ lines }) => lines > LONGEST);
	assert.deepEqual(long, []);
});
