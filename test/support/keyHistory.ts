/** A library whose text changes, and notes that cite its papers, with a memory of the keys that outlives the index. */

import { DatabaseSync } from 'node:sqlite';
import { recognised } from '../../server/src/corpus/reading/corpusText.ts';
import type { IndexedCorpus } from '../../server/src/index/indexedCorpus.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import { RememberedKeys } from '../../server/src/index/rememberedKeys.ts';
import type { CorpusWriter } from '../../server/src/index/tables/corpusWriter.ts';
import { placeRecords } from '../../server/src/indexing/corpusReading.ts';
import { rememberKeys } from '../../server/src/workspace/rememberKeys.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';

export const FOLDER = 'file:///work';
export const NOTE = `${FOLDER}/note.md`;
const LIBRARY = `${FOLDER}/library.bib`;

export class KeyHistory {
	readonly workspace: Workspace;
	readonly memory = new RememberedKeys(new DatabaseSync(':memory:'));
	#writer: CorpusWriter;
	#corpus: IndexedCorpus;

	constructor(library: string, note: string) {
		[this.#writer, this.#corpus] = this.#newIndex();
		this.workspace = new Workspace(this.#corpus);
		const other = readSettings({});
		this.workspace.apply({ kind: 'settings', folders: new Map([[FOLDER, other]]), other });
		this.workspace.apply({ kind: 'keyMemory', memory: () => this.memory });
		this.workspace.apply({ kind: 'bibliographiesFound', faults: new Map(), named: new Map() });
		this.workspace.apply({ kind: 'corpusComplete', complete: true });
		this.note(note);
		this.library(library);
	}

	#newIndex(): [CorpusWriter, IndexedCorpus] {
		const db = new DatabaseSync(':memory:');
		const writer = openWriter(db, { keyMemory: this.memory });
		const reader = openReader(db, ({ message }) => {
			throw new Error(message);
		});
		if ('failure' in writer || 'failure' in reader) {
			throw new Error('The index cannot be opened.');
		}
		return [writer.opened, reader.opened];
	}

	/** The library has this text from now on, and what notes cite is remembered. */
	library(text: string, uri = LIBRARY): void {
		this.#corpus.refresh();
		const content = recognised(uri, text);
		const { records, reading } = placeRecords(content, () => undefined);
		const format = content.kind === 'readable' ? content.format.name : undefined;
		const writing = this.#writer.replaceFile(
			{ uri, format, size: text.length, mtime: 0, hash: '', note: undefined },
			records,
			reading,
		);
		while (!writing.next().done) {
			// Until all is written.
		}
		this.remember();
	}

	/** The index is made anew, from this text of the library. */
	rebuilt(library: string): void {
		this.#corpus.refresh();
		[this.#writer, this.#corpus] = this.#newIndex();
		this.workspace.apply({ kind: 'corpusReplaced', corpus: this.#corpus });
		this.library(library);
	}

	/** The note, open in an editor, has this text from now on. */
	note(text: string, uri = NOTE): void {
		this.workspace.apply({ kind: 'noteOpened', uri, text });
	}

	remember(): void {
		this.#corpus.refresh();
		for (const _ of rememberKeys(this.workspace)) {
			// Nobody waits for a turn.
		}
	}
}

/** A BibTeX entry that lacks nothing. */
export function article(key: string, title: string, further = ''): string {
	return `@article{${key}, title = {${title}}, author = {Ash, Ann and Elm, Ed}, journal = {Trees}, year = {2020}${further}}\n`;
}
