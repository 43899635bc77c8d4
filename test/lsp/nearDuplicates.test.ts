/** The index report's list of papers that may be one, as a client asks for it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NearDuplicatesResponse } from '../../server/src/identityProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

test('two records that may be one paper are told with their places', async (t) => {
	const files = {
		'a.bib': entry('ash2020', 'Grazing on coastal dunes'),
		'b.bib': `\n${entry('dunes', 'Grazing on coastal dunes: a field study')}`,
	};
	const editor = await serverCase(t, files).start();
	await indexed(editor);
	const near = await editor.request<NearDuplicatesResponse>('paperNotes/nearDuplicates', {});
	const pairs = near.pairs.map((pair) => pair.map(({ uri, key, title, range }) => [uri, key, title, range.start.line]));
	assert.deepEqual([near.count, near.isComplete], [1, true]);
	assert.deepEqual(pairs, [
		[
			[editor.uri('a.bib'), 'ash2020', 'Grazing on coastal dunes', 0],
			[editor.uri('b.bib'), 'dunes', 'Grazing on coastal dunes: a field study', 1],
		],
	]);
});
