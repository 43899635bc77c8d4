/** Whoever installs the extension is told whose code is in it, and on what terms. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NOTICES_FILE, thirdPartyNotices } from './thirdPartyNotices.ts';

test('the notices name every package that is bundled, with its licence; else run `npm run notices`', async () => {
	const expected = await thirdPartyNotices();
	assert.match(expected, /^## vscode-languageclient /m);
	assert.equal(readFileSync(NOTICES_FILE, 'utf8'), expected);
});

test('the notices name what is a bundle of its own, and CSL with its link', async () => {
	const notices = await thirdPartyNotices();
	for (const named of [
		'## yaml ',
		'## citeproc ',
		'https://citationstyles.org/',
		'Common Public Attribution License',
	]) {
		assert.ok(notices.includes(named), named);
	}
});
