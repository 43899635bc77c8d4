/** What a running server consists of: the state that handlers read, and the parts that keep it true. */

import type { Connection } from 'vscode-languageserver';
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
	/** How the notes on disk are read. */
	readonly notes: NoteReading;
	readonly reports: Reports;
	/** What is not reported yet, since somebody is writing it. */
	readonly held: HeldCitations;
	/** The uris of the workspace folders. */
	folders: readonly string[];
}
