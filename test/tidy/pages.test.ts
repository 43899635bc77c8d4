/** The pages for users and for contributors lead where they say. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
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

test('the README shows the configuration of each editor as it is tested', () => {
	const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
	const configurations = readdirSync(join(ROOT, 'editors'));
	assert.ok(configurations.length > 3);
	const isShown = (name: string): boolean =>
		readme.includes(
			`\n\`\`\`${LANGUAGES[extname(name)]}\n${readFileSync(join(ROOT, 'editors', name), 'utf8')}\`\`\`\n`,
		);
	assert.deepEqual(
		configurations.filter((name) => !isShown(name)),
		[],
	);
});

/** How a code block in Markdown names the language of a file. */
const LANGUAGES: Readonly<Record<string, string>> = { '.lua': 'lua', '.toml': 'toml', '.json': 'json', '.el': 'elisp' };
