/** The call hierarchy and the uncited papers, over the protocol. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver';
import type { UncitedResponse } from '../../server/src/protocol.ts';
import { CAPABILITIES } from '../support/capabilities.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const FILES = {
	'refs.bib': entry('one', 'On Apples') + entry('two', 'On Pears') + entry('three', 'On Plums'),
	'open.md': 'See @paper[one].\n',
	'closed.md': 'And @paper[two; one].\n',
};

test('from a citation to the notes that cite the paper, and from a note to its papers', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('open.md');
	const [paper] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
		textDocument: { uri: editor.uri('open.md') },
		position: { line: 0, character: 12 },
	});
	assert.deepEqual([paper?.name, paper?.detail, paper?.uri], ['Author 2020', 'On Apples', editor.uri('refs.bib')]);
	const incoming = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: paper });
	assert.deepEqual(incoming.map(({ from }) => from.uri).sort(), [editor.uri('closed.md'), editor.uri('open.md')]);
	const closed = incoming.find(({ from }) => from.uri === editor.uri('closed.md'));
	assert.deepEqual(closed?.fromRanges, [{ start: { line: 0, character: 16 }, end: { line: 0, character: 19 } }]);
	const outgoing = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
		item: closed.from,
	});
	assert.deepEqual(
		outgoing.map(({ to }) => to.detail),
		['On Pears', 'On Apples'],
	);
});

test('a client without call hierarchies is offered none', async (t) => {
	const { callHierarchy: _, ...textDocument } = CAPABILITIES.textDocument;
	const editor = await serverCase(t, FILES).start({ capabilities: { ...CAPABILITIES, textDocument } });
	assert.equal(editor.serverCapabilities['callHierarchyProvider'], undefined);
});

test('the papers that no note cites', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	const { papers, ...rest } = await editor.request<UncitedResponse>('paperNotes/uncited', {});
	assert.deepEqual(rest, { total: 1, isComplete: true });
	assert.deepEqual(
		papers.map(({ key, title, byline, uri }) => [key, title, byline, uri]),
		[['three', 'On Plums', 'Author 2020', editor.uri('refs.bib')]],
	);
});
