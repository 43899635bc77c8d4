/** A note in VS Code, asked what all providers together answer at a place of it; runs in the extension host. */

import { writeFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { offsetOf } from '../support/editor.ts';

export type MarkdownNote = Awaited<ReturnType<typeof openMarkdownNote>>;

/** Writes and opens the note; places in it are given by text, with `|` for the cursor. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of what can be asked, a few lines each
export async function openMarkdownNote(code: typeof vscode, uri: vscode.Uri, text: string) {
	await writeFile(uri.fsPath, text);
	const document = await code.workspace.openTextDocument(uri);
	await code.window.showTextDocument(document);
	if (document.getText() !== text) {
		const edit = new code.WorkspaceEdit();
		edit.replace(uri, new code.Range(0, 0, document.lineCount, 0), text);
		await code.workspace.applyEdit(edit);
		await document.save();
	}
	const position = (place: string): vscode.Position => document.positionAt(offsetOf(document.getText(), place));
	const ask = <T>(command: string, place: string, ...more: readonly unknown[]): Thenable<T> =>
		code.commands.executeCommand<T>(command, uri, position(place), ...more);
	const nameOf = (file: vscode.Uri): string => file.path.slice(file.path.lastIndexOf('/') + 1);
	const sibling = (name: string): vscode.Uri => code.Uri.joinPath(uri, '..', name);
	return {
		/** `3:14`, counted from zero. */
		at: (place: string) => `${position(place).line}:${position(place).character}`,
		text: () => document.getText(),
		textOf: async (name: string) => (await code.workspace.openTextDocument(sibling(name))).getText(),
		async replace(before: string, after: string) {
			const start = document.getText().indexOf(before);
			const edit = new code.WorkspaceEdit();
			const range = new code.Range(document.positionAt(start), document.positionAt(start + before.length));
			edit.replace(uri, range, after);
			await code.workspace.applyEdit(edit);
		},
		async move(from: string, to: string) {
			const edit = new code.WorkspaceEdit();
			edit.renameFile(sibling(from), sibling(to));
			await code.workspace.applyEdit(edit);
		},
		prepareRename: async (place: string) =>
			ask<{ readonly placeholder: string } | undefined>('vscode.prepareRename', place),
		async rename(place: string, newName: string) {
			const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', place, newName);
			const changes = edit.entries().flatMap(([file, edits]) => edits.map((one) => ({ file, one })));
			const seen = await Promise.all(
				changes.map(async ({ file, one }) => ({
					path: code.workspace.asRelativePath(file),
					before: (await code.workspace.openTextDocument(file)).getText(one.range),
					after: one.newText,
				})),
			);
			return seen.sort((a, b) => a.path.localeCompare(b.path));
		},
		async references(place: string) {
			const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', place);
			const seen = await Promise.all(
				found.map(async ({ uri: file, range }) => {
					const text = (await code.workspace.openTextDocument(file)).getText(range);
					return `${nameOf(file)} ${range.start.line}:${range.start.character} ${text}`;
				}),
			);
			return seen.sort();
		},
		async definition(place: string) {
			const found = await ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', place);
			return found.map((one) => nameOf('targetUri' in one ? one.targetUri : one.uri)).sort();
		},
		async highlights(place: string) {
			const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', place);
			return found.map(({ range }) => document.getText(range));
		},
		async links() {
			const found = await code.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
			return found.sort((a, b) => a.range.start.compareTo(b.range.start)).map(({ range }) => document.getText(range));
		},
		async completions(place: string) {
			const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', place);
			const all = items.map(({ label, sortText }) => ({
				label: typeof label === 'string' ? label : label.label,
				sortText,
			}));
			const isOurs = ({ sortText = '' }: { readonly sortText: string | undefined }): boolean =>
				/^\d{4}$/.test(sortText);
			return { ours: all.filter(isOurs), others: all.filter((item) => !isOurs(item)) };
		},
		problems() {
			return code.languages.getDiagnostics(uri).map(({ code: id, range }) => ({
				code: String(typeof id === 'object' ? id.value : id),
				text: document.getText(range),
			}));
		},
		async foldings() {
			const found = await code.commands.executeCommand<vscode.FoldingRange[]>(
				'vscode.executeFoldingRangeProvider',
				uri,
			);
			return found.map(({ start }) => start);
		},
		async symbols(query: string) {
			const ofNote = await code.commands.executeCommand<vscode.DocumentSymbol[]>(
				'vscode.executeDocumentSymbolProvider',
				uri,
			);
			const ofAll = await code.commands.executeCommand<vscode.SymbolInformation[]>(
				'vscode.executeWorkspaceSymbolProvider',
				query,
			);
			return {
				document: ofNote.map(({ name }) => name),
				workspace: ofAll.map(({ name }) => name).filter((name) => name.includes(query)),
			};
		},
		async actions(place: string) {
			const at = new code.Range(position(place), position(place));
			const found = await code.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				uri,
				at,
			);
			return found.map(({ title }) => title);
		},
		async selections(place: string) {
			const [innermost] = await code.commands.executeCommand<vscode.SelectionRange[]>(
				'vscode.executeSelectionRangeProvider',
				uri,
				[position(place)],
			);
			const texts: string[] = [];
			for (let one: vscode.SelectionRange | undefined = innermost; one; one = one.parent) {
				texts.push(document.getText(one.range));
			}
			return texts;
		},
		async hovers(place: string) {
			const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', place);
			return found.map(({ contents }) =>
				contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n'),
			);
		},
	};
}
