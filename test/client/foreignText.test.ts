/** Text from files is plain in the rows, notices and pages of VS Code. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../client/src/report/html.ts';
import { paletteRows } from '../../client/src/search/paletteRows.ts';
import { labelText, noticeText, safeLine, visible } from '../../server/src/messages/foreignText.ts';
import type { PaperSummary } from '../../server/src/protocol.ts';
import { HOSTILE_LINES, isPlainLine } from '../support/hostileText.ts';

const PAPER: PaperSummary = {
	key: HOSTILE_LINES,
	title: HOSTILE_LINES,
	authors: [HOSTILE_LINES],
	byline: HOSTILE_LINES,
	abstract: HOSTILE_LINES,
};

test('a line keeps what people can read, and nothing else', () => {
	assert.equal(safeLine('a\u0007b  \u202ec\u2028d\r\ne\tf\u200b\ud800'), 'ab  c d e f\ufffd');
	assert.equal(safeLine('می\u200cخواهم 👩\u200d🔬'), 'می\u200cخواهم 👩\u200d🔬');
	assert.equal(visible('a\u200bb\nc'), 'a[U+200B]b[U+000A]c');
});

test('neither icons nor links are drawn', () => {
	assert.equal(labelText('$(zap) $(sync~spin) $(5) costs'), '$ (zap) $ (sync~spin) $ (5) costs');
	assert.equal(noticeText('"[a](command:b)" is no key'), '"[a] (command:b)" is no key');
});

test('rows of the palette are plain', () => {
	const rows = [
		...paletteRows({ query: 'x', answer: { items: [PAPER], total: 1, tookMs: 0 }, taken: [PAPER] }),
		...paletteRows({ query: HOSTILE_LINES, answer: { items: [], total: 0, tookMs: 0, papers: 3 }, taken: [] }),
	];
	for (const text of rows.flatMap((row) => [row.label, row.kind === 'section' ? '' : row.detail])) {
		assert.ok(isPlainLine(text), JSON.stringify(text));
		assert.doesNotMatch(text, /\$\(/);
	}
});

test('the report is plain, and its own tags stay', () => {
	const { text } = html`<p>
${HOSTILE_LINES}</p>`;
	assert.match(text, /^<p>\nab/);
	assert.ok(isPlainLine(text.replace('<p>\n', '')), JSON.stringify(text));
});
