/** A server at work on a corpus, in a process of its own, as an editor drives it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CompletionList, DocumentDiagnosticReport, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverEnvironment } from '../../client/src/connection/serverEnvironment.ts';
import { type StatusResponse, statusRequest } from '../../server/src/protocol.ts';
import { type StdioEditor, startStdioEditor } from '../support/stdioEditor.ts';
import { timed } from './samples.ts';
import type { ServerCorpus } from './serverCorpus.ts';

/** Milliseconds between two looks at a server that is indexing: often enough to time it, too seldom to slow it. */
export const LOOK_AGAIN = 50;

/** A server that has not done by then never will: ten times what a million papers may take. */
const DEADLINE = 1_100_000;

export interface ServerSession {
	readonly editor: StdioEditor;
	/** When the process was started, on the clock of `performance.now`. */
	readonly began: number;
	/** Milliseconds from there until it had answered `initialize`. */
	readonly initialized: number;
}

/** With the environment that VS Code gives it. */
export async function startSession({ folder, storage, root }: ServerCorpus): Promise<ServerSession> {
	const env = serverEnvironment(join(root, 'compiled'));
	const began = performance.now();
	const editor = await startStdioEditor(folder, { initializationOptions: { storagePath: storage }, env });
	return { editor, began, initialized: performance.now() - began };
}

/** Waits until `isTrue`; milliseconds from the start of the process until then. */
export async function sinceStart(
	{ began }: ServerSession,
	isTrue: () => Promise<boolean>,
	lookAgain = LOOK_AGAIN,
): Promise<number> {
	while (!(await isTrue())) {
		if (performance.now() - began > DEADLINE) {
			throw new Error(`Nothing after ${DEADLINE / 1000} s: ${isTrue}`);
		}
		await pause(lookAgain);
	}
	return performance.now() - began;
}

export async function isIndexed({ editor }: ServerSession): Promise<boolean> {
	const { indexing } = await editor.request<StatusResponse>(statusRequest, {});
	return !indexing;
}

/** A note that is open, and what the editor does in it. */
export class OpenNote {
	readonly #editor: StdioEditor;
	readonly #document: TextDocument;

	private constructor(editor: StdioEditor, document: TextDocument) {
		this.#editor = editor;
		this.#document = document;
	}

	static async open({ editor }: ServerSession, folder: string, name: string): Promise<OpenNote> {
		const text = readFileSync(join(folder, name), 'utf8');
		const document = TextDocument.create(editor.uri(name), 'markdown', 1, text);
		const item = { uri: document.uri, languageId: 'markdown', version: 1, text };
		await editor.connection.sendNotification('textDocument/didOpen', { textDocument: item });
		return new OpenNote(editor, document);
	}

	get text(): string {
		return this.#document.getText();
	}

	async replace(start: number, end: number, text: string): Promise<void> {
		const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
		const version = this.#document.version + 1;
		TextDocument.update(this.#document, [{ range, text }], version);
		await this.#editor.connection.sendNotification('textDocument/didChange', {
			textDocument: { uri: this.#document.uri, version },
			contentChanges: [{ range, text }],
		});
	}

	/** What would be inserted by each item that is offered at `offset`. */
	async completions(offset: number): Promise<string[]> {
		const list = await this.#ask<CompletionList | null>('completion', offset);
		return (list?.items ?? []).map(({ textEdit, textEditText, label }) => textEdit?.newText ?? textEditText ?? label);
	}

	async hovers(offset: number): Promise<boolean> {
		return (await this.#ask<object | null>('hover', offset)) !== null;
	}

	/** How many problems the note has. */
	async problems(): Promise<number> {
		const report = await this.#editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
			textDocument: { uri: this.#document.uri },
		});
		return 'items' in report ? report.items.length : 0;
	}

	/** Types `text` at the end of the note: after each key, milliseconds to the list that follows it. Leaves no trace. */
	async *typing(text: string): AsyncGenerator<number, undefined> {
		const start = this.text.length;
		await this.replace(start, start, '@paper[]');
		for (const [index, letter] of [...text].entries()) {
			const at = start + '@paper['.length + index;
			const { ms } = await timed(async () => {
				await this.replace(at, at, letter);
				await this.completions(at + letter.length);
			});
			yield ms;
		}
		await this.replace(start, this.text.length, '');
	}

	/** What would be inserted by each item that is offered for the whole of `query`. Leaves no trace. */
	async offeredFor(query: string): Promise<string[]> {
		const start = this.text.length;
		await this.replace(start, start, `@paper[${query}`);
		const offered = await this.completions(this.text.length);
		await this.replace(start, this.text.length, '');
		return offered;
	}

	#ask<T>(request: 'completion' | 'hover', offset: number): Promise<T> {
		const position: Position = this.#document.positionAt(offset);
		return this.#editor.request<T>(`textDocument/${request}`, { textDocument: { uri: this.#document.uri }, position });
	}
}
