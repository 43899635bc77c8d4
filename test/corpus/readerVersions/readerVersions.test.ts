/** A changed reader needs a new version, so that files in old indexes are read again. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readerVersion } from '../../../server/src/corpus/formats/readerVersions.ts';
import { formatNames } from '../../../server/src/messages/formatNames.ts';
import { changeOf, type Reading, readingOf, recordedReading } from './reading.ts';
import { SAMPLES } from './samples.ts';

const WHAT_TO_DO = {
	'raise the version':
		'the output changed: raise the reader’s version in corpus/formats/readerVersions.ts, then record',
	record: 'run `node test/corpus/readerVersions/reading.ts`, and look at what has changed',
};

test('every format has a sample', () => {
	assert.deepEqual(Object.keys(SAMPLES).sort(), Object.values(formatNames).sort());
});

for (const format of Object.keys(SAMPLES)) {
	test(`the reader of ${format} gives what it gave when its version was raised last`, () => {
		const recorded = recordedReading(format);
		const today = readingOf(format);
		const change = changeOf(recorded, today);
		if (change) {
			assert.equal(today.output, recorded?.output, `${format}: ${WHAT_TO_DO[change]}`);
			assert.fail(`${format}: ${WHAT_TO_DO[change]}`);
		}
	});
}

test('a changed output asks for a version, a raised version or a changed sample to be recorded', () => {
	const recorded: Reading = { version: 1, hash: 5, output: 'a' };
	assert.equal(changeOf(recorded, { ...recorded, output: 'b' }), 'raise the version');
	assert.equal(changeOf(recorded, { ...recorded, output: 'b', version: 2 }), 'record');
	assert.equal(changeOf(recorded, { ...recorded, version: 2 }), 'record');
	assert.equal(changeOf(recorded, { ...recorded, output: 'b', hash: 6 }), 'record');
	assert.equal(changeOf(undefined, recorded), 'record');
	assert.equal(changeOf(recorded, recorded), undefined);
});

test('a file that no reader takes has the version of all of them', () => {
	const none = readerVersion(undefined);
	assert.ok(none > 1000);
	assert.equal(readerVersion('a format of another version'), none);
	assert.equal(readerVersion(formatNames.bibtex) < 1000, true);
});
