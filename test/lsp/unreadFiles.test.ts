/** A file that another program holds is read again as soon as it is let go, without anybody's doing. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, serverCase } from '../support/serverCase.ts';

/** Makes each try to read `held.bib` fail as long as the file `lock` is there, in the server and in its thread. */
const HELD = `
const fs = require('node:fs');
const promises = require('node:fs/promises');
const lock = require('node:path').join(__dirname, 'lock');
for (const name of ['readFile', 'open']) {
	const real = promises[name];
	promises[name] = async (path, ...rest) => {
		if (String(path).endsWith('held.bib') && fs.existsSync(lock)) {
			throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
		}
		return real(path, ...rest);
	};
}`;

test('a file that is held by another program is read when it is free', async (t) => {
	const files = serverCase(t, {
		'hold.cjs': HELD,
		lock: '',
		'ws/held.bib': entry('held2020', 'Held'),
		'ws/free.bib': entry('free2020', 'Free'),
	});
	const editor = await files.start({ on: 'ws', env: { NODE_OPTIONS: `--require "${files.path('hold.cjs')}"` } });
	await known(editor, 'free2020');
	const { indexing } = await indexed(editor);
	assert.equal(indexing, false);
	assert.match((await fileStatus(editor, 'held.bib'))?.note ?? '', /cannot be read now: EBUSY.*will try again/);
	rmSync(files.path('lock'));
	await known(editor, 'held2020');
	assert.equal((await fileStatus(editor, 'held.bib'))?.note, undefined);
	assert.equal(await editor.close(), 0);
});
