/** The addresses of notebook cells, and what the workspace makes of them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseName } from '../../server/src/util/baseName.ts';
import { notebookOf } from '../../server/src/util/notebookCell.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

test('a cell belongs to the notebook that its address names', () => {
	const cases: Readonly<Record<string, string>> = {
		'vscode-notebook-cell:/a/b%20c.ipynb#W0sZmlsZQ%3D%3D': 'file:///a/b%20c.ipynb',
		'vscode-notebook-cell:/c%3A/b.ipynb#X12sZmlsZQ==': 'file:///c%3A/b.ipynb',
		'vscode-notebook-cell://server/share/b.ipynb#W0sZmlsZQ%3D%3D': 'file://server/share/b.ipynb',
		'vscode-notebook-cell:Untitled-1.ipynb?jupyter-notebook#W0sdW50aXRsZWQ%3D':
			'untitled:Untitled-1.ipynb?jupyter-notebook',
		'vscode-notebook-cell:/a/b.ipynb#ch0000001': 'file:///a/b.ipynb',
		'vscode-notebook-cell:/a/b.ipynb#W0s%E0%A4%A': 'file:///a/b.ipynb',
		'vscode-notebook-cell://ssh-remote%2Bbox/a/b.ipynb#W1sdnNjb2RlLXJlbW90ZQ%3D%3D': 'file:///a/b.ipynb',
		'file:///a/b.ipynb': 'file:///a/b.ipynb',
		'file:///a/b.md#W0sZmlsZQ': 'file:///a/b.md#W0sZmlsZQ',
	};
	for (const [uri, notebook] of Object.entries(cases)) {
		assert.equal(notebookOf(uri), notebook);
	}
	assert.equal(baseName('vscode-notebook-cell:/a/b%20c.ipynb#W0sZmlsZQ%3D%3D'), 'b c.ipynb');
});

test("papers in the front matter of the notebook's file are papers of its cells", () => {
	const { workspace } = workspaceOf('//- /note.md\n');
	const matter = '---\nreferences:\n- id: fig2001\n  title: On Figs\n---';
	const cell = 'vscode-notebook-cell:/n.ipynb#W1sZmlsZQ%3D%3D';
	const text = JSON.stringify({
		cells: [
			{ cell_type: 'raw', source: matter },
			{ cell_type: 'markdown', source: '' },
		],
	});
	workspace.apply({ kind: 'noteRead', uri: 'file:///n.ipynb', text });
	workspace.apply({ kind: 'noteOpened', uri: cell, text: '@paper[fig2001]' });
	const view = workspace.in(cell);
	const [paper] = view.resolve('fig2001').map(({ id }) => view.corpus.paper(id));
	const [source] = paper?.sources ?? [];
	assert.equal(source?.uri, 'file:///n.ipynb');
	const { start, end } = source.keyRange;
	assert.deepEqual([start.line, text.slice(start.character, end.character)], [0, 'fig2001']);
	assert.equal(workspace.in('file:///note.md').resolve('fig2001').length, 0);
});
