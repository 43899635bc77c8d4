/** The parameters of our own requests, read one by one. Invalid values count as missing. */

import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../util/span.ts';
import type { Session } from './session.ts';

export class OwnParams {
	readonly #documents: Session['documents'];
	readonly #params: Readonly<Record<string, unknown>>;

	constructor({ documents }: Pick<Session, 'documents'>, raw: unknown) {
		this.#documents = documents;
		this.#params = fieldsOf(raw);
	}

	text(name: string): string | undefined {
		const value = this.#params[name];
		return typeof value === 'string' ? value : undefined;
	}

	list(name: string): readonly unknown[] {
		const value = this.#params[name];
		return Array.isArray(value) ? value : [];
	}

	/** A whole number, 0 or more. */
	count(name: string): number | undefined {
		const value = this.#params[name];
		return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
	}

	/** The document named by `uri`, if the client has it open. */
	document(): TextDocument | undefined {
		return this.#documents.get(this.text('uri') ?? '');
	}

	/** The place named by `uri` and `position`. */
	place(): { readonly document: TextDocument; readonly offset: number } | undefined {
		const document = this.document();
		const position = this.#params['position'];
		return document && isPosition(position) ? { document, offset: document.offsetAt(position) } : undefined;
	}

	/** The place in a file that need not be open. `uri`: as the server spells it. */
	corpusPlace(): { readonly uri: string; readonly position: Position } | undefined {
		const [uri, position] = [this.text('uri'), this.#params['position']];
		return uri !== undefined && isPosition(position)
			? { uri: this.#documents.get(uri)?.uri ?? uri, position }
			: undefined;
	}

	/** The record in a corpus file that `name` names by file and key. */
	record(name: string): { readonly uri: string; readonly key: string } | undefined {
		const { uri, key } = fieldsOf(this.#params[name]);
		return typeof uri === 'string' && typeof key === 'string' ? { uri, key } : undefined;
	}

	/** The ranges in the list `name`, each with its start before its end. */
	spans(name: string, document: TextDocument): Span[] {
		return this.list(name).flatMap((range) => spanOf(range, document) ?? []);
	}

	/** The range `name`, with its start before its end. */
	span(name: string, document: TextDocument): Span | undefined {
		return spanOf(this.#params[name], document);
	}
}

function spanOf(range: unknown, document: TextDocument): Span | undefined {
	const { start, end } = fieldsOf(range);
	if (!isPosition(start) || !isPosition(end)) {
		return undefined;
	}
	const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
	return { start: Math.min(from, to), end: Math.max(from, to) };
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
	return typeof raw === 'object' && raw !== null ? { ...raw } : {};
}

function isPosition(value: unknown): value is Position {
	const { line, character } = fieldsOf(value);
	return typeof line === 'number' && typeof character === 'number';
}
