/** What comes from files cannot break a line, hide, turn the direction of text or draw an icon, wherever it is shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList } from 'vscode-languageserver/node';
import { HOSTILE, HOSTILE_LINES, isPlainLine } from '../support/hostileText.ts';
import { absentOnWindows } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const NOTE = `${HOSTILE_LINES}.md`;
const LIBRARIES = ['json', 'bib', 'txt'].map((extension) => `papers/${HOSTILE_LINES}.${extension}`);
const [JSON_FILE = '', BIB_FILE = '', TEXT_FILE = ''] = LIBRARIES;

const PAPER = {
	type: 'article-journal',
	title: `T ${HOSTILE_LINES}`,
	author: [{ family: `F ${HOSTILE_LINES}`, given: `G ${HOSTILE_LINES}` }, { literal: HOSTILE_LINES }],
	issued: { 'date-parts': [[2020, 2, 31]] },
	'container-title': `J ${HOSTILE_LINES}`,
	keyword: HOSTILE_LINES,
	note: HOSTILE_LINES,
	DOI: `bad ${HOSTILE_LINES}`,
	ISBN: `bad ${HOSTILE_LINES}`,
};

const FILES = {
	[JSON_FILE]: JSON.stringify([HOSTILE, `${HOSTILE}\nz`, 'twice'].map((id) => ({ id, ...PAPER }))),
	[BIB_FILE]: `@article{twice, title = {Another ${HOSTILE}}, author = {Other, One}, year = 1999}
@article{${HOSTILE}x, title = {Some ${HOSTILE}}, crossref = {${HOSTILE}}, ${HOSTILE} = {x}, year = ${HOSTILE}}
@${HOSTILE}{k, title = {T}, doi = {${HOSTILE}}}
@article{open${HOSTILE}, title = {${HOSTILE}`,
	[TEXT_FILE]: `${HOSTILE_LINES} is no list`,
	[NOTE]: `---
bibliography: ["x\\ny\\u001b.bib"]
---

See @paper[${HOSTILE}] and @paper[twice].

Also @paper[${HOSTILE}q; twice; twice], @paper[${HOSTILE}x and y], @papers[${HOSTILE}], @paper[@@${HOSTILE}].

Open @paper[${HOSTILE}
`,
};

/** Members of answers that are read by programs, not shown. `placeholder` is the key that the user is to change. */
const UNSEEN =
	/^(?:uri|target|newText|filterText|sortText|data|arguments|key|id|edit|textEdit|additionalTextEdits|paper|aliases|placeholder)$/;

function* shown(answer: unknown, path: string): Generator<readonly [path: string, text: string]> {
	if (typeof answer === 'string') {
		yield [path, answer];
	}
	for (const [name, value] of typeof answer === 'object' && answer !== null ? Object.entries(answer) : []) {
		if (!UNSEEN.test(name)) {
			yield* shown(value, `${path}.${name}`);
		}
	}
}

/** The answer to everything that an editor asks for, by what is asked. */
async function answers(editor: StdioEditor): Promise<ReadonlyMap<string, unknown>> {
	const found = new Map<string, unknown>();
	const ask = async <Answer>(method: string, params: object, about = ''): Promise<Answer> => {
		const answer = await editor.request<Answer>(method, params);
		found.set(`${method} ${about}`, answer);
		return answer;
	};
	await ask('paperNotes/status', {});
	await ask('paperNotes/problems', {});
	await ask('paperNotes/search', { query: '' });
	await ask('workspace/symbol', { query: '' });
	await ask('paperNotes/paper', { key: HOSTILE });
	for (const file of [NOTE, ...LIBRARIES]) {
		const textDocument = { uri: editor.uri(file) };
		for (const kind of ['diagnostic', 'documentSymbol', 'codeLens', 'documentLink']) {
			await ask(`textDocument/${kind}`, { textDocument }, file.slice(-4));
		}
	}
	const textDocument = { uri: editor.uri(NOTE) };
	const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
	await ask('textDocument/inlayHint', { textDocument, range: whole });
	for (const [line, character] of [
		[4, 14],
		[6, 14],
		[6, 80],
		[8, 14],
	] as const) {
		const position = { line, character };
		const at = { textDocument, position };
		const about = `${line}:${character}`;
		const context = { diagnostics: [] };
		await ask('textDocument/hover', at, about);
		await ask('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context }, about);
		const list = await ask<CompletionList | null>('textDocument/completion', at, about);
		for (const item of list?.items ?? []) {
			await ask('completionItem/resolve', item, `${about} ${item.label}`);
		}
		await ask('textDocument/rename', { ...at, newName: `new ${HOSTILE}` }, about);
	}
	found.set('said', editor.heard.words);
	return found;
}

/** Cards have lines; a link to a command that we offer is in them. */
const IS_CARD = /\.(?:documentation|contents|abstract)/;

/** What VS Code draws as an icon here. */
const HAS_ICON = /\.(?:label|command\.title): .*\$\(zap\)/s;

test('text from files is plain wherever the server has it shown', {
	skip: absentOnWindows('such names'),
}, async (t) => {
	const editor = await serverCase(t, FILES).start({
		initializationOptions: { editor: 'vscode' },
		settings: { inlayHints: { enabled: true } },
	});
	const { files } = await indexed(editor);
	assert.equal(files.length, LIBRARIES.length);
	for (const name of [NOTE, ...LIBRARIES]) {
		await editor.open(name);
	}
	const given = await answers(editor);
	const texts = [...given].flatMap(([request, answer]) => [...shown(answer, request)]);
	assert.ok(texts.length > 150, `${texts.length} texts`);
	const stray = texts.filter(
		([path, text]) =>
			!isPlainLine(IS_CARD.test(path) ? text.replaceAll('\n', '') : text) || HAS_ICON.test(`${path}: ${text}`),
	);
	assert.deepEqual(stray, []);
	const said = editor.heard.words.join('\n');
	assert.match(said, /A key cannot contain a space/);
	assert.doesNotMatch(said, /\]\(command:/);
});
