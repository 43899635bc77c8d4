/** The cost of an edit, in blocks parsed again; and that no text, however hostile, takes more than linear time. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tree } from '@lezer/common';
import { changedRange, edited, fragmentsAfter, widened } from '../../server/src/notes/change.ts';
import type { Citation } from '../../server/src/notes/citation.ts';
import { blocksOf } from '../../server/src/notes/markdown.ts';
import { editNote, readNote } from '../../server/src/notes/note.ts';
import { sourceOf } from '../../server/src/notes/source.ts';
import { processorTime } from '../support/processorTime.ts';

const SECTION = `# A heading

A paragraph that cites @paper[a] and goes on for a while, as paragraphs do.

- an item with @paper[b]
- another

\`\`\`
code
\`\`\`

`;

/** All subtrees that cover text. */
function treesIn(tree: Tree, found = new Set<Tree>()): Set<Tree> {
	found.add(tree);
	for (const child of tree.children) {
		if (child instanceof Tree) {
			treesIn(child, found);
		}
	}
	return found;
}

function blocksReadAnew(sections: number): number {
	const text = SECTION.repeat(sections);
	const at = text.indexOf('while', text.length / 2);
	const changes = [{ from: at, to: at, insert: 'x' }];
	const before = sourceOf(text);
	const after = sourceOf(edited(text, changes));
	const tree = blocksOf(before.text);
	const range = changedRange(changes);
	assert.ok(range);
	const kept = treesIn(tree);
	return [...treesIn(blocksOf(after.text, fragmentsAfter(tree, widened(before, after, range))))].filter(
		(block) => !kept.has(block) && !block.type.isAnonymous,
	).length;
}

test('one key in a long note reads no more blocks anew than in a short one', () => {
	const short = blocksReadAnew(30);
	assert.ok(short < 20, `${short} blocks`);
	assert.ok(blocksReadAnew(300) <= short + 5);
	assert.ok(blocksReadAnew(3000) <= short + 5);
});

test('what an indented line continues, across blank lines, is read anew', () => {
	const words = 'word '.repeat(60);
	for (const before of ['[^1]: ', '- ', '> [^1]: ']) {
		const blank = before.startsWith('>') ? '\n>\n>\n> ' : '\n\n \n\n';
		const note = readNote(`${words}\n\n${before}${words}${blank}@paper[x]\n\n${words}@paper[y]\n`, {
			syntaxes: ['paper'],
		});
		const from = note.text.indexOf('@paper[x]');
		const after = editNote(note, [{ from, to: from, insert: '    ' }]);
		assert.equal(after.citations.length, 2, before);
	}
});

const HOSTILE = {
	'open citations': '@paper[',
	'misspelled citations': '@papers[a',
	'misspelled brackets': '@paper (a',
	'open brackets': '[',
	'closing brackets': ']',
	'empty links': '[](',
	'links with open titles': '[a](b "',
	dollars: '$',
	'open maths': '$a ',
	backticks: '`',
	'runs of backticks': '`a``b```',
	backslashes: '\\',
	'open brackets of maths': '\\[',
	'open comments': 'a <!-- ',
	'open tags': '<a b="',
	'quotes in quotes': '>',
	'lists in lists': '+ ',
	'footnotes in footnotes': '[^1]: ',
	definitions: '[a]: b "\n',
	'table rows': 'a|b\n-|-\n',
	URLs: 'https://',
	'open items': '@paper[a;\n',
	paragraphs: '@paper[a]\n\n',
	'Pandoc citations': '[@a',
	'Pandoc locators': '@a [',
	'closed citations in citations': '[@a ]',
	emphasis: '*@a_',
	quotations: '["a',
	superscripts: '^a ',
	'LaTeX commands': '\\a{',
	'LaTeX environments': '\\begin{a}',
	attributes: '](u){.a',
	'block attributes': '::: {.a\n',
	'example labels': '(@a) ',
	'wide brackets': '@paper【a；',
	'carriage returns': '\r',
};

function timeOf(text: string): { readonly ms: number; readonly citations: readonly Citation[] } {
	const began = processorTime();
	const note = readNote(text, { syntaxes: ['paper', 'pandoc'] });
	const edited = editNote(note, [{ from: text.length >> 1, to: text.length >> 1, insert: '@' }]);
	return { ms: processorTime() - began, citations: edited.citations };
}

/**
 * Four times the text: linear time is 4 times as much, quadratic 16 times. 500 ms are allowed for other work of the
 * engine. Processor time is measured, so that other processes do not count.
 */
for (const [name, piece] of Object.entries(HOSTILE)) {
	test(`a megabyte of ${name} takes linear time`, () => {
		const text = (size: number) => `@paper[z] ${piece.repeat(size / piece.length)}`;
		const quarter = timeOf(text(250_000));
		const whole = timeOf(text(1_000_000));
		assert.ok(whole.ms < 8 * quarter.ms + 500, `${quarter.ms} ms, then ${whole.ms} ms`);
		assert.equal(whole.citations[0]?.span.start, 0);
	});
}

test('what stands before an edit is not searched for citations again', () => {
	const text = `One @paper[a] here.\n\nTwo @paper[b] there.\n\nThree @paper[c] at the end.\n`;
	const before = readNote(text, { syntaxes: ['paper'] });
	const at = text.indexOf('end');
	const after = editNote(before, [{ from: at, to: at, insert: '@paper[d]' }]);
	assert.equal(after.citations.length, 4);
	assert.equal(after.citations[0], before.citations[0]);
	assert.notEqual(after.citations[2], before.citations[2]);
});
