/** The documents that the editor has open: their text is the truth until they are closed. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change as TextChange } from '../notes/change.ts';

const NOTE_LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd', 'mdx', 'pandoc']);

export class Documents {
	readonly #open = new Map<string, TextDocument>();

	get(uri: string): TextDocument | undefined {
		return this.#open.get(uri);
	}

	uris(): Iterable<string> {
		return this.#open.keys();
	}

	open(uri: string, languageId: string, version: number, text: string): TextDocument {
		const document = TextDocument.create(uri, languageId, version, text);
		this.#open.set(uri, document);
		return document;
	}

	close(uri: string): void {
		this.#open.delete(uri);
	}

	/** Applies the changes and returns them as edits by offset, each on the text that those before it have left. */
	change(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextChange[] {
		return changes.map((change) => {
			const edit = editOf(document, change);
			TextDocument.update(document, [change], version);
			return edit;
		});
	}
}

export function isNote(document: TextDocument): boolean {
	return NOTE_LANGUAGES.has(document.languageId);
}

function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange {
	if (!('range' in change)) {
		return { from: 0, to: document.getText().length, insert: change.text };
	}
	return { from: document.offsetAt(change.range.start), to: document.offsetAt(change.range.end), insert: change.text };
}
