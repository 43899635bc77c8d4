import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStartsOf, positionAt, rangeOf } from '../../server/src/util/lines.ts';
import { touches } from '../../server/src/util/span.ts';

/**
 * Line ends are written as `
 * ` and so on, to make them readable.
 */
function checkStarts(text: string, expected: readonly number[]): void {
	assert.deepEqual(lineStartsOf(text), expected, JSON.stringify(text));
}

test('lines end with LF, CRLF or CR', () => {
	checkStarts('', [0]);
	checkStarts('a', [0]);
	checkStarts('a\nb\n', [0, 2, 4]);
	checkStarts('a\r\nb\r\n', [0, 3, 6]);
	checkStarts('a\rb\r', [0, 2, 4]);
	checkStarts('\n\n', [0, 1, 2]);
	checkStarts('\r\r\n\n', [0, 1, 3, 4]);
	checkStarts('a\n\rb', [0, 2, 3]);
});

test('other characters that look like line ends are none', () => checkStarts('a\u2028b\u000bc\u0085d', [0]));

test('positions are those of the protocol, at every offset but within a line end', () => {
	for (const text of ['', 'a', 'ab\ncd', 'ab\r\ncd\r\n', 'a\rb\r\r\nc', '𝒳é\n王', '\n', '\r\n']) {
		const document = TextDocument.create('file:///a', 'markdown', 1, text);
		const starts = lineStartsOf(text);
		for (let offset = 0; offset <= text.length; offset++) {
			if (text[offset - 1] !== '\r' || text[offset] !== '\n') {
				assert.deepEqual(
					positionAt(starts, offset),
					document.positionAt(offset),
					`${JSON.stringify(text)} at ${offset}`,
				);
			}
		}
	}
});

test('a range goes over lines', () =>
	assert.deepEqual(rangeOf(lineStartsOf('ab\ncd'), { start: 1, end: 4 }), {
		start: { line: 0, character: 1 },
		end: { line: 1, character: 1 },
	}));

test('a span is touched at both its ends', () => {
	const touched = [0, 1, 2, 3, 4].filter((offset) => touches({ start: 1, end: 3 }, offset));
	assert.deepEqual(touched, [1, 2, 3]);
});
