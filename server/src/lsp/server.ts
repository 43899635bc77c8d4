/**
 * The life of a server: what it offers at start, what it does once the client is ready, and the events it handles later.
 */

import {
	type Connection,
	ErrorCodes,
	type InitializeParams,
	type InitializeResult,
	ResponseError,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Render } from '../citeproc/rendering.ts';
import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import type { Files } from '../files/files.ts';
import type { IndexDriver, IndexEvent } from '../indexing/indexDriver.ts';
import { serverMessages } from '../messages/server.ts';
import { fileKey } from '../util/fileKey.ts';
import { writtenUri } from '../util/writtenPath.ts';
import { HeldCitations } from '../workspace/heldCitations.ts';
import { forgetNotesOutside } from '../workspace/noteFiles.ts';
import { retryingNotes } from '../workspace/retryingNotes.ts';
import { Workspace } from '../workspace/workspace.ts';
import { mustBeOpen } from './answering.ts';
import { catchUp } from './catchingUp.ts';
import { clientSupport, type InitializationOptions, readInitializationOptions } from './clientSupport.ts';
import { loadSettings, watchSettings } from './configuration.ts';
import { followDocuments } from './documentChanges.ts';
import { canonicalUri, Documents } from './documents.ts';
import { followedCorpus } from './followedCorpus.ts';
import { HANDLERS } from './handlers/handlers.ts';
import { stopIndexing } from './indexControl.ts';
import { keyRemembering } from './keyRemembering.ts';
import { refresh } from './refresh.ts';
import { Reports } from './reports.ts';
import type { Session } from './session.ts';
import { hearFileChanges } from './watching.ts';

/** What differs between Node and the browser. */
export interface Platform {
	readonly files: Files;
	/** The user's home folder, which `~` stands for. */
	readonly home: string;
	readonly render: Render;
	/** Opens the index of these workspace folders. `storagePath`: see `InitializationOptions`. */
	openIndex(
		place: { readonly storagePath: string | null | undefined; readonly folders: readonly string[] },
		onEvent: (event: IndexEvent) => void,
	): IndexDriver;
}

export function serve(connection: Connection, platform: Platform): void {
	let session: Session | undefined;
	connection.onRequest((method) => {
		throw session ? unknownMethod(method) : notInitialized();
	});
	connection.onInitialize((params) => {
		if (session) {
			throw new ResponseError(ErrorCodes.InvalidRequest, serverMessages.initializedBefore);
		}
		const options = readInitializationOptions(params.initializationOptions);
		const begun = newSession(connection, platform, params, options);
		session = begun;
		for (const { listen } of HANDLERS) {
			listen(begun);
		}
		followDocuments(begun);
		connection.onInitialized(() => begin(begun, platform, options));
		return offer(begun);
	});
	connection.onShutdown(() => {
		if (!session) {
			throw notInitialized();
		}
		return shutDown(session);
	});
	connection.listen();
}

function shutDown(session: Session): Promise<void> {
	mustBeOpen(session);
	session.isShutDown = true;
	// What still runs sees an empty corpus, not a closed database.
	session.workspace.apply({ kind: 'corpusReplaced', corpus: emptyCorpus });
	return session.index.close();
}

function notInitialized(): ResponseError {
	return new ResponseError(ErrorCodes.ServerNotInitialized, serverMessages.notInitialized);
}

function unknownMethod(method: string): ResponseError {
	return new ResponseError(ErrorCodes.MethodNotFound, serverMessages.unknownMethod(method));
}

function newSession(
	connection: Connection,
	platform: Platform,
	params: InitializeParams,
	options: InitializationOptions,
): Session {
	const folders = foldersOf(params, platform.files);
	const workspace = new Workspace(emptyCorpus, platform.home);
	const documents = new Documents(platform.files);
	const client = clientSupport(params, options);
	const reports = new Reports(
		{ connection, workspace, client },
		{ refresh: () => refresh(session, documents.uris()), stop: () => stopIndexing(session) },
	);
	const held = new HeldCitations({ ...client, onRelease: (uri) => refresh(session, [uri]) });
	const index = platform.openIndex({ storagePath: options.storagePath, folders }, (event) => {
		if (event.kind === 'opened') {
			workspace.apply({ kind: 'corpusReplaced', corpus: event.corpus });
			workspace.apply({ kind: 'corpusComplete', complete: false });
		} else if (event.kind === 'read') {
			workspace.apply({ kind: 'corpusComplete', complete: true });
			catchUp(workspace);
		} else if (event.kind === 'committed') {
			catchUp(workspace);
		} else if (event.kind === 'complete') {
			session.rememberKeys();
		}
		reports.heard(event);
	});
	workspace.apply({ kind: 'keyMemory', memory: () => index.keyMemory });
	const { files } = platform;
	const notes = retryingNotes({ workspace, files, folders: () => session.folders, onRead: () => reports.changed() });
	const session: Session = {
		connection,
		client,
		workspace,
		documents,
		index,
		files,
		render: platform.render,
		notes,
		reports,
		held,
		rememberKeys: keyRemembering(workspace),
		folders,
		isShutDown: false,
	};
	return session;
}

function foldersOf(params: InitializeParams, files: Files): string[] {
	const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
	return folders.map((uri) => folderUri(uri, files));
}

/** The uri without a slash at the end, except for the root of a disk. */
function folderUri(uri: string, files: Files): string {
	const folder = canonicalUri(uri, files);
	return writtenUri('.', { folder, home: '' }) ?? folder;
}

/** Reads settings, corpus and notes, and keeps them up to date. */
function begin(session: Session, platform: Platform, options: InitializationOptions): void {
	let given = options.settings;
	const scope = followedCorpus(session);
	const onLate = (): void => void scope.reload();
	const reload = (): void => void scope.reload(() => loadSettings(session, { given, home: platform.home, onLate }));
	hearFileChanges(session, scope);
	watchSettings(session, (settings) => {
		given = settings ?? given;
		reload();
	});
	hearFolderChanges(session, reload);
	reload();
}

/** An added folder adds its corpus and notes; a removed folder removes them. */
function hearFolderChanges(session: Session, reload: () => void): void {
	if (!session.client.workspaceFolders) {
		return;
	}
	session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
		const { files } = session;
		const keyOf = (uri: string): string => fileKey(uri, files.ignoresCase);
		const gone = new Set(removed.map(({ uri }) => keyOf(folderUri(uri, files))));
		const stay = session.folders.filter((uri) => !gone.has(keyOf(uri)));
		session.folders = [...stay, ...added.map(({ uri }) => folderUri(uri, files))];
		forgetNotesOutside(session.workspace, session.folders);
		reload();
	});
}

function offer({ client }: Session): InitializeResult {
	const offered: Partial<ServerCapabilities> = Object.assign(
		{},
		...HANDLERS.map(({ capability }) => capability?.(client)),
	);
	return {
		serverInfo: { name: serverMessages.product },
		capabilities: {
			textDocumentSync: {
				openClose: true,
				change: TextDocumentSyncKind.Incremental,
				willSave: true,
				willSaveWaitUntil: true,
				save: true,
			},
			...offered,
			workspace: { ...offered.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
		},
	};
}
