/** The bibliographies named in front matter and project files, in every notation of YAML. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibliographyNamesIn } from '../../server/src/notes/bibliographyNames.ts';
import { editNote, readNote } from '../../server/src/notes/note.ts';

/** The names in the text. Checks that each is at its stated place. */
function check(text: string, names: readonly string[]): void {
	const found = bibliographyNamesIn(text);
	assert.deepEqual(
		found.map(({ path }) => path),
		names,
		text,
	);
	for (const { path, span } of found) {
		assert.equal(text.slice(span.start, span.end), path, 'the span covers the path');
	}
}

/** The names in the front matter of a note. */
function checkNote(text: string, names: readonly string[]): void {
	const { bibliographies } = readNote(text, { syntaxes: ['paper'] }).frontMatter;
	assert.deepEqual(
		bibliographies.map(({ span }) => text.slice(span.start, span.end)),
		names,
		text,
	);
}

test('one path, plain or quoted, with a comment behind it', () => {
	check('bibliography: refs.bib', ['refs.bib']);
	check('title: x\nbibliography:   my refs.bib   # all of them\nlang: en', ['my refs.bib']);
	check('bibliography: "my refs.bib"\n', ['my refs.bib']);
	check("'bibliography': 'refs.bib'\n", ['refs.bib']);
	check('bibliography : C:\\refs\\all.bib\n', ['C:\\refs\\all.bib']);
	check('? bibliography\n: refs.bib\n', ['refs.bib']);
	check('{title: x, bibliography: refs.bib}', ['refs.bib']);
});

test('a list, in lines or in brackets, at any depth', () => {
	check('bibliography:\n- a.bib\n- "b.json"\ntitle: x', ['a.bib', 'b.json']);
	check('bibliography:\n  # mine\n  - a.bib\n\n# theirs\n  - b.bib', ['a.bib', 'b.bib']);
	check('bibliography: [a.bib, "b.bib"]\n', ['a.bib', 'b.bib']);
	check('bibliography: [\n  a.bib, # x\n  b.bib,\n]\n', ['a.bib', 'b.bib']);
});

test('a mapping of topics to paths, as filters for several lists of references want it', () =>
	check('bibliography:\n  main: a.bib\n  software: [b.bib, c.bib]\n', ['a.bib', 'b.bib', 'c.bib']));

test('a value that spans lines is one path', () => {
	assert.deepEqual(
		bibliographyNamesIn('bibliography: >-\n  my\n  refs.bib\n').map(({ path }) => path),
		['my refs.bib'],
	);
	assert.deepEqual(
		bibliographyNamesIn("bibliography: 'it''s.bib'").map(({ path }) => path),
		["it's.bib"],
	);
});

test('line ends of every kind and a byte order mark are no matter', () => {
	check('title: x\r\nbibliography:\r\n  - a.bib\r\n  - b.bib\r\n', ['a.bib', 'b.bib']);
	check('title: x\rbibliography: a.bib\rlang: en', ['a.bib']);
	check('\uFEFFbibliography: a.bib', ['a.bib']);
});

test("projects name theirs in MyST's project, in Quarto's book, website and formats", () => {
	check('version: 1\nproject:\n  title: x\n  bibliography:\n    - a.bib\nsite:\n  bibliography: no.bib\n', ['a.bib']);
	check('project:\n  type: book\nbook:\n  bibliography: a.bib\nwebsite:\n  bibliography: b.bib\n', ['a.bib', 'b.bib']);
	check('format:\n  html:\n    bibliography: a.bib\n  pdf: default\nbibliography: b.bib', ['a.bib', 'b.bib']);
});

test('an address and what only a program can tell name no file', () => {
	for (const path of [
		'https://example.org/a.bib',
		'HTTP://example.org/a.bib',
		'"`r rbbt::bbt_write_bib()`"',
		'!expr here::here("a.bib")',
		'!r file',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: as people write it.
		'${HOME}/a.bib',
		'"{{< env BIB >}}"',
		'"a\\0.bib"',
		'~',
		'null',
		'""',
		'',
		'*anchor',
		'{main: {file: a.bib}}',
	]) {
		check(`bibliography: ${path}\n`, []);
	}
	check('bibliography: [https://example.org/a.bib, b.bib]', ['b.bib']);
});

test('the word elsewhere names nothing', () => {
	check('title: bibliography: a.bib\n', []);
	check('references:\n- title: A bibliography\n  bibliography: a.bib\n', []);
	check('# bibliography: a.bib\nbibliography-style: plain\nbibliographystyle: x\nmy bibliography: a.bib', []);
	check('toc:\n  bibliography: Literature', []);
});

test('what is broken costs nothing beside it, and gives what can be understood of it', () => {
	check('title: "open\nbibliography: a.bib\n\tx: [', ['a.bib']);
	check('bibliography: [a.bib, b.bib', ['a.bib', 'b.bib']);
	check('bibliography: a.bib\n---\nbibliography: b.bib', ['a.bib', 'b.bib']);
	check('}: {\n[bibliography\n: : bibliography: a.bib', []);
});

test('hostile text is read soon, in time that grows with it', () => {
	const aliases = `bibliography: &a [${'x.bib, '.repeat(9)}]\n${'bibliography: [*a, *a, *a]\n'.repeat(5)}`;
	assert.equal(bibliographyNamesIn(aliases).length, 9, 'aliases are not followed');
	for (const text of [
		`bibliography: ${'['.repeat(1_000_000)}`,
		`bibliography: ${'{a: '.repeat(1_000_000)}`,
		`bibliography:\n${Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')}`,
		'bibliography: [a\n'.repeat(100_000),
		`bibliography:\n${'- a.bib\n'.repeat(500_000)}`,
		'bibliography\n'.repeat(500_000),
	]) {
		assert.ok(bibliographyNamesIn(text).length <= 10_000);
	}
});

test("a note's front matter counts at its very beginning, another block behind a blank line", () => {
	checkNote('---\nbibliography: a.bib\n---\n\ntext', ['a.bib']);
	checkNote('\uFEFF---\r\nbibliography:\r\n- a.bib\r\n...\r\nbibliography: b.bib', ['a.bib']);
	checkNote('---\nbibliography: a.bib\n\ntext', []);
	checkNote('\n---\nbibliography: a.bib\n---\n', []);
	checkNote('text\n---\nbibliography: a.bib\n---\n', []);
	checkNote('text\n\n---\nbibliography: a.bib\n---\n', ['a.bib']);
	checkNote('---\nbibliography: [a.bib, b.bib]\n---\n\n---\nbibliography: c.bib\n...\n\n---\nreferences: []\n---', [
		'c.bib',
	]);
	checkNote('---\ntitle: x\n---\n\n```yaml\nbibliography: a.bib\n```\n', []);
});

test('an edit below the front matter reads it no second time, one in it does', () => {
	for (const cited of ['', '@paper[x]']) {
		const text = `---\nbibliography: a.bib\n---\n\n${cited}`;
		const before = readNote(text, { syntaxes: ['paper'] });
		const typed = editNote(before, [{ from: text.length, to: text.length, insert: ' more @paper[y]' }]);
		assert.equal(typed.frontMatter, before.frontMatter);
		const renamed = editNote(typed, [{ from: 18, to: 19, insert: 'b' }]);
		assert.deepEqual(
			renamed.frontMatter.bibliographies.map(({ path }) => path),
			['b.bib'],
		);
		const gone = editNote(renamed, [{ from: 0, to: 1, insert: '' }]);
		assert.deepEqual(gone.frontMatter.bibliographies, []);
	}
});
