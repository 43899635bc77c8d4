/** A Jupyter notebook in VS Code, open and closed; runs in the extension host. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import type { BuiltInFeature, Host } from './builtInMarkdown.ts';

const CELLS = ['See @paper[vaswani2017].', '@paper[vaswani2017; nobody1999]'];

const NOTEBOOK = JSON.stringify(
	{
		cells: [
			...CELLS.map((source) => ({ cell_type: 'markdown', metadata: {}, source: [source] })),
			{ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: ['print(1)'] },
		],
		metadata: {},
		nbformat: 4,
		nbformat_minor: 5,
	},
	undefined,
	1,
);

/** Opens a notebook with this name and returns the documents of its Markdown cells. */
async function openCells({ code, folder }: Host, name: string): Promise<readonly vscode.TextDocument[]> {
	const uri = code.Uri.joinPath(folder, 'notes', name);
	await writeFile(uri.fsPath, NOTEBOOK);
	const notebook = await code.workspace.openNotebookDocument(uri);
	await code.window.showNotebookDocument(notebook);
	return notebook
		.getCells()
		.map(({ document }) => document)
		.filter(({ languageId }) => languageId === 'markdown');
}

/** The answer of all providers at the first key of the document. */
function ask<T>(
	{ code }: Host,
	command: string,
	document: vscode.TextDocument,
	...more: readonly unknown[]
): Thenable<T> {
	const position = document.positionAt(document.getText().indexOf('vaswani') + 2);
	return code.commands.executeCommand<T>(command, document.uri, position, ...more);
}

function first(cells: readonly vscode.TextDocument[]): vscode.TextDocument {
	return cells[0] ?? assert.fail('The notebook has no Markdown cell.');
}

/** Only a cell that is being edited can be renamed in: VS Code loses the new name where it has to load the text first. */
async function editFirstCell({ code }: Host, cell: vscode.TextDocument): Promise<void> {
	await code.commands.executeCommand('notebook.focusTop');
	await code.commands.executeCommand('notebook.cell.edit');
	await eventually({
		read: async () => code.window.activeTextEditor?.document.uri.toString(),
		accept: (uri) => uri === cell.uri.toString(),
		what: 'the editor of the first cell',
	});
}

async function applyToNotebooks({ code }: Host, edit: vscode.WorkspaceEdit): Promise<void> {
	const ofNotebooks = new code.WorkspaceEdit();
	for (const [uri, edits] of edit.entries().filter(([file]) => file.path.endsWith('.ipynb'))) {
		ofNotebooks.set(uri, edits);
	}
	assert.ok(await code.workspace.applyEdit(ofNotebooks));
}

export const NOTEBOOK_FEATURES: readonly BuiltInFeature[] = [
	{
		title: 'Markdown cells have cards and problems, and their citations are found and renamed cell by cell',
		async run(host) {
			const closed = host.code.Uri.joinPath(host.folder, 'notes/closed.ipynb');
			await writeFile(closed.fsPath, NOTEBOOK);
			const cells = await openCells(host, 'open.ipynb');
			await eventually({
				read: async () =>
					cells.flatMap(({ uri }) => host.code.languages.getDiagnostics(uri)).map(({ message }) => message),
				accept: (messages) => messages.length === 1 && /"nobody1999"/.test(messages[0] ?? ''),
				what: 'the problem in the second cell',
			});
			const hovers = await ask<vscode.Hover[]>(host, 'vscode.executeHoverProvider', first(cells));
			const shown = hovers.flatMap(({ contents }) =>
				contents.map((one) => (typeof one === 'string' ? one : one.value)),
			);
			assert.match(shown.join('\n'), /Attention Is All You Need/i);
			const places = await ask<vscode.Location[]>(host, 'vscode.executeReferenceProvider', first(cells));
			const own = places.filter(({ uri }) => uri.path.endsWith('/open.ipynb')).map(({ uri }) => uri.toString());
			assert.deepEqual(own.sort(), cells.map(({ uri }) => uri.toString()).sort());
			await eventually({
				read: async () => ask<vscode.Location[]>(host, 'vscode.executeReferenceProvider', first(cells)),
				accept: (found) => found.filter(({ uri }) => uri.path === closed.path).length === 2,
				what: 'the citations of the closed notebook',
			});
			await editFirstCell(host, first(cells));
			const edit = await ask<vscode.WorkspaceEdit>(
				host,
				'vscode.executeDocumentRenameProvider',
				first(cells),
				'attention',
			);
			const changed = edit.entries().filter(([uri]) => uri.path.endsWith('/open.ipynb'));
			assert.deepEqual(
				changed.map(([uri]) => uri.scheme),
				['vscode-notebook-cell', 'vscode-notebook-cell'],
			);
			await applyToNotebooks(host, edit);
			const renamed = CELLS.map((text) => text.replace('vaswani2017', 'attention'));
			assert.deepEqual(
				cells.map((cell) => cell.getText()),
				renamed,
			);
			const file = await host.code.workspace.openTextDocument(closed);
			assert.equal(file.getText(), NOTEBOOK.replaceAll('vaswani2017', 'attention'));
		},
	},
];
