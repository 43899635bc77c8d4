/** The bibliography that stands in a note, and its entries as Markdown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibliographyEdit } from '../../server/src/features/rendering/bibliographyBlock.ts';
import { entryMarkdown } from '../../server/src/features/rendering/entryMarkdown.ts';
import { readNote } from '../../server/src/notes/note.ts';

const ENTRIES = ['Ash, J. (2020).', 'Oak, A. (2021).'];
const LIST = '\n\nAsh, J. (2020).\n\nOak, A. (2021).\n\n';
const [START, END] = ['<!-- paper-notes-bibliography -->', '<!-- /paper-notes-bibliography -->'];
const BLOCK = START + LIST + END;

/** The note after the edit. `|` is the cursor; without one, nothing is inserted. */
function after(marked: string, entries: readonly string[] = ENTRIES): string {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const edit = bibliographyEdit(readNote(text, { syntaxes: ['paper'] }), entries, offset < 0 ? undefined : offset);
	return edit ? text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end) : text;
}

test('the list goes below the line of the cursor, between empty lines', () => {
	assert.equal(after('a|b\nc\n'), `ab\n\n${BLOCK}\n\nc\n`);
	assert.equal(after('ab|'), `ab\n\n${BLOCK}`);
	assert.equal(after('|'), BLOCK);
	assert.equal(after('a\n\n|\n\nb\n'), `a\n\n${BLOCK}\n\nb\n`);
	assert.equal(after('a\n|\nb\n'), `a\n\n${BLOCK}\n\nb\n`);
	assert.equal(after('a\n\n|b'), `a\n\nb\n\n${BLOCK}`);
	assert.equal(after('a\r\n|\r\n'), `a\r\n\r\n${BLOCK.replaceAll('\n', '\r\n')}\r\n`);
});

test('a list that is there is replaced, whatever the cursor is at, and nothing else', () => {
	const note = (inner: string): string => `# A|\n\n${START}${inner}${END}\nb\n`;
	assert.equal(after(note('\nold\n')), note(LIST).replace('|', ''));
	assert.equal(after(note(LIST)), note(LIST).replace('|', ''));
	assert.equal(after(note('\nold\n').replace('|', '')), note(LIST).replace('|', ''));
	assert.equal(after(note('\nold\n'), []), note('\n\n').replace('|', ''));
});

test('without both comments, text between them is not touched', () => {
	for (const text of [
		`${START}\nmine\n`,
		`mine\n${END}\n`,
		`${END}\nmine\n${START}\n`,
		`x ${START}\nmine\n${END}\n`,
		`\`\`\`\n${START}\nmine\n${END}\n\`\`\`\n`,
	]) {
		assert.equal(after(text), text);
	}
	const two = `${START}\nmine\n\n${START}\nold\n${END}\n`;
	assert.equal(after(two), `${START}\nmine\n\n${START}${LIST}${END}\n`);
});

test('an entry becomes Markdown that shows the same', () => {
	assert.equal(
		entryMarkdown(
			'<div class="csl-entry">Ash, J. (2020). <i>On </i><i>T_rees</i>. <i>Wood</i>, <b>3</b>, CO<sub>2</sub>. <a href="https://doi.org/10.1000/1">https://doi.org/10.1000/1</a></div>',
		),
		'Ash, J. (2020). *On* *T\\_rees*. *Wood*, **3**, CO<sub>2</sub>. <https://doi.org/10.1000/1>',
	);
	assert.equal(
		entryMarkdown(
			'<div class="csl-entry"><div class="csl-left-margin">[1]</div><div class="csl-right-inline">A &#38; B, <span style="font-variant:small-caps;">C</span>.</div></div>',
		),
		'\\[1\\] A & B, C.',
	);
	assert.equal(
		entryMarkdown('<div class="csl-entry">1. @paper[a] &#60;b&#62; me@x.org</div>'),
		'1\\. \\@paper\\[a\\] \\<b\\> me\\@x.org',
	);
});
