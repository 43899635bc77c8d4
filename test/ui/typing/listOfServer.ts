/** What the server answers for a citation, asked in a session of its own: what a window should show at that text. */

import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { eventually } from '../../support/eventually.ts';
import { startStdioEditor } from '../../support/stdioEditor.ts';

export interface ListOfServer {
	/** The names by which a screen reader hears the rows, for a cursor at `at` of the note; undefined where there is no list. */
	rows(text: string, at: number): Promise<readonly string[] | undefined>;
	close(): Promise<unknown>;
}

/** Of the workspace in `folder`, for its note `note`. */
export async function listOfServer(folder: string, note: string): Promise<ListOfServer> {
	const editor = await startStdioEditor(folder, { initializationOptions: { editor: 'vscode' } });
	await editor.open(note);
	await eventually({
		read: () => editor.request<{ indexing: boolean }>('paperNotes/status', {}),
		accept: ({ indexing }) => !indexing,
		what: 'the papers to be indexed',
	});
	const uri = editor.uri(note);
	let version = 1000;
	return {
		async rows(text, at) {
			version++;
			await editor.connection.sendNotification('textDocument/didChange', {
				textDocument: { uri, version },
				contentChanges: [{ text }],
			});
			const list = await editor.connection.sendRequest<CompletionList | null>('textDocument/completion', {
				textDocument: { uri },
				position: { line: 0, character: at },
			});
			return list?.items.map(accessibleName);
		},
		close: () => editor.close(),
	};
}

/** As VS Code 1.139 names a row of its list. */
function accessibleName({ label, labelDetails }: CompletionItem): string {
	const { detail, description } = labelDetails ?? {};
	const told = [detail ? ` ${detail}` : '', description ? `, ${description}` : ''].join('');
	return told === '' ? label : `${label}${told}, Reference`;
}
