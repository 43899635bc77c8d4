/** Tables that are made to take long. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../../server/src/corpus/formats/csv/csv.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { processorTime } from '../../support/processorTime.ts';

const HEADER = 'Key,Title,Author,Year,DOI\n';

test('time grows with the size of hostile tables, not with its square', () => {
	for (const cell of ['"', '"a\n', '"a\n",', '"a",', '""', ',"\n"', ' "', 'a"b\n"']) {
		const text = HEADER + cell.repeat(100_000);
		const start = processorTime();
		readAll(csv, text);
		assert.ok(processorTime() - start < 4000, JSON.stringify(cell));
	}
});
