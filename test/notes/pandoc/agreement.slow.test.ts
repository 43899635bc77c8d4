/**
 * We read Pandoc's citations as the real `pandoc` does: keys, order, grouping, prefix, suffix and mode of random snippets
 * are compared.
 *
 * Pandoc 2.17 is the one that Debian has. Where Pandoc 3 differs, its reading counts:
 * - `-@a` without brackets leaves out the author. `ours.ts` compares its mode as if it did not.
 *
 * What we read otherwise on purpose, and what the snippets therefore hold only by chance:
 * - a bare URL is no text, as in Quarto and R Markdown, which switch `autolink_bare_uris` on;
 * - a fence or a comment at the beginning of a block that nobody closed goes on to the end, as in CommonMark;
 * - lines with `%` at the very beginning (Pandoc's title block) are text;
 * - `@*` is no key;
 * - brackets in a citation in a link's text are pairs.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEED } from '../../support/random.ts';
import { ourGroups } from './ours.ts';
import { pandocVersion, readByPandoc } from './pandoc.ts';
import { type Kind, snippets } from './snippets.ts';

const SNIPPETS = 1500;

const version = pandocVersion();
if (version === undefined) {
	assert.ok(!process.env['CI'], 'pandoc must be installed in CI');
}
const skip = version === undefined ? 'pandoc is not installed (Debian: apt-get install pandoc)' : false;

/** Least share of snippets that are read alike, in percent. */
const LEAST: Readonly<Record<Kind, number>> = { usual: 99.5, hostile: 97 };

/** Most disagreements shown, the shortest first. */
const MAX_SHOWN = 10;

for (const kind of ['usual', 'hostile'] as const) {
	test(`${kind} snippets are read as by ${version} (SEED=${SEED} repeats them)`, { skip }, (context) => {
		const texts = snippets(kind, SNIPPETS, SEED);
		const read = readByPandoc(texts);
		const different = texts
			.map((text, index) => ({ text, pandoc: JSON.stringify(read[index]), ours: JSON.stringify(ourGroups(text)) }))
			.filter(({ pandoc, ours }) => pandoc !== ours)
			.sort((one, other) => one.text.length - other.text.length);
		const share = 100 * (1 - different.length / texts.length);
		context.diagnostic(`${share.toFixed(2)} % of ${texts.length} ${kind} snippets are read as by ${version}`);
		const shown = different
			.slice(0, MAX_SHOWN)
			.map(({ text, pandoc, ours }) => `${JSON.stringify(text)}\n  pandoc ${pandoc}\n  ours   ${ours}`);
		assert.ok(share >= LEAST[kind], `${share.toFixed(2)} %\n${shown.join('\n')}`);
	});
}

/** What is usual but rare: kinds of Pandoc's own tests of citations and of reports by its users. */
const CASES: readonly string[] = [
	...[
		'[@a, @b]',
		'Bark.^[See @a and @b.]',
		'[see `@a` in @b]',
		'\\[@a\\]',
		'@a [p. 3; see also @b]',
		'@a [p. 3 [note 2]] says',
	],
	...[
		'[see @a, sec. 2 [sic]; @b]',
		'[@a]: seminal',
		'Leaves.[^@a]\n\n[^@a]: A remark.',
		'e.g.@a',

		'@a [see @b; @c, p. 4]',
	],
	...[
		'<div class="box">\nSee @a.\n</div>',
		'<!-- check --> See [@a;\n@b].',
		'a <!-- @a\n\n@b --> @c',
		'(@x) @a.\n\nAs (@x) shows.',
	],
	...[
		'\\begin{tabular}{@{}l}\n@a\n\n\\end{tabular} @b',
		'\\footnote{@a} @b',
		'![x](u){alt="@a"}',
		'::: {.note title="@a"}\n@b\n:::',
	],
	...[
		'[*see* @a; *@b*]',
		'[see @a, "x; y"; @b]',
		'[@a, *p. 3]',
		'@a^2^ and *@b*',
		'--@a',
		'[-@a; -@b]',
		'[@a](see also @b)',
		'[[@a]]',
	],
	...[
		'[see @a and @b; @c]',
		'[@a, x &amp; y; @b]',
		'[@a;\n@b;\n@c]',
		'@a\n[p. 3]',
		'[@a;]',
		'[;@a]',
		'# H @a {#x y="@b"}',
		'@a@b',
	],
];

test(`rare kinds are read as by ${version}`, { skip }, () => {
	const read = readByPandoc(CASES);
	for (const [index, text] of CASES.entries()) {
		assert.deepEqual(ourGroups(text), read[index], text);
	}
});
