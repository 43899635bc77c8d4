/** The parts of a running server: the state that handlers read, and the parts that keep it up to date. */

import type { Connection } from 'vscode-languageserver';
import type { Render } from '../citeproc/rendering.ts';
import type { Files } from '../files/files.ts';
import type { IndexDriver } from '../indexing/indexDriver.ts';
import type { HeldCitations } from '../workspace/heldCitations.ts';
import type { NoteReading } from '../workspace/noteFiles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Documents } from './documents.ts';
import type { Reports } from './reports.ts';

export interface Session {
	readonly connection: Connection;
	readonly client: ClientSupport;
	readonly workspace: Workspace;
	readonly documents: Documents;
	readonly index: IndexDriver;
	readonly files: Files;
	/** Renders citations in a citation style. */
	readonly render: Render;
	/** How the notes on disk are read. */
	readonly notes: NoteReading;
	readonly reports: Reports;
	/** Citations that someone is writing, whose problems are not reported yet. */
	readonly held: HeldCitations;
	/** Call when papers or notes have changed: remembers what keys mean. */
	readonly rememberKeys: () => void;
	/** Uris of the workspace folders. */
	folders: readonly string[];
	/** After a shutdown, requests are errors. */
	isShutDown: boolean;
}
