/**
 * The compiler tells kinds of text apart. Each `@ts-expect-error` below is a mix-up that `npm run check` refuses; the
 * check fails if one is accepted.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaperSummary } from '../../server/src/corpus/corpus.ts';
import type { CslItem } from '../../server/src/corpus/paper.ts';
import { decodeLatex } from '../../server/src/corpus/text/latexDecoder.ts';
import { latexToRich, markdownText, plainMarkdown, plainText } from '../../server/src/corpus/text/richText.ts';
import { foldedWords } from '../../server/src/util/fold.ts';
import type { Problem } from '../../server/src/util/problem.ts';
import {
	latexSource,
	markupSource,
	type PlainText,
	type RichText,
	richText,
	withRichText,
} from '../../server/src/util/textKinds.ts';

const written = '{\\em $x$} <i>y</i>';
const latex = latexSource(written);
const markup = markupSource(written);
const rich = richText(written);
const plain = plainText(rich);
const markdown = markdownText(rich);

test('a kind is a word to the compiler, and costs nothing when the program runs', () => {
	assert.deepEqual([latex, markup, rich], [written, written, written]);
	const draft = { type: 'book', title: 'T' };
	assert.equal(withRichText<CslItem>(draft), draft);
});

/** Mix-ups that must not compile; never called. */
const mixUps: readonly (() => unknown)[] = [
	// @ts-expect-error: LaTeX is decoded before it is shown
	() => plainText(latex),
	// @ts-expect-error: the same, for Markdown
	() => markdownText(latex),
	// @ts-expect-error: LaTeX becomes rich text by `latexToRich`
	() => richText(latex),
	// @ts-expect-error: no record holds LaTeX
	() => withRichText<CslItem>({ type: 'book', title: latex }),
	// @ts-expect-error: nor does a name in it
	() => withRichText<CslItem>({ type: 'book', author: [{ family: latex }] }),
	// @ts-expect-error: rich text has been decoded
	() => latexToRich(rich),
	// @ts-expect-error: rich text is read as LaTeX only as far as some is left over in it
	() => decodeLatex(rich, 'source'),
	// @ts-expect-error: markup is not LaTeX
	() => latexToRich(markup),
	// @ts-expect-error: markup becomes a record's text by `richText`
	(): RichText => markup,
	// @ts-expect-error: what a person is shown has no markup
	(): PlainText => markup,
	// @ts-expect-error: nor a record's
	(summary: PaperSummary, item: CslItem): PaperSummary => ({ ...summary, title: item.title ?? '' }),
	// @ts-expect-error: nor does a problem
	(item: CslItem): Pick<Problem, 'message'> => ({ message: item.title ?? '' }),
	// @ts-expect-error: words are compared without markup
	() => foldedWords(rich),
	// @ts-expect-error: words of a name, too
	(item: CslItem) => foldedWords(item.author?.[0]?.family ?? ''),
	// @ts-expect-error: plain text is not rendered a second time
	() => plainText(plain),
	// @ts-expect-error: a file's name holds no markup
	() => markdownText('a--b.bib'),
	// @ts-expect-error: rich text is not shown letter by letter
	() => plainMarkdown(rich),
	// @ts-expect-error: nothing is escaped twice
	() => plainMarkdown(markdown),
	// @ts-expect-error: the same, after it was rendered
	() => markdownText(markdown),
	// @ts-expect-error: Markdown is not a record's text
	() => richText(markdown),
];

test('a mix-up is a mistake of types alone, so that only the check can see it', () => {
	assert.ok(mixUps.length > 0);
});
