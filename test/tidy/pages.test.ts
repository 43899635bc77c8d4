/** The pages for users and for contributors lead where they say. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/sources.ts';

const LINK = /\]\((?!https?:)([^)#\s]+)/g;

for (const page of ['README.md', 'CONTRIBUTING.md']) {
	test(`every file that ${page} links to is there`, () => {
		const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(LINK)].map(([, path = '']) => path);
		assert.ok(links.length > 0);
		assert.deepEqual(
			links.filter((path) => !existsSync(join(ROOT, path))),
			[],
		);
	});
}

test('CONTRIBUTING.md tells of every folder of the server', () => {
	const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
	const entries = readdirSync(join(ROOT, 'server/src'), { withFileTypes: true });
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	assert.ok(folders.length > 5);
	assert.deepEqual(
		folders.filter((folder) => !text.includes(`| \`server/src/${folder}\` |`)),
		[],
	);
});
