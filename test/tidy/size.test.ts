/** Files stay small enough to see whole. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, sourcesBelow } from '../support/sources.ts';

/** Lines at which a file has a second noun in it. */
const LONGEST = 300;

test(`no source file has more than ${LONGEST} lines`, () => {
	const long = ['server/src', 'client/src', 'test']
		.flatMap(sourcesBelow)
		.map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 }))
		.filter(({ lines }) => lines > LONGEST);
	assert.deepEqual(long, []);
});
