/** The Markdown preview marks as citations what the server does, and shows what the server renders. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { addCitationRules } from '../../client/src/preview/citationRules.ts';
import type { MarkdownIt } from '../../client/src/preview/markdownIt.ts';
import type { Citation, CitationSyntax } from '../../server/src/notes/citation.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { oneLine } from '../../server/src/notes/words.ts';
import type { RenderedPaper, RenderResponse } from '../../server/src/renderProtocol.ts';
import { lineStartsOf, positionAt } from '../../server/src/util/lines.ts';
import { ROOT } from '../support/sources.ts';

const newMarkdownIt = createRequire(import.meta.filename)('markdown-it') as (options: object) => MarkdownIt & {
	render(text: string, env: object): string;
};

const PAPER: RenderedPaper = {
	key: 'a',
	title: '<b>T</b>',
	authors: 'A "B"',
	published: '2020',
	abstract: '<script>x</script>',
};

function rendered(text: string, syntaxes: readonly CitationSyntax[] = ['paper', 'pandoc']): RenderResponse {
	const lines = lineStartsOf(text);
	const written = ({ span, contentSpan, content }: Citation): string =>
		oneLine(text.slice(span.start, contentSpan.start) + content + text.slice(contentSpan.end, span.end));
	const citations = readNote(text, { syntaxes }).citations.filter(({ closed, items }) => closed && items.length > 0);
	return {
		citations: citations.map((one, index) => ({
			text: written(one),
			line: positionAt(lines, one.span.start).line,
			html: `#${index}#`,
			papers: [0],
		})),
		papers: [PAPER],
		bibliography: [{ paper: 0, html: '<div class="csl-entry">Entry</div>' }],
		isNoteStyle: false,
		isComplete: true,
	};
}

function page(text: string, note: RenderResponse): string {
	const md = newMarkdownIt({ html: true });
	addCitationRules(md, () => note);
	return md.render(text, {});
}

/** The numbers of the citations that the page shows, in its order. */
function shown(text: string, syntaxes?: readonly CitationSyntax[]): readonly number[] {
	return [...page(text, rendered(text, syntaxes)).matchAll(/#(\d+)#/g)].map(([, number]) => Number(number));
}

test('citations of both syntaxes are shown where they stand, code and addresses are not', () => {
	const text = `@paper[a, p. 4] *[see @a; -@b]* and -@a, @a [p. 3].

> A quote @paper[a;
> b] goes on.

| a | b |
|---|---|
| @paper[a] | [@b] |

@a [p. 3 [sic]] @b [no key here] @a
[p. 5]

\`@paper[a]\` a@paper[x] \\@paper[a] [x @paper[a] y](http://z) 参见@paper[a]

    @paper[a]
`;
	assert.deepEqual(
		shown(text),
		rendered(text).citations.map((_, index) => index),
	);
	assert.ok(rendered(text).citations.length >= 8);
});

test('what the server takes for no citation looks as always', () => {
	const html = page('A [link *x* @me](http://x.y), [*y* @you] and @paper[a].', rendered('', ['paper']));
	assert.match(html, /<a href="http:\/\/x.y">link <em>x<\/em> @me<\/a>, \[<em>y<\/em> @you\] and @paper\[a\]\./);
});

/** Places that are no text to the preview's parser: HTML, definitions, descriptions of pictures, and notes, which it lacks; and a cell of
 * a table that it ends at a bar in code. */
const NOT_TEXT = /^(?:html|definition|mdx)-|footnote|image alt|code pipe/;

test('over the shared cases the preview marks the same citations as the server', (t) => {
	const path = join(ROOT, '../shared/cases/notes-right-today.json');
	if (!existsSync(path)) {
		t.skip('the shared cases are not on this machine');
		return;
	}
	const cases = ['notes.json', 'notes-right-today.json'].flatMap((name) =>
		JSON.parse(readFileSync(join(path, '..', name), 'utf8')),
	);
	const different = cases
		.filter(({ id, input }) => typeof input === 'string' && !NOT_TEXT.test(id))
		.filter(({ input, syntaxes = ['paper'] }) => {
			const all = rendered(input, syntaxes).citations.map((_, index) => index);
			return JSON.stringify(shown(input, syntaxes)) !== JSON.stringify(all);
		});
	assert.deepEqual(
		different.map(({ id }) => id),
		[],
	);
});

test('the list stands at its mark, below its heading, or at the end, with links both ways', () => {
	const text = '@paper[a]\n\n::: bibliography\n:::\n\nend\n';
	const html = page(text, rendered(text));
	assert.match(html, /href="#paper-entry-0"[\s\S]*id="paper-entry-0"[\s\S]*href="#paper-citation-0"[\s\S]*<p>end/);
	const marked = '@paper[a]\n\n<!-- paper-notes-bibliography -->\n\nold\n\n<!-- /paper-notes-bibliography -->\n\nend\n';
	const inPlace = page(marked, rendered(marked));
	assert.match(inPlace, /id="paper-entry-0"[\s\S]*<p>end/);
	assert.doesNotMatch(inPlace, /old/);
	const headed = '@paper[a]\n\n# References\n\n# Appendix\n';
	assert.match(page(headed, rendered(headed)), /References<\/h1>\s*<div class="paper-bibliography"[\s\S]*Appendix/);
	assert.match(page('@paper[a]\n\nend', rendered('@paper[a]\n\nend')), /<p>end<\/p>\s*<div class="paper-bibliography"/);
});

test('text of papers stays text', () => {
	const html = page('@paper[a]', rendered('@paper[a]'));
	assert.doesNotMatch(html, /<script|<b>/);
	assert.match(html, /role="tooltip"><span class="paper-title">&#60;b&#62;T/);
});
