/** The places that a rename changes in a BibTeX file, found without reading every entry where the text allows it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtexKeyEdits } from '../../../server/src/corpus/formats/bibtex/keyEdits.ts';
import type { KeyRename } from '../../../server/src/corpus/formats/keyEdit.ts';

/** The text with its edits. `count`: entries that were looked at. */
function renamed(text: string, rename: KeyRename = { from: 'old2020', to: 'new2020' }) {
	const entries = [...bibtexKeyEdits(text, rename)];
	const edits = entries.flatMap(({ own, references }) => [...own, ...references]);
	const result = edits
		.toSorted((one, other) => other.span.start - one.span.start)
		.reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
	return { result, count: entries.length, isInTheWay: entries.some((entry) => entry.isInTheWay) };
}

const OTHERS = '@misc{a, title = {A}}\n@misc{old2020b, title = {B}}\n@misc{bold2020, title = {C}}\n';

test('a key that is mentioned once is renamed by a look at its entry alone', () => {
	const text = (key: string): string => `${OTHERS}@misc{${key}, title = {D}}\n${OTHERS}`;
	assert.deepEqual(renamed(text('old2020')), { result: text('new2020'), count: 1, isInTheWay: false });
	assert.deepEqual(renamed(text('x')), { result: text('x'), count: 0, isInTheWay: false });
});

test('every mention beside it makes all entries be read', () => {
	const text = (key: string): string =>
		`@misc{${key}, title = {D}}\n@inbook{part, title = {Old2020}, crossref = {${key}}}\n${OTHERS}`;
	assert.equal(renamed(text('old2020')).result, text('new2020'));
	assert.equal(renamed(`${OTHERS}@misc{old2020, note = {of}}\n@misc{NEW2020, note = {o}}`).isInTheWay, true);
	const composed = '@misc{mu\u0308ller, title = {A}}';
	assert.equal(renamed(composed, { from: 'm\u00fcller', to: 'mueller' }).result, '@misc{mueller, title = {A}}');
});

test('what only looks like an entry is left alone', () => {
	for (const text of [
		'@comment{\n@misc{old2020, title = {A}}\n}\n@misc{a, title = {B}}',
		'@misc{a, abstract = {As in\n@misc{old2020, title = {A}} here}, title = {B}}\n',
		'% @misc{old2020, title = {A}}\n@misc{a, title = {B}}',
		'@misc{a, title = {The old2020 data}}',
	]) {
		assert.equal(renamed(text).result, text);
	}
});

test('keys with signs are found by themselves, too', () => {
	const text = (key: string): string => `@misc{a/${key}, title = {X}}\n@misc{${key}, title = {A}}\n`;
	const rename = { from: '10.1/(x)+', to: 'x2020' };
	assert.equal(
		renamed(`@misc{b, title = {X}}\n@misc{${rename.from}, title = {A}}\n`, rename).result,
		'@misc{b, title = {X}}\n@misc{x2020, title = {A}}\n',
	);
	assert.equal(renamed(text('old2020')).result, text('new2020').replace('a/new', 'a/old'));
});
