/** The package that `npm run package` makes: small, with nothing in it that is not ours to ship, and it works installed. */

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import { ROOT } from '../support/sources.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { packageVsix, type Vsix } from './vsix.ts';

/** Bytes. */
const LARGEST = 2_000_000;

/** Most bytes of what each start loads. */
const LOADED = { 'server.js': 2500, 'languageServer.js': 730_000, 'extension.js': 3000, 'paperNotes.js': 500_000 };

/** What an installed extension needs, and no more: no sources, no source maps, no tests. */
const FILES = [
	'[Content_Types].xml',
	'extension.vsixmanifest',
	'extension/LICENSE.txt',
	'extension/THIRD-PARTY-NOTICES.md',
	'extension/changelog.md',
	'extension/dist/citeproc.js',
	'extension/dist/cli.js',
	'extension/dist/commandLine.js',
	'extension/dist/extension.js',
	'extension/dist/gettingStarted.js',
	'extension/dist/guessedEncoding.js',
	'extension/dist/hanText.js',
	'extension/dist/indexThread.js',
	'extension/dist/keyEdits.js',
	'extension/dist/keyMemory.js',
	'extension/dist/languageServer.js',
	'extension/dist/liquidjs.js',
	'extension/dist/noting.js',
	'extension/dist/paperNotes.js',
	'extension/dist/rareCommands.js',
	'extension/dist/rareFeatures.js',
	'extension/client/preview.css',
	'extension/dist/preview.js',
	'extension/dist/relatedPapers.js',
	'extension/dist/renderThread.js',
	'extension/dist/rendering.js',
	'extension/dist/server.js',
	'extension/dist/writers.js',
	'extension/dist/yaml.js',
	'extension/media/icon.png',
	'extension/media/walkthrough/chooseLibrary.svg',
	'extension/media/walkthrough/cite.svg',
	'extension/media/walkthrough/find.svg',
	'extension/media/walkthrough/read.svg',
	'extension/package.json',
	'extension/pandoc/paper-notes.lua',
	'extension/readme.md',
	'extension/sample/README.md',
	'extension/sample/notes/attention.md',
	'extension/sample/notes/reading-log.md',
	'extension/sample/papers/classics.bib',
	'extension/sample/papers/digest.md',
	'extension/sample/papers/transformers.json',
	'extension/syntaxes/citation.injection.json',
	...readdirSync(join(ROOT, 'dist/styles'), { recursive: true })
		.map((file) => `extension/dist/styles/${file}`)
		.filter((file) => /\.\w+$/.test(file)),
];

describe('the packaged extension', () => {
	let vsix: Vsix;
	let workspace: SampleWorkspace;
	let window: VscodeWindow | undefined;

	before(async () => {
		vsix = await packageVsix();
		workspace = sampleWorkspace();
	});

	after(async () => {
		await window?.close();
		workspace?.remove();
	});

	test('is small', () => {
		assert.ok(vsix.bytes < LARGEST, `${vsix.bytes} bytes`);
	});

	test('loads no more at a start than it may', () => {
		for (const [name, most] of Object.entries(LOADED)) {
			const { size } = statSync(join(ROOT, 'dist', name));
			assert.ok(size <= most, `${name} has ${size} bytes, and at most ${most} are allowed: load more of it at need`);
		}
	});

	test('is packaged without a warning', () => {
		assert.doesNotMatch(vsix.said, /WARN|ERROR/);
		assert.match(vsix.said, /DONE/);
	});

	test('holds what it runs on and what people read, and nothing else', () => {
		assert.deepEqual([...vsix.files].sort(), FILES.toSorted());
	});

	test('cites a paper once it is installed', async () => {
		window = await openWindow({ workspace: workspace.path, vsix: vsix.path, allBuiltIns: true });
		await window.openFile('notes/reading-log.md');
		await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
		await window.press('Control+End');
		await window.type('\n\nSee @paper[zeng rlve');
		await window.suggestRows(([first = '']) => first.startsWith('Zeng et al. 2025, RLVE'));
		await window.press('Tab');
		await window.editorText((text) => text.includes('See @paper[zeng2025rlve]'));
	});
});
