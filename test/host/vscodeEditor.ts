/** The editor of the scenarios, as VS Code itself: runs in the extension host. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { PaperNotesApi } from '../../client/src/extension.ts';
import { type Editor, lineAround, offsetOf } from '../support/editor.ts';

export async function openVscodeEditor(): Promise<Editor> {
	const extension = vscode.extensions.getExtension<PaperNotesApi>('paper-notes.paper-notes');
	if (!extension) {
		throw new Error('VS Code does not know the extension paper-notes.paper-notes.');
	}
	const api = await extension.activate();
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	if (!folder) {
		throw new Error('VS Code has no folder open.');
	}
	return editing(api, folder);
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of what an editor does, a few lines each
function editing(api: PaperNotesApi, folder: vscode.Uri): Editor {
	const uri = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
	const document = (path: string): Thenable<vscode.TextDocument> => vscode.workspace.openTextDocument(uri(path));
	const at = async (path: string, needle: string) => {
		const text = await document(path);
		const offset = offsetOf(text.getText(), needle);
		return { text, offset, position: text.positionAt(offset) };
	};
	return {
		request: (method, params) => api.request(method, params),
		async write(path, text) {
			const file = join(folder.fsPath, path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text);
		},
		remove: (path) => rm(join(folder.fsPath, path), { recursive: true }),
		async open(path) {
			await vscode.window.showTextDocument(await document(path));
		},
		text: async (path) => (await document(path)).getText(),
		async replace(path, before, after) {
			const text = await document(path);
			const start = offsetOf(text.getText(), before.replaceAll('|', ''));
			const edit = new vscode.WorkspaceEdit();
			edit.replace(text.uri, new vscode.Range(text.positionAt(start), text.positionAt(start + before.length)), after);
			await vscode.workspace.applyEdit(edit);
		},
		async completions(path, needle) {
			const { text, offset, position } = await at(path, needle);
			const list = await vscode.commands.executeCommand<vscode.CompletionList>(
				'vscode.executeCompletionItemProvider',
				text.uri,
				position,
			);
			return list.items.filter(isOurs).map((item) => ({
				label: typeof item.label === 'string' ? item.label : item.label.label,
				lineAfter: lineWith(text, offset, [...(item.additionalTextEdits ?? []), ...replacement(item)]),
			}));
		},
		async hover(path, needle) {
			const { text, position } = await at(path, needle);
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				text.uri,
				position,
			);
			return hovers.flatMap((hover) =>
				hover.contents.map((content) => (typeof content === 'string' ? content : content.value)),
			);
		},
		async problems(path) {
			const text = await document(path);
			return vscode.languages
				.getDiagnostics(text.uri)
				.filter(({ source }) => source === 'paper-notes')
				.map(({ code, message, range }) => ({ code: String(code), message, at: text.getText(range) }));
		},
		async fixes(path, needle) {
			const { text, offset, position } = await at(path, needle);
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				text.uri,
				new vscode.Range(position, position),
			);
			return actions
				.filter(({ title }) => /^(Cite|Use the key|Separate) /.test(title))
				.map((action) => ({
					title: action.title,
					preferred: action.isPreferred === true,
					lineAfter: lineWith(text, offset, action.edit?.get(text.uri) ?? []),
				}));
		},
		async definition(path, needle) {
			const { text, position } = await at(path, needle);
			const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
				'vscode.executeDefinitionProvider',
				text.uri,
				position,
			);
			return Promise.all(links.filter((link) => 'targetUri' in link).map(placeOf));
		},
	};
}

/** Ranks are four digits; no other provider for Markdown sorts so. */
function isOurs(item: vscode.CompletionItem): boolean {
	return /^\d{4}$/.test(item.sortText ?? '');
}

function replacement(item: vscode.CompletionItem): vscode.TextEdit[] {
	const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
	const text = typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? '');
	return range ? [new vscode.TextEdit(range, text)] : [];
}

/** Edits stand in the order of the text and do not overlap. */
function lineWith(document: vscode.TextDocument, offset: number, edits: readonly vscode.TextEdit[]): string {
	const [first] = edits;
	const start = first ? document.offsetAt(first.range.start) : offset;
	const text = edits.reduceRight(
		(after, { range, newText }) =>
			after.slice(0, document.offsetAt(range.start)) + newText + after.slice(document.offsetAt(range.end)),
		document.getText(),
	);
	return lineAround(text, start);
}

async function placeOf(link: vscode.LocationLink) {
	const target = await vscode.workspace.openTextDocument(link.targetUri);
	return {
		path: vscode.workspace.asRelativePath(link.targetUri),
		line: target.lineAt(link.targetRange.start.line).text.trim(),
	};
}
