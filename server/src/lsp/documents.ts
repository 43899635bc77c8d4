/** The documents that the editor has open. Until they are closed, their text counts, not the file on disk. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Files } from '../files/files.ts';
import { difference, type Change as TextChange } from '../notes/change.ts';
import { NOTE_LANGUAGES } from '../protocol.ts';
import { isPage } from '../util/pageUri.ts';
import { isNoteName } from '../workspace/noteFiles.ts';
import { respelled } from './respelling.ts';

/**
 * `uri` in the server's own spelling. Clients differ in which characters they encode: `a(b).md` may be sent as
 * `a%28b%29.md`. With `files`, file names are spelled as on disk.
 */
export function canonicalUri(uri: string, files: Pick<Files, 'ownUri'> = {}): string {
	try {
		const encoded = URI.parse(uri, true).toString();
		return files.ownUri?.(encoded) ?? encoded;
	} catch {
		return uri;
	}
}

/** Stored by canonical uri, and found by any spelling. */
export class Documents {
	readonly #open = new Map<string, TextDocument>();
	/**
	 * Canonical uris by the client's spellings. An entry is valid until the document is closed, whatever happens on disk.
	 */
	readonly #canonical = new Map<string, string>();
	/** The client's latest spelling of each uri that it spells differently. */
	readonly #spellings = new Map<string, string>();
	readonly #files: Pick<Files, 'ownUri'>;

	constructor(files: Pick<Files, 'ownUri'>) {
		this.#files = files;
	}

	get(uri: string): TextDocument | undefined {
		return this.#open.get(uri) ?? this.#open.get(this.#canonical.get(uri) ?? canonicalUri(uri, this.#files));
	}

	/**
	 * The client's spelling of an open document, which is the only one it recognizes. Any other uri is returned unchanged.
	 */
	spelling(uri: string): string {
		return this.#spellings.get(uri) ?? uri;
	}

	/** A message to the client, with each URI in the client's `spelling`. */
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

	/** Applies the changes. Returns them as edits by offset, each relative to the text that the previous ones left. */
	change(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextChange[] {
		return changes.map((change) => {
			const edit = editOf(document, change);
			TextDocument.update(document, [change], version);
			return edit;
		});
	}
}

/** Recognized by its language, or by its file name if the editor gives the language another name. */
export function isNote({ languageId, uri }: TextDocument): boolean {
	return !isPage(uri) && (NOTE_LANGUAGES.includes(languageId) || isNoteName(uri));
}

function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange {
	if (!('range' in change)) {
		return difference(document.getText(), change.text);
	}
	return { from: document.offsetAt(change.range.start), to: document.offsetAt(change.range.end), insert: change.text };
}
