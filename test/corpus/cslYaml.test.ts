/** CSL-YAML as Pandoc writes it and as people write it by hand. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslYaml } from '../../server/src/corpus/formats/cslYaml.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';

/** Reads `text` and checks keys, that spans hold entries and keys, and how many problems there are. */
function check(text: string, keys: readonly string[], problemCount = 0): void {
	const { papers, problems } = readAll(cslYaml, text);
	assert.deepEqual(
		papers.map(({ key }) => key),
		keys,
	);
	for (const { key, span, keySpan } of papers) {
		assert.match(text.slice(span.start, span.end), /^- [\s\S]*\S$/);
		assert.equal(text.slice(keySpan?.start, keySpan?.end), key);
	}
	assert.equal(problems.length, problemCount, JSON.stringify(problems));
}

const PANDOC = `---
references:
- id: curie1898
  type: article-journal
  title: 'Rays: *new* ones'
  author:
  - family: Curie
    given: Marie
  - literal: The Team
  issued:
  - year: 1898
    month: 7
  volume: 010
  abstract: |
    First.
    - no item

    Second.
- id: "becquerel1896"
  title: null
  issued: 1896-03
...
`;

test('a list under "references:" gives its items with exact spans', () =>
	check(PANDOC, ['curie1898', 'becquerel1896']));

test('an item has names, older dates, text as written, and an abstract of several paragraphs', () => {
	const [first, second] = readAll(cslYaml, PANDOC).papers.map(({ item }) => item);
	assert.equal(first?.title, 'Rays: *new* ones');
	assert.deepEqual(first?.author, [{ family: 'Curie', given: 'Marie' }, { literal: 'The Team' }]);
	assert.deepEqual(first?.issued, { 'date-parts': [[1898, 7]] });
	assert.equal(first?.volume, '010');
	assert.equal(first?.abstract, 'First.\n- no item\n\nSecond.');
	assert.deepEqual(second, { id: 'becquerel1896', type: 'document', issued: { 'date-parts': [[1896, 3]] } });
});

test('a bare list, a deeper one, comments and any line ends will do', () => {
	const list = '- id: a\n  title: A\n# between\n- id: b\n  title: B\n';
	for (const text of [list, list.replaceAll('\n', '\r\n'), list.replaceAll('\n', '\r')]) {
		check(text, ['a', 'b']);
	}
	check('references:\n    - id: a\n      author:\n        - family: X\n    - id: b\n', ['a', 'b']);
});

test('other settings of the file are no items', () =>
	check('nocite: x\nreferences:\n- id: a\n  title: A\nformats:\n- html\n- pdf\n', ['a']));

test('one item that is no YAML costs one problem and no other item', () =>
	check('- id: a\n  title: A\n- id: b\n  title: [x\n- id: c\n  title: C\n', ['a', 'b', 'c'], 1));

test('aliases are not followed, and deep nesting is a problem', () => {
	check(`- id: a\n  title: &t T\n- id: b\n  title: *t\n`, ['a', 'b']);
	check(`- id: a\n  title: A\n- ${'- '.repeat(20_000)}x\n`, ['a'], 1);
});
