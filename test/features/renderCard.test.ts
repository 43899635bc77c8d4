/** A card as Markdown and as plain text: its layout, and that text from a corpus cannot change anything but words. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardOfKey, hover } from '../../server/src/features/card/hover.ts';
import { renderCard } from '../../server/src/features/card/renderCard.ts';
import { renderList } from '../../server/src/features/card/renderList.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const MARKDOWN = { format: 'markdown', commands: false } as const;
const PLAIN = { format: 'plaintext', commands: false } as const;

/** The rendered card of the one entry of a corpus. */
function rendered(entry: string, style: Parameters<typeof renderCard>[1] = MARKDOWN): string {
	const { workspace, uri, offset } = workspaceOf(`//- /library.bib\n${entry}\n//- /note.md\n@paper[x|]`);
	const [card] = hover(workspace, uri, offset)?.cards ?? [];
	assert.ok(card);
	return renderCard(card, style);
}

test('keywords and note are a line each, before the file', () => {
	const entry = `@article{x, title = {T}, keywords = {one, two}, note = {Best \\emph{paper} of ${'word '.repeat(100)}}}`;
	const lines = rendered(entry).split('\n').slice(-4);
	assert.equal(lines[0], 'Keywords: one, two  ');
	assert.match(lines[1] ?? '', /^Note: Best \*paper\* of word .* …$/);
	assert.ok((lines[1] ?? '').length < 330);
	assert.equal(lines[3], '`x` from [library.bib](file:///library.bib#L1)');
});

test('in Markdown, the parts stand one below the other', () =>
	assert.equal(
		rendered('@article{x, title = {T}, author = {Doe, Jo}, year = 2020, abstract = {Text.}, doi = {10.1000/1}}'),
		`**T**  
Jo Doe  
2020

---

[DOI](https://doi.org/10.1000/1)

---

Text.

---

\`x\` from [library.bib](file:///library.bib#L1)`,
	));

test('as plain text, without marks and commands', () =>
	assert.equal(
		rendered(
			'@article{x, title = {The $O(n^2)$ \\emph{Case}}, author = {Doe, Jo}, year = 2020, doi = {10.1000/1}}',
			PLAIN,
		),
		'The O(n²) Case\nJo Doe\n2020\n\nDOI: https://doi.org/10.1000/1',
	));

test('commands are offered only where the editor runs them, with the key as their argument', () => {
	assert.ok(!rendered('@article{x, title = {T}}').includes('command:'));
	const withCommands = rendered('@article{x, title = {T}}', { format: 'markdown', commands: true });
	assert.ok(withCommands.includes('[Copy key](command:paperNotes.copyKey?%5B%22x%22%5D)'), withCommands);
});

test('the card offers the other forms of the citation that it is over, and a completion, which is over none, does not', () => {
	const style = { format: 'markdown', commands: true } as const;
	const shown = (note: string) => {
		const { workspace, uri, offset } = workspaceOf(`//- /l.bib\n@article{x, title = {T}}\n//- /note.md\n${note}`);
		const [card] = hover(workspace, uri, offset)?.cards ?? [];
		assert.ok(card);
		const found = renderCard(card, style).matchAll(/\[([^\]]*)\]\(command:paperNotes\.changeCitationForm\?([^)]*)\)/g);
		return [...found].map(([, label, args = '']) => [label, JSON.parse(decodeURIComponent(args))]);
	};
	const at = (character: number) => ({ uri: 'file:///note.md', position: { line: 0, character } });
	assert.deepEqual(shown('@paper[x|]'), [
		['Cite in the text', [{ ...at(7), mode: 'inText' }]],
		['Leave out the author', [{ ...at(7), mode: 'suppressAuthor' }]],
	]);
	assert.deepEqual(shown('@paper[+@x|]'), [
		['Cite in parentheses', [{ ...at(9), mode: 'parenthetical' }]],
		['Leave out the author', [{ ...at(9), mode: 'suppressAuthor' }]],
	]);
	const { workspace, uri } = workspaceOf('//- /l.bib\n@article{x, title = {T}}\n//- /note.md\n@paper[x]');
	const card = cardOfKey(workspace, uri, 'x');
	assert.ok(card && !renderCard(card, style).includes('changeCitationForm'));
});

test('the number of those who are not named leads to all authors, where the editor runs commands', () => {
	const names = Array.from({ length: 12 }, (_, index) => `A${index} B${index}`).join(' and ');
	const entry = `@article{x, author = {${names}}}`;
	assert.match(rendered(entry), /B9 and 2 more$/m);
	const withCommands = rendered(entry, { format: 'markdown', commands: true });
	assert.match(withCommands, /B9 \[and 2 more\]\(command:paperNotes\.showAuthors\?%5B%22x%22%5D\)$/m);
});

test('a PDF file is opened by a command that is given the key, where the editor runs it; the one online stands beside it', () => {
	const entry = '@article{x, title = {T}, eprint = {2001.00001}, eprinttype = {arxiv}, file = {:a) [b](evil).pdf:PDF}}';
	const withCommands = rendered(entry, { format: 'markdown', commands: true });
	assert.ok(
		withCommands.includes(
			'[PDF](command:paperNotes.openPdf?%5B%22x%22%5D) · [PDF online](https://arxiv.org/pdf/2001.00001) · [arXiv](',
		),
		withCommands,
	);
	assert.ok(rendered(entry).includes('\n[PDF](https://arxiv.org/pdf/2001.00001) · [arXiv]('), rendered(entry));
	for (const style of [MARKDOWN, PLAIN, { format: 'markdown', commands: true } as const]) {
		assert.ok(!rendered(entry, style).includes('evil'), 'no path on the card');
	}
});

test('what stands in a corpus can change nothing on the card but its words', () => {
	const markdown = rendered(
		'@article{x, title = {[Click](command:evil) <img src=x> ![i](http://h/i.png)}, author = {{**Bold** [a](http://b)}},' +
			' journal = {`code`}, abstract = {<script>alert(1)</script> \\href{command:evil}{here}\n\n# Head\n\n---\n\n| a |},' +
			' url = {javascript:alert(1)}}',
	);
	const links = [...markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target);
	assert.deepEqual(links, ['file:///library.bib#L1'], markdown);
	assert.ok(!/(?<!\\)<\w/.test(markdown), markdown);
	assert.ok(!/(?<!\\)!\[/.test(markdown), markdown);
	assert.ok(!/^# /m.test(markdown), markdown);
});

test('keys and names of files stand on a card letter by letter: they hold no markup', () => {
	const text = '//- /refs--old_{1}.bib\n@misc{lee~a$b, author = {Lee}}\n//- /my--note.md\n@paper[lee~a$b|]\n';
	const { workspace, uri, offset } = workspaceOf(`${text}//- /other--$1$.md\nSee @paper[lee~a$b].`);
	const [card] = hover(workspace, uri, offset)?.cards ?? [];
	assert.ok(card);
	const markdown = renderCard(card, MARKDOWN);
	assert.ok(markdown.startsWith('**lee\\~a\\$b**'), markdown);
	assert.ok(markdown.includes('[refs--old\\_{1}.bib]('), markdown);
	assert.ok(markdown.includes('[other--\\$1\\$.md:1]('), markdown);
	assert.ok(renderCard(card, PLAIN).startsWith('lee~a$b\n'), renderCard(card, PLAIN));
});

test('hyphens in a key on a citing line are no dash', () => {
	const { workspace, uri, offset } = workspaceOf(
		'//- /library.bib\n@article{smith--2020, title = {T}}\n//- /note.md\n@paper[smith--2020|]\n\nPages 1--2 of @paper[see @smith--2020; smith--2020].',
	);
	const [card] = hover(workspace, uri, offset)?.cards ?? [];
	assert.ok(card);
	assert.match(renderCard(card, MARKDOWN), /Pages 1–2 of @paper\\\[see @smith--2020; smith--2020\\\]\./);
});

test('the part that the citation means stands on its card, and its page is passed to the PDF', () => {
	const shown = (note: string, style: Parameters<typeof renderCard>[1]) => {
		const entry = '@article{x, title = {T}, eprint = {2001.00002}, eprinttype = {arxiv}, file = {x.pdf}}';
		const { workspace, uri, offset } = workspaceOf(`//- /l.bib\n${entry}\n//- /note.md\n${note}`);
		const [card] = hover(workspace, uri, offset)?.cards ?? [];
		assert.ok(card);
		return renderCard(card, style);
	};
	const style = { format: 'markdown', commands: true } as const;
	const cited = shown('@paper[x|, § 2, p. 12]', style);
	assert.match(cited, /^\*\*T\*\* {2}\nCited here: section 2, page 12\n/m);
	assert.ok(cited.includes('[PDF online](https://arxiv.org/pdf/2001.00002#page=12)'), cited);
	assert.ok(cited.includes(`(command:paperNotes.openPdf?${encodeURIComponent('["x",null,12]')})`), cited);
	assert.ok(shown('[@x|, p. 12]'.replace('[', '@paper['), PLAIN).includes('arxiv.org/pdf/2001.00002#page=12'));
	const whole = shown('@paper[x|]', style);
	assert.ok(!whole.includes('Cited here') && !whole.includes('#page'), whole);
	assert.ok(whole.includes(`(command:paperNotes.openPdf?${encodeURIComponent('["x"]')})`), whole);
});

test('on the brackets of a citation of several papers, all of them are listed', () => {
	const listed = (note: string, format: 'markdown' | 'plaintext' = 'plaintext') => {
		const corpus =
			'//- /a.bib\n@misc{one, title = {Apples_1}, author = {Doe, Jo}, year = 2020}\n@misc{two, title = {Pears}}\n';
		const { workspace, uri, offset } = workspaceOf(`${corpus}//- /note.md\n${note}`, {
			settings: { syntaxes: ['paper', 'pandoc'] },
		});
		const found = hover(workspace, uri, offset);
		return found?.list && renderList(found.list, { format, commands: false });
	};
	const both = '- Doe 2020 · Apples_1 (one)\n- Pears (two)\n- not one paper (three)';
	assert.equal(listed('@pap|er[one; two; three]'), both);
	assert.equal(listed('|[@one; @two; @three]'), both);
	assert.equal(listed('@pap|er[one; two]', 'markdown'), '- Doe 2020 · Apples\\_1 (one)\n- Pears (two)');
	assert.equal(listed('@pap|er[one]'), undefined);
	assert.equal(listed('@paper[on|e; two]'), undefined);
	assert.equal(
		listed(`@pap|er[${'one; '.repeat(30)}two]`)
			?.split('\n')
			.at(-1),
		'- and 11 more',
	);
});
