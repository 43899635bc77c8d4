/** A workspace for one command: the same notes, corpus and settings as an editor would have, read once. */

import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import { disk } from '../files/disk.node.ts';
import { waitForDisk } from '../files/diskAccess.node.ts';
import { databasePath } from '../indexing/databasePath.node.ts';
import { openDriver } from '../indexing/driver.ts';
import { FOR_COMMAND, nodeHost } from '../indexing/driverHost.node.ts';
import type { IndexDriver, IndexEvent } from '../indexing/indexDriver.ts';
import { decodeText } from '../util/encoding.ts';
import { CorpusScope } from '../workspace/corpusScope.ts';
import { Workspace } from '../workspace/workspace.ts';
import { frontMatterFiles } from './frontMatterFiles.ts';
import { KeptFiles } from './keptFiles.ts';
import type { Project } from './projectSettings.node.ts';

/** The program of the thread that fills the index, beside the bundle of this file. */
const INDEX_PROGRAM = join(import.meta.dirname, 'indexThread.js');

export interface OpenedWorkspace {
	readonly workspace: Workspace;
	/** URIs of the files that could not be read. */
	readonly unread: readonly string[];
	/** The text of a file on disk; undefined if it cannot be read as text. */
	textOf(uri: string): Promise<string | undefined>;
	close(): Promise<void>;
}

/**
 * What a command needs to know of the notes: everything; only what their front matter says; or nothing, where the index
 * remembers which libraries they name.
 */
export type NotesNeeded = 'whole' | 'frontMatter' | 'none';

export interface OpenOptions {
	readonly notes: NotesNeeded;
	readonly home: string;
	/** The folder of the index. Undefined: the platform's cache folder. */
	readonly storage: string | undefined;
	/** Called with the share of the corpus that has been read, from 0 to 1, and the papers so far. */
	readonly onProgress: (share: number, papers: number) => void;
	/** Called with a sentence about something that went wrong but does not end the command. */
	readonly onWarning: (sentence: string) => void;
}

/** Resolves once all notes and corpus files are read. Rejects with a sentence if the index cannot be made at all. */
export async function openWorkspace(project: Project, options: OpenOptions): Promise<OpenedWorkspace> {
	const folders = project.folders.map((folder) => URI.file(folder).toString());
	const workspace = new Workspace(emptyCorpus, options.home);
	workspace.apply({ kind: 'settings', folders: project.settings, other: project.other });
	waitForDisk();
	const reading = new Reading();
	const path = databasePath({ storagePath: options.storage, folders });
	const index = openDriver(nodeHost(INDEX_PROGRAM, path, FOR_COMMAND), (event) => {
		applyEvent(workspace, event);
		reading.heard(event);
		report(event, workspace, options);
	});
	workspace.apply({ kind: 'keyMemory', memory: () => index.keyMemory });
	const unread: string[] = [];
	const kept = new KeptFiles(disk);
	const read = options.notes === 'frontMatter' ? kept.files : disk;
	const files = options.notes === 'whole' || readsSyntaxes(project) ? read : frontMatterFiles(read);
	const notes = { workspace, files, onUnread: (uri: string) => unread.push(uri) };
	const scope = new CorpusScope(
		{ notes, folders: () => folders },
		{
			read(roots) {
				reading.began();
				index.scan(roots);
			},
			watch: async () => {},
			changed: () => workspace.settleSyntaxes(),
			failed: (what, error) => options.onWarning(`${what}: ${String(error)}`),
		},
	);
	const isRemembered = options.notes === 'none' && workspace.corpus.paperCount > 0;
	await readAll({ scope, reading, index, workspace, isRemembered });
	const textOf = async (uri: string): Promise<string | undefined> => {
		const bytes = kept.take(uri) ?? (await disk.read(uri).catch(() => undefined));
		return bytes && decodeText(bytes)?.text;
	};
	return { workspace, textOf, unread: [...unread, ...reading.unread], close: () => index.close() };
}

async function readAll(parts: {
	readonly scope: CorpusScope;
	readonly reading: Reading;
	readonly index: IndexDriver;
	readonly workspace: Workspace;
	readonly isRemembered: boolean;
}): Promise<void> {
	const { scope, reading, index, workspace, isRemembered } = parts;
	try {
		await (isRemembered ? scope.reloadRemembered() : scope.reload());
		await reading.ended();
		workspace.settleSyntaxes();
		await scope.idle();
	} catch (error) {
		await index.close();
		throw error;
	}
}

/** Whether the notes themselves decide how they are read. */
function readsSyntaxes({ settings, other }: Project): boolean {
	return [...settings.values(), other].some(({ syntaxes }) => syntaxes.includes('auto'));
}

function applyEvent(workspace: Workspace, event: IndexEvent): void {
	if (event.kind === 'opened') {
		workspace.apply({ kind: 'corpusReplaced', corpus: event.corpus });
		workspace.apply({ kind: 'corpusComplete', complete: false });
	} else if (event.kind === 'read') {
		workspace.apply({ kind: 'corpusComplete', complete: true });
	}
}

function report(event: IndexEvent, { corpus }: Workspace, { onProgress, onWarning }: OpenOptions): void {
	if (event.kind === 'progress' && event.total > 0) {
		onProgress(event.done / event.total, corpus.paperCount);
	} else if (event.kind === 'failed') {
		onWarning(event.message);
	}
}

/** Whether everything that was ordered has been read. */
class Reading {
	#isDone = true;
	#failure: string | undefined;
	#unread: readonly string[] = [];
	#wake: () => void = () => {};

	get unread(): readonly string[] {
		return this.#unread;
	}

	began(): void {
		this.#isDone = false;
	}

	heard(event: IndexEvent): void {
		if (event.kind === 'complete') {
			this.#isDone = true;
			this.#unread = event.unread;
		} else if (event.kind === 'gaveUp') {
			this.#failure = event.message;
		}
		this.#wake();
	}

	async ended(): Promise<void> {
		while (!this.#isDone && this.#failure === undefined) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
		if (this.#failure !== undefined) {
			throw new Error(this.#failure);
		}
	}
}
