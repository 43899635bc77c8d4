/** Which files a note means first, and which files may have papers of their own under one key. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Holder } from '../../server/src/corpus/corpus.ts';
import { Libraries, meantPapers } from '../../server/src/workspace/libraries.ts';

interface Named {
	readonly [namer: string]: readonly string[];
}

function libraries(named: Named, { projects = [], folders = [] }: Record<string, string[]> = {}): Libraries {
	return new Libraries({ named: new Map(Object.entries(named)), projects, folders });
}

/** The file whose paper the key means in the note, if each of the files has one of its own; several if it is ambiguous. */
function meant(note: string, files: readonly string[], known: Libraries): string[] {
	const holders = files.map((uri, id): Holder => ({ id, key: 'k', uri }));
	return meantPapers(holders, known.of(note).inOrder).map(({ id }) => files[id] ?? '');
}

test('the note comes before the folder above it, and the inner project before the outer', () => {
	const known = libraries(
		{ '/p/a/n.md': ['1'], '/p/a/_metadata.yml': ['2'], '/p/a/_quarto.yml': ['3'], '/p/_quarto.yml': ['4'] },
		{ projects: ['/p/a/_metadata.yml', '/p/a/_quarto.yml', '/p/_quarto.yml'] },
	);
	assert.deepEqual(meant('/p/a/n.md', ['4', '3', '2', '1', '0'], known), ['1']);
	assert.deepEqual(meant('/p/a/other.md', ['4', '3', '2', '1', '0'], known), ['2']);
	assert.deepEqual(meant('/p/a/b/n.md', ['4', '3', '1'], known), ['3']);
	assert.deepEqual(meant('/p/n.md', ['4', '3', '2'], known), ['4']);
	assert.deepEqual(meant('/n.md', ['4', '3'], known), ['4', '3']);
	assert.deepEqual(meant('/p/a/n.md', ['x', 'y'], known), ['x', 'y']);
});

test('the first file of a book speaks for its chapters, and no other note does for its neighbours', () => {
	const named = { '/book/index.Rmd': ['1'], '/book/intro.Rmd': ['2'] };
	const book = libraries(named, { projects: ['/book/_bookdown.yml'] });
	assert.deepEqual(meant('/book/end.Rmd', ['1', '2'], book), ['1']);
	assert.deepEqual(meant('/book/intro.Rmd', ['1', '2'], book), ['2']);
	assert.deepEqual(meant('/book/end.Rmd', ['1', '2'], libraries(named)), ['1', '2']);
});

test('of two files in one list the last counts', () => {
	const known = libraries({ '/n.md': ['1', '2', '1'] });
	assert.deepEqual(meant('/n.md', ['1', '2'], known), ['1']);
	assert.deepEqual(meant('/n.md', ['2'], known), ['2']);
});

test('files are apart if different notes or different folders of the window have them', () => {
	const known = libraries(
		{ '/one/n.md': ['/one/a.bib', '/one/b.bib'], '/one/m.md': ['/one/c.bib'] },
		{ folders: ['/one', '/two'] },
	);
	const apart: [string, string, boolean][] = [
		['/one/a.bib', '/one/a.bib', false],
		['/one/a.bib', '/one/b.bib', false],
		['/one/a.bib', '/one/c.bib', true],
		['/one/a.bib', '/one/free.bib', false],
		['/one/a.bib', '/two/free.bib', true],
		['/one/free.bib', '/two/free.bib', true],
		['/one/free.bib', '/home/shared.bib', false],
	];
	for (const [one, other, expected] of apart) {
		assert.equal(known.areApart(one, other), expected, `${one} ${other}`);
		assert.equal(known.areApart(other, one), expected, `${other} ${one}`);
	}
});

test('notes with the same files share a library, so that what is known about it is known once', () => {
	const known = libraries({ '/n.md': ['1', '2'], '/m.md': ['2', '1'], '/o.md': ['1'] });
	assert.equal(known.of('/n.md').own, known.of('/m.md').own);
	assert.notEqual(known.of('/n.md').own, known.of('/o.md').own);
	assert.equal(known.of('/p.md').own, undefined);
});
