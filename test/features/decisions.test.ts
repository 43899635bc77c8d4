/** The file of decisions: which facts its lines state, and how one is added. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionEdits } from '../../server/src/features/deciding/decisionEdits.ts';
import { type Fact, statementsIn } from '../../server/src/workspace/decisions.ts';

function added(text: string, ...facts: Fact[]): string {
	const [edit] = decisionEdits(text, facts);
	return edit ? text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end) : text;
}

test('lines state pairs; of three names each is meant with each, and what is no pair states nothing', () => {
	const text = '- one: [a, "10.1/x"]\n- two: [b, c, d]\n- one: [e]\n- one: [f, f]\n- two: g\n- one: [{}, h]\n';
	assert.deepEqual(
		statementsIn([text, '- renamed: {from: x, to: y}\n- one: [k, l]\n']).map(({ kind, papers }) => [kind, ...papers]),
		[
			['one', 'a', '10.1/x'],
			['two', 'b', 'c'],
			['two', 'b', 'd'],
			['two', 'c', 'd'],
			['one', 'k', 'l'],
		],
	);
});

test('a fact gets a line of its own in the order of the alphabet, its names in order too', () => {
	const text = '# Ours\n- means: {key: a, paper: "On"}\n- renamed: {from: z, to: y}';
	assert.equal(
		added(text, { kind: 'one', papers: ['smith', '10.1/x(2)'] }),
		'# Ours\n- means: {key: a, paper: "On"}\n- one: ["10.1/x(2)", smith]\n- renamed: {from: z, to: y}',
	);
});

test('that two papers are one takes the place of the line that calls them two, and a known fact changes nothing', () => {
	const text = '- two: [b, a]\n- two: [b, c]\n';
	assert.equal(added(text, { kind: 'one', papers: ['a', 'b'] }), '- one: [a, b]\n- two: [b, c]\n');
	assert.equal(added('- one: [a, b]\n', { kind: 'one', papers: ['b', 'a'] }), '- one: [a, b]\n');
});
