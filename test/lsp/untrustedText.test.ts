/** Text from corpus files and notes can only change the words that are shown, nothing else. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parser as commonmark, GFM } from '@lezer/markdown';
import type {
	CodeAction,
	CompletionItem,
	CompletionList,
	Diagnostic,
	Hover,
	MarkupContent,
} from 'vscode-languageserver/node';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const parser = commonmark.configure(GFM);

/** Each ends with a distinctive word, which must be readable on the card. */
const HOSTILE: readonly string[] = [
	'[click](command:workbench.action.quit) wordA',
	'![image](https://evil.example/track.png) wordB',
	'<img src=x onerror=alert(1)> <script>alert(1)</script> wordC',
	'<a href="command:evil">link</a> wordD',
	'<https://evil.example/auto> https://evil.example/bare www.evil.example wordE',
	'[ref][evil] wordF',
	'&#91;entity&#93;&#40;command:evil&#41; &lt;img src=x&gt; wordG',
	'`code` ~~~ $(zap) $(alert~spin) wordH',
	'\u202Ereversed\u202C \u2066isolate\u2069 \u0007bell \u001B[31mred \u0000nul wordI',
	'javascript:alert(1) data:text/html,evil vscode://evil file:///etc/passwd mailto:a@evil.example wordJ',
	'<b><i>unclosed <u>tags wordK',
	'\\[x\\](command:evil) \\<img\\> \\![x](http://evil.example) wordL',
];

/** Texts that would start a block at the beginning of a line. */
const BLOCKS =
	'# heading\n\n- list\n\n1. number\n\n> quote\n\n---\n\n```\ncode\n```\n\n    indented\n\n| a | b |\n|---|---|\n| c | d |\n\n[evil]: command:evil\n\n<div>\n\n***\n\n===\n\n+ plus wordZ';

function library(): string {
	const items = [...HOSTILE, BLOCKS].map((text, index) => ({
		id: `hostile${index}`,
		type: 'article-journal',
		title: text,
		abstract: `${text}\n\n${BLOCKS}`,
		author: [{ family: text, given: text }, ...Array.from({ length: 12 }, () => ({ literal: text }))],
		keyword: text,
		note: `${text}\n\n${BLOCKS}`,
		volume: text,
		page: text,
		'container-title': text,
		publisher: text,
		issued: { literal: text },
		DOI: `10.1000/${text}`,
		URL: 'command:evil',
	}));
	return JSON.stringify(items);
}

/** Links that lead to anything but a web address, a file of the test, or a command of ours; also images and HTML. */
function strayMarkup(markdown: string): string[] {
	const stray: string[] = [];
	parser.parse(markdown).iterate({
		enter: ({ name, from, to }) => {
			const text = markdown.slice(from, to);
			const isOurs =
				/^(https:\/\/doi\.org\/10\.1000\/|file:\/\/\/|command:paperNotes\.(openPdf|showAuthors|changeCitationForm|copyKey|revealInCorpus|openLiteratureNote)\?)/.test(
					text,
				);
			if (
				/^(Image|HTMLBlock|HTMLTag|Autolink|LinkReference|Entity|FencedCode|CodeBlock|Blockquote|Table|Task|Comment)/.test(
					name,
				)
			) {
				stray.push(`${name}: ${text}`);
			} else if (name === 'URL' && !isOurs) {
				stray.push(`${name}: ${text}`);
			} else if (/Heading|OrderedList/.test(name)) {
				stray.push(`${name}: ${text}`);
			}
		},
	});
	return stray;
}

/** Control characters, and marks that change the text direction. */
const UNWANTED = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function unwantedIn(text: string): readonly string[] {
	return text.replace(/[\t\n\r]/g, '').match(UNWANTED) ?? [];
}

function checkCard(markdown: string, words: RegExp | undefined): void {
	assert.deepEqual(strayMarkup(markdown), [], markdown);
	assert.deepEqual(unwantedIn(markdown), [], markdown);
	if (words) {
		assert.match(markdown, words);
	}
}

async function opened(t: Parameters<typeof serverCase>[0]): Promise<StdioEditor> {
	const citing = HOSTILE.map(
		(text, index) => `${text.replaceAll('\n', ' ')} @paper[hostile${index}] ![x](command:evil)`,
	);
	const files = serverCase(t, {
		'papers/library.json': library(),
		'![x](command:evil) <img src=x> `a` $(zap).md': `${citing.join('\n\n')}\n`,
		'note.md': `${[...HOSTILE, BLOCKS].map((_, index) => `@paper[hostile${index}]`).join('\n\n')}\n`,
	});
	const editor = await files.start({ initializationOptions: { editor: 'vscode' } });
	await indexed(editor);
	await editor.open('note.md');
	return editor;
}

test('cards hold no link but ours, no image, no HTML and no hidden sign, whatever the records say', async (t) => {
	const editor = await opened(t);
	for (const [index, text] of [...HOSTILE, BLOCKS].entries()) {
		const hover = await editor.request<Hover>('textDocument/hover', {
			textDocument: { uri: editor.uri('note.md') },
			position: { line: index * 2, character: 10 },
		});
		const word = /word[A-Z]$/.exec(text)?.[0] ?? '';
		checkCard((hover.contents as MarkupContent).value, new RegExp(word));
		assert.equal((hover.contents as { isTrusted?: unknown; supportHtml?: unknown }).isTrusted, undefined);
	}
});

test('the documentation of a completion is as harmless, and its rows are plain', async (t) => {
	const editor = await opened(t);
	await editor.replace('note.md', '@paper[hostile0]', '@paper[word');
	const list = await editor.request<CompletionList>('textDocument/completion', {
		textDocument: { uri: editor.uri('note.md') },
		position: { line: 0, character: 11 },
	});
	assert.ok(list.items.length >= 10, `${list.items.length} items`);
	for (const item of list.items) {
		const resolved = await editor.request<CompletionItem>('completionItem/resolve', item);
		checkCard((resolved.documentation as MarkupContent).value, undefined);
		const row = [item.label, item.detail, item.labelDetails?.description].join('');
		assert.deepEqual(unwantedIn(row), [], row);
		assert.doesNotMatch(row, /\n/);
	}
});

test('messages of problems and fixes are plain words', async (t) => {
	const key = '\u202Eevil\u202C\u0007';
	const title = '<b>Bold</b> \u202Etitle';
	const files = serverCase(t, {
		'a.bib': `@article{${key}, title = {One}}\n@article{twice, title = {${title}}, author = {A, B}}\n@article{open, title = {${key}`,
		'b.bib': '@article{twice, title = {Another $x^2$ <i>thing</i>}, author = {C, D}}',
		'c.bib': `\u202E${key} is no bibliography`,
		'note.md': `@paper[twice] @paper[${key}] @paper[<img src=x>] @paper[twicee]`,
	});
	const editor = await files.start();
	const { files: reported } = await indexed(editor);
	await editor.open('note.md');
	const messages = reported.map(({ note }) => note ?? '');
	for (const name of ['a.bib', 'b.bib', 'c.bib', 'note.md']) {
		const params = { textDocument: { uri: editor.uri(name) } };
		const { items } = await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', params);
		assert.ok(items.length > 0, name);
		for (const { message, relatedInformation } of items) {
			messages.push(
				typeof message === 'string' ? message : message.value,
				...(relatedInformation ?? []).map((place) => place.message),
			);
		}
	}
	const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: editor.uri('note.md') },
		range: { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } },
		context: { diagnostics: [] },
	});
	for (const message of [...messages, ...actions.map((action) => action.title)]) {
		assert.deepEqual(unwantedIn(message), [], JSON.stringify(message));
		assert.doesNotMatch(message, /<\/?[bi]>/, message);
	}
});
