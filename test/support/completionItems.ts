/** The completion list as the protocol has it. */

import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import type { StdioEditor } from './stdioEditor.ts';

/** The items at the end of the first `needle` in an open file. */
export async function completionItems(editor: StdioEditor, path: string, needle: string): Promise<CompletionItem[]> {
	const text = await editor.text(path);
	const before = text.slice(0, text.indexOf(needle) + needle.length).split('\n');
	const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const list = await editor.request<CompletionList>('textDocument/completion', {
		textDocument: { uri: editor.uri(path) },
		position,
	});
	return list.items;
}
