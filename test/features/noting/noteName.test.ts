/** The file of a new note. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notePath } from '../../../server/src/features/noting/noteName.ts';

test('a name is one on every system, and stays in its folder', () => {
	for (const [written, expected] of [
		['ash2020', 'ash2020'],
		['ash2020.md', 'ash2020'],
		['2020/ash', '2020/ash'],
		['../../etc/passwd', 'etc/passwd'],
		['/etc/passwd', 'etc/passwd'],
		['.hidden', 'hidden'],
		['a. ', 'a'],
		['CON', '_CON'],
		['nul.txt', '_nul.txt'],
		['DBLP:conf|a?', 'DBLP_conf_a_'],
		['C:\\a', 'C_a'],
		['a\u202eb\nc', 'a_b_c'],
		['Mu\u0308ller', 'Müller'],
		['x'.repeat(300), 'x'.repeat(80)],
		['😀'.repeat(80), '😀'.repeat(60)],
		['می\u200cخواهم', 'می\u200cخواهم'],
		['COM¹', '_COM¹'],
		['con .txt', '_con .txt'],
		['..', undefined],
		['', undefined],
	] as const) {
		assert.equal(notePath(written), expected, JSON.stringify(written));
	}
});
