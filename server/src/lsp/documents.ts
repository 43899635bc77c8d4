/** The documents that the editor has open: their text is the truth until they are closed. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Files } from '../files/files.ts';
import { difference, type Change as TextChange } from '../notes/change.ts';
import { NOTE_LANGUAGES } from '../protocol.ts';
import { isNoteName } from '../workspace/noteFiles.ts';
import { respelled } from './respelling.ts';

/**
 * `uri` as files on disk are called here: clients differ in which characters they encode. `a(b).md` is `a%28b%29.md`. With
 * `files`, the names in it are those that the disk has.
 */
export function canonicalUri(uri: string, files: Pick<Files, 'ownUri'> = {}): string {
	try {
		const encoded = URI.parse(uri, true).toString();
		return files.ownUri?.(encoded) ?? encoded;
	} catch {
		return uri;
	}
}

/** By canonical uris; asked for by any spelling. */
export class Documents {
	readonly #open = new Map<string, TextDocument>();
	/** The canonical uris by the client's spellings: they stand until the document is closed, whatever the disk does. */
	readonly #canonical = new Map<string, string>();
	/** The client's newest spelling of each that it spells otherwise. */
	readonly #spellings = new Map<string, string>();
	readonly #files: Pick<Files, 'ownUri'>;

	constructor(files: Pick<Files, 'ownUri'>) {
		this.#files = files;
	}

	get(uri: string): TextDocument | undefined {
		return this.#open.get(uri) ?? this.#open.get(this.#canonical.get(uri) ?? canonicalUri(uri, this.#files));
	}

	/** What the client calls the document, if it has it open: it knows no other address of it. Any other uri as it is. */
	spelling(uri: string): string {
		return this.#spellings.get(uri) ?? uri;
	}

	/** What goes out to the client, with the `spelling` of each address in it. */
	respelled<T>(value: T): T {
		return this.#spellings.size > 0 ? respelled(value, (uri) => this.spelling(uri)) : value;
	}

	uris(): Iterable<string> {
		return this.#open.keys();
	}

	open(uri: string, languageId: string, version: number, text: string): TextDocument {
		const document = TextDocument.create(canonicalUri(uri, this.#files), languageId, version, text);
		this.#open.set(document.uri, document);
		this.#canonical.set(uri, document.uri);
		this.#spellings.delete(document.uri);
		if (uri !== document.uri) {
			this.#spellings.set(document.uri, uri);
		}
		return document;
	}

	close(uri: string): void {
		const document = this.get(uri);
		if (document) {
			this.#open.delete(document.uri);
			this.#spellings.delete(document.uri);
			const spellings = [...this.#canonical].filter(([, canonical]) => canonical === document.uri);
			spellings.forEach(([spelling]) => void this.#canonical.delete(spelling));
		}
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

/** By its language, or by its name where the editor calls the language by another name. */
export function isNote({ languageId, uri }: TextDocument): boolean {
	return NOTE_LANGUAGES.includes(languageId) || isNoteName(uri);
}

function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange {
	if (!('range' in change)) {
		return difference(document.getText(), change.text);
	}
	return { from: document.offsetAt(change.range.start), to: document.offsetAt(change.range.end), insert: change.text };
}
