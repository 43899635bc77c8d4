/** The query at the cursor, and the text that a choice replaces: between `«` and `»`. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { queryAt, scaffoldAt } from '../../server/src/notes/query.ts';

/** The case without `|`, `«` and `»`, and their positions. */
function placesIn(marked: string) {
	const cursor = marked.replace(/[«»]/g, '').indexOf('|');
	const start = marked.replace('|', '').indexOf('«');
	const end = marked.replace(/[|«]/g, '').indexOf('»');
	return { text: marked.replace(/[|«»]/g, ''), cursor, span: start < 0 ? undefined : { start, end } };
}

function check(
	marked: string,
	expected?: { query: string; closed: boolean },
	syntaxes: readonly CitationSyntax[] = ['paper'],
) {
	const { text, cursor, span } = placesIn(marked);
	const found = queryAt(readNote(text, { syntaxes }), cursor);
	assert.deepEqual(
		found && { query: found.query, closed: found.closed, span: found.span },
		expected && { ...expected, span },
	);
}

function checkScaffold(marked: string): void {
	const { text, cursor, span } = placesIn(marked);
	assert.deepEqual(scaffoldAt(readNote(text, { syntaxes: ['paper'] }), cursor), span, marked);
}

test('a query is all that is typed of an item', () => {
	check('x @paper[«zeng|»]', { query: 'zeng', closed: true });
	check('x @paper[«author:zeng "a phrase" year:2020..2023, rlve|»] y', {
		query: 'author:zeng "a phrase" year:2020..2023, rlve',
		closed: true,
	});
	check('@paper[a; «b c |»; d]', { query: 'b c ', closed: true });
	check('@paper[«|»]', { query: '', closed: true });
	check('@paper[a;«|»]', { query: '', closed: true });
	check('@paper[a; «|»]', { query: '', closed: true });
});

test('the semicolon in a SICI separates nothing', () => {
	const doi = '10.1175/1520-0477(1998)079<0061:APGTWA>2.0.CO;2';
	check(`@paper[a; «${doi}|»]`, { query: doi, closed: true });
	check(`@paper[«${doi.slice(0, 20)}|${doi.slice(20)}»; b]`, { query: doi.slice(0, 20), closed: true });
	check(`@paper[${doi};«|»]`, { query: '', closed: true });
});

test('what a prefix says is not looked for', () => {
	check('@paper[see @«zeng ver|»]', { query: 'zeng ver', closed: true });
	check('@paper[a; cf. -@«|»]', { query: '', closed: true });
	check('@paper[+@«vasw|»]', { query: 'vasw', closed: true });
	check('@paper[a; +@«vasw 20|»', { query: 'vasw 20', closed: false });
	check('@paper[-@«|»]', { query: '', closed: true });
	check('@paper[+@«|»', { query: '', closed: false });
	check('@paper[a; «cf. |»@b]', { query: 'cf. ', closed: true });
});

test('a citation that is not closed has a query, to the end of its line', () => {
	check('x @paper[«zeng rlve|»', { query: 'zeng rlve', closed: false });
	check('x @paper[«zeng |»', { query: 'zeng ', closed: false });
	check('x @paper[«zeng|» and so on\n\n@paper[b]', { query: 'zeng', closed: false });
	check('@paper[«zen|» @paper[b]', { query: 'zen', closed: false });
	check('- @paper[«zeng|»\n- [ ] b', { query: 'zeng', closed: false });
	check('> @paper[«zeng|»\n> b', { query: 'zeng', closed: false });
});

test('the rest of a key after the cursor is replaced, other words are not', () => {
	check('@paper[«zen|g2025»]', { query: 'zen', closed: true });
	check('@paper[«|zeng2025»; b]', { query: '', closed: true });
	check('@paper[«ze|ng2025», p. 4]', { query: 'ze', closed: true });
	check('@paper[«ze|»ng verifiable]', { query: 'ze', closed: true });
	check('@paper[«ze|ng2025»\nand more', { query: 'ze', closed: false });
	check('@paper[«ze|ng2025».', { query: 'ze', closed: false });
});

test('a wrapped citation has its queries on both lines', () => {
	check('> @paper[a;\n> «ze|ng»; b]', { query: 'ze', closed: true });
});

test('nothing is looked for outside citations', () => {
	for (const marked of [
		'x |@paper[a]',
		'@pa|per[a]',
		'@paper[a]|',
		'`@paper[a|]`',
		'[a|]',
		'@paper[a\n|',
		'$@paper[a|]$',
	]) {
		check(marked);
	}
});

test("in Pandoc's citations a key is looked for where one stands", () => {
	check('[see @«sm|ith», p. 3]', { query: 'sm', closed: true }, ['pandoc']);
	check('As -@«smith|» says', { query: 'smith', closed: true }, ['pandoc']);
	check('[s|ee @smith]', undefined, ['pandoc']);
});

test("where Pandoc's citations count, an @ at the beginning of a word looks for any paper", () => {
	const nothing = { query: '', closed: true };
	for (const marked of ['@«|»', 'As @«|» says', '[@«|»]', '[@«|»', '[see @a; -@«|»]', '> [@«|»]', '- @«|»\n']) {
		check(marked, nothing, ['pandoc']);
		check(marked, nothing, ['paper', 'pandoc']);
	}
	for (const marked of ['me@|', '`@|`', '\\@|', '    @|', '$x + @|$', '@ |', 'https://a.b/@|']) {
		check(marked, undefined, ['paper', 'pandoc']);
	}
	check('@|');
	check('[@|]');
});

test('a citation is offered where one may begin', () => {
	for (const marked of [
		'«@|»',
		'x «@p|»',
		'- «@pa|»\n',
		'# «@pap|» x',
		'(«@paper|»)',
		'> «@pape|».',
		'a [b](c) «@|»',
		'[^1]: «@|»',
	]) {
		checkScaffold(marked);
	}
});

test('no citation is offered in words, code, maths, URLs, citations and where one stands', () => {
	const nowhere = [
		'me@|',
		'@papa|',
		'`@p|`',
		'    @|',
		'$x + @|$',
		'https://a.b/@|',
		'\\@|',
		'[a](@|)',
		'---\nx: @|\n---',
		'<!-- @| -->',
	];
	for (const marked of [...nowhere, '@paper[see @|]', '@paper|[a]', '@pa|per[a]', '@p|aul', 'x|', '```\n@|\n']) {
		checkScaffold(marked);
	}
});
