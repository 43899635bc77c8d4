/** Planned edits are made only if the expected text is still in place. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckedFile, checkedEdit } from '../../server/src/lsp/planEdit.ts';
import { textIn } from '../../server/src/lsp/presentText.ts';
import { lineStartsOf } from '../../server/src/util/lines.ts';
import type { Range } from '../../server/src/util/span.ts';
import { type EditPlan, outdatedEdit, plannedEdits } from '../../server/src/workspace/editPlan.ts';

const NOTE = 'file:///note.md';
const LIBRARY = 'file:///library.bib';
const NOTE_TEXT = 'First line\r\nSee @paper[one] and @paper[one, p. 3].\r\n';
const LIBRARY_TEXT = '@book{one, title = {One}}\n';

const inNote = [23, 39].map((start) => ({ span: { start, end: start + 3 }, newText: 'uno' }));

const PLAN: EditPlan = {
	label: 'Rename one to uno',
	edits: [
		...plannedEdits(
			{ uri: LIBRARY, text: LIBRARY_TEXT, lines: lineStartsOf(LIBRARY_TEXT) },
			[{ span: { start: 6, end: 9 }, newText: 'uno' }],
			'Records',
		),
		...plannedEdits({ uri: NOTE, text: NOTE_TEXT, lines: lineStartsOf(NOTE_TEXT) }, inNote, 'Notes'),
	],
};

function textAt(text: string | undefined, range: Range): string | undefined {
	return text === undefined ? undefined : textIn(TextDocument.create('', '', 0, text))(range);
}

function filesOf(note: string): ReadonlyMap<string, CheckedFile> {
	const text = (of: string) => textIn(TextDocument.create('', '', 0, of));
	return new Map([
		[LIBRARY, { textAt: text(LIBRARY_TEXT), version: null }],
		[NOTE, { textAt: text(note), version: 7 }],
	]);
}

function outdatedIn(texts: Readonly<Record<string, string>>) {
	const edit = outdatedEdit(PLAN, (uri, range) => textAt(texts[uri], range));
	return edit && [edit.uri, edit.range.start.line];
}

test('a plan says what stands at each of its places', () => {
	assert.deepEqual(
		PLAN.edits.map(({ expected, range }) => [expected, range.start.line]),
		[
			['one', 0],
			['one', 1],
			['one', 1],
		],
	);
});

const CASES: readonly [title: string, library: string | undefined, note: string | undefined, expected: unknown][] = [
	['nothing has changed', LIBRARY_TEXT, NOTE_TEXT, undefined],
	['something has changed behind the places', LIBRARY_TEXT, `${NOTE_TEXT}More.`, undefined],
	['a line has come before', LIBRARY_TEXT, `New\r\n${NOTE_TEXT}`, [NOTE, 1]],
	['another key stands there', '@book{two, title = {One}}\n', NOTE_TEXT, [LIBRARY, 0]],
	['the text has become shorter', LIBRARY_TEXT, 'First line', [NOTE, 1]],
	['the file is gone', undefined, NOTE_TEXT, [LIBRARY, 0]],
];

for (const [title, library, note, expected] of CASES) {
	test(`a plan whose files are checked when ${title}`, () => {
		const texts = {
			...(library === undefined ? {} : { [LIBRARY]: library }),
			...(note === undefined ? {} : { [NOTE]: note }),
		};
		assert.deepEqual(outdatedIn(texts), expected);
	});
}

test('of a plan that no longer holds nothing is made, and the place is named', () => {
	const files = filesOf(`New\r\n${NOTE_TEXT}`);
	const edit = checkedEdit(PLAN, files, { versionedEdits: true, annotatedEdits: true });
	assert.ok('refusal' in edit);
	assert.match(edit.refusal, /^note\.md has just changed at line 2/);
});

test('a plan that holds is one edit, with versions and what each change is for where the client takes that', () => {
	const files = filesOf(NOTE_TEXT);
	const full = checkedEdit(PLAN, files, { versionedEdits: true, annotatedEdits: true });
	assert.ok(!('refusal' in full));
	assert.deepEqual(full.changeAnnotations, { Records: { label: 'Records' }, Notes: { label: 'Notes' } });
	assert.deepEqual(
		full.documentChanges?.map((change) => 'textDocument' in change && [change.textDocument, change.edits.length]),
		[
			[{ uri: LIBRARY, version: null }, 1],
			[{ uri: NOTE, version: 7 }, 2],
		],
	);
	const plain = checkedEdit(PLAN, files, { versionedEdits: false, annotatedEdits: true });
	assert.ok(!('refusal' in plain));
	const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } };
	assert.deepEqual(plain.changes?.[LIBRARY], [{ range, newText: 'uno' }]);
	assert.equal(plain.changes?.[NOTE]?.length, 2);
});
