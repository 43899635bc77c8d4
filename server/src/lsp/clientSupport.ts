/** What the client at the other end can do, read once from its `initialize` request. */

import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { CardStyle } from '../features/card/renderCard.ts';

export interface ClientSupport {
	readonly cards: CardStyle;
	/** The client filters completions by fuzzy score on its own: see `toCompletionList`. */
	readonly fuzzyFilter: boolean;
	/** A list of completions may say once what its items replace. */
	readonly sharedRange: boolean;
	readonly configuration: boolean;
	readonly configurationChanges: boolean;
	readonly workspaceFolders: boolean;
	readonly fileWatching: boolean;
	readonly relativeWatching: boolean;
	readonly definitionLinks: boolean;
	/** It asks for diagnostics, and may be told to ask again: those that it has asked for too early would stay. */
	readonly pullDiagnostics: boolean;
	readonly tokenRefresh: boolean;
	/** It sends `paperNotes/cursorLeft`. */
	readonly tellsCursorLeft: boolean;
	/** It asks, before it lets people type a new name, what there is to be renamed. */
	readonly prepareRename: boolean;
	/** Edits may say of which version of a document they are. */
	readonly versionedEdits: boolean;
	/** Where it shows edits before they are made, it groups them by what they are for. */
	readonly annotatedEdits: boolean;
	/**
	 * An error from one provider makes the client ask the next, which takes a citation for a link: so our own extension
	 * is answered with an edit of nothing and a message.
	 */
	readonly errorsAskOthers: boolean;
	/** The client shows the protocol's progress; our own extension shows the status instead. */
	readonly progress: boolean;
}

/** Editors built on VS Code; all share its completion list. */
const VSCODE_FAMILY = /visual studio code|vscode|code-server|code - oss|codium|cursor|windsurf|positron|theia/i;

export function clientSupport(params: InitializeParams, options: InitializationOptions): ClientSupport {
	const { textDocument, workspace, window } = params.capabilities;
	const hoverFormats = textDocument?.hover?.contentFormat;
	const isVscode = options.editor === 'vscode' || VSCODE_FAMILY.test(params.clientInfo?.name ?? '');
	return {
		cards: {
			format: hoverFormats === undefined || hoverFormats.includes(MarkupKind.Markdown) ? 'markdown' : 'plaintext',
			commands: options.editor === 'vscode',
		},
		fuzzyFilter: isVscode,
		sharedRange: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
		configuration: workspace?.configuration === true,
		configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		fileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		relativeWatching: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
		pullDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		tokenRefresh: workspace?.semanticTokens?.refreshSupport === true,
		tellsCursorLeft: options.cursorLeft,
		prepareRename: textDocument?.rename?.prepareSupport === true,
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport?.groupsOnLabel === true,
		errorsAskOthers: options.editor === 'vscode',
		progress: window?.workDoneProgress === true && options.editor !== 'vscode',
	};
}

/** What a client may say at start beyond the protocol. */
export interface InitializationOptions {
	/** `vscode` when our own extension asks: its commands can be linked to. */
	readonly editor: string | undefined;
	/** The client sends `paperNotes/cursorLeft`. */
	readonly cursorLeft: boolean;
	/** A folder for the index; `null` keeps it in memory; undefined leaves the choice to the server. */
	readonly storagePath: string | null | undefined;
	/** The settings of a client that has no `workspace/configuration`. */
	readonly settings: unknown;
}

export function readInitializationOptions(raw: unknown): InitializationOptions {
	const options: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
	const { editor, cursorLeft, storagePath, paperNotes, settings } = options;
	return {
		editor: typeof editor === 'string' ? editor : undefined,
		cursorLeft: cursorLeft === true,
		storagePath: typeof storagePath === 'string' || storagePath === null ? storagePath : undefined,
		settings: paperNotes ?? settings ?? options,
	};
}
