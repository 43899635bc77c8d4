/** A note as a document, by the real Pandoc. */

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runPandoc } from '../../client/src/rendering/pandoc.node.ts';
import { notInstalled } from '../support/installed.ts';
import { ROOT } from '../support/sources.ts';

const skip = notInstalled('pandoc');

const PAPERS = JSON.stringify([
	{
		id: 'ash2020',
		type: 'article-journal',
		title: 'On Trees',
		author: [{ family: 'Ash', given: 'Jo' }],
		issued: { 'date-parts': [[2020]] },
	},
]);

function orderIn(t: TestContext, output: string) {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	return {
		program: 'pandoc',
		note: '---\ntitle: T\n---\n\nSee @paper[see @ash2020, p. 4].\n',
		folder,
		filter: join(ROOT, 'pandoc/paper-notes.lua'),
		papers: PAPERS,
		output: join(folder, output),
	};
}

test('a note becomes a page and a document, with citations and bibliography', { skip }, async (t) => {
	const page = orderIn(t, 'note.html');
	assert.deepEqual(await runPandoc(page), { kind: 'written' });
	const html = readFileSync(page.output, 'utf8');
	assert.match(html, /\(see\s+Ash\s+2020,\s+4\)/);
	assert.match(html, /Ash, Jo\. 2020\./);
	const document = orderIn(t, 'a b.docx');
	assert.deepEqual(await runPandoc(document), { kind: 'written' });
	assert.equal(readFileSync(document.output).subarray(0, 2).toString(), 'PK');
	assert.ok(existsSync(document.output));
});

test('that there is no Pandoc is told', async (t) => {
	const missing = { ...orderIn(t, 'note.html'), program: 'no-such-pandoc' };
	assert.deepEqual(await runPandoc(missing), { kind: 'missing' });
	const beside = orderIn(t, 'note.html');
	writeFileSync(join(beside.folder, 'evil'), '#!/bin/sh\ntouch ran\n', { mode: 0o755 });
	assert.deepEqual(await runPandoc({ ...beside, program: './evil' }), { kind: 'missing' });
	assert.equal(existsSync(join(beside.folder, 'ran')), false);
});

test('what Pandoc says is told', { skip }, async (t) => {
	const broken = { ...orderIn(t, 'note.html'), note: '---\ncsl: none.csl\n---\n\nSee.\n' };
	const result = await runPandoc(broken);
	assert.equal(result.kind, 'failed');
	assert.ok('said' in result && result.said.includes('none.csl'));
});
