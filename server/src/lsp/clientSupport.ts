/** What the client supports, read once from its `initialize` request. */

import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { CardStyle } from '../features/card/renderCard.ts';

export interface ClientSupport {
	/** How it shows cards on hover. */
	readonly cards: CardStyle;
	/** How it shows cards beside the completion list. */
	readonly documentation: CardStyle;
	/**
	 * The client has an outline of notes by their headings. Beside another one it would be a group with a name of its own,
	 * in the breadcrumbs, too.
	 */
	readonly outlinesHeadings: boolean;
	/** The outline of a file may have symbols within symbols. */
	readonly nestedSymbols: boolean;
	readonly completionFilter: CompletionFilter;
	/** A completion list may give the replaced range once for all items. */
	readonly sharedRange: boolean;
	readonly configuration: boolean;
	readonly configurationChanges: boolean;
	readonly workspaceFolders: boolean;
	readonly fileWatching: boolean;
	readonly relativeWatching: boolean;
	/** The requests whose answers may give the text that leads to each place. */
	readonly locationLinks: ReadonlySet<PlaceRequest>;
	/** The client shows call hierarchies. */
	readonly calls: boolean;
	/** The client asks for the text of documents that are no files, so that the pages of papers can be shown. */
	readonly pages: boolean;
	/**
	 * The client asks for diagnostics, and can be told to ask again. Without the latter, diagnostics that it asked for too
	 * early would never be updated.
	 */
	readonly pullDiagnostics: boolean;
	readonly tokenRefresh: boolean;
	/** It sends `paperNotes/cursorLeft`. */
	readonly tellsCursorLeft: boolean;
	/** The client asks what can be renamed before it lets people type a new name. */
	readonly prepareRename: boolean;
	/** Edits may give the version of the document they apply to. */
	readonly versionedEdits: boolean;
	/** When the client shows edits before applying them, it groups them by purpose. */
	readonly annotatedEdits: boolean;
	/** Edits may create files. */
	readonly createdFiles: boolean;
	/** The edit of a code action may be computed when someone chooses it. */
	readonly lateEdits: boolean;
	/**
	 * After an error from one provider, the client asks the next one, which takes a citation for a link. Our own extension
	 * therefore gets an empty edit and a message instead of an error.
	 */
	readonly errorsAskOthers: boolean;
	/** The client shows the protocol's progress. Our own extension shows the status instead. */
	readonly progress: boolean;
}

const PLACE_REQUESTS = ['definition', 'declaration', 'implementation', 'typeDefinition'] as const;

export type PlaceRequest = (typeof PLACE_REQUESTS)[number];

/** How the client filters completions on its own: see `toCompletionList`. */
export type CompletionFilter =
	/** By a fuzzy score of the replaced text. */
	| 'fuzzy'
	/** By the symbol at the cursor as a prefix, wherever the replaced text begins. */
	| 'symbol'
	/** By the replaced text as a prefix. */
	| 'prefix';

/** Editors based on VS Code. They all use its completion list. */
const VSCODE_FAMILY = /visual studio code|vscode|code-server|code - oss|codium|cursor|windsurf|positron|theia/i;

export function clientSupport(params: InitializeParams, options: InitializationOptions): ClientSupport {
	const { textDocument, workspace, window } = params.capabilities;
	const hoverFormats = textDocument?.hover?.contentFormat;
	return {
		cards: cardStyle(hoverFormats, options),
		documentation: cardStyle(textDocument?.completion?.completionItem?.documentationFormat ?? hoverFormats, options),
		outlinesHeadings: isVscode(params.clientInfo?.name, options),
		nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		completionFilter: completionFilter(params.clientInfo?.name, options),
		sharedRange: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
		configuration: workspace?.configuration === true,
		configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		fileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		relativeWatching: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
		locationLinks: new Set(PLACE_REQUESTS.filter((request) => textDocument?.[request]?.linkSupport)),
		calls: textDocument?.callHierarchy !== undefined,
		pages: workspace?.textDocumentContent !== undefined,
		pullDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		tokenRefresh: workspace?.semanticTokens?.refreshSupport === true,
		tellsCursorLeft: options.cursorLeft,
		prepareRename: textDocument?.rename?.prepareSupport === true,
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport?.groupsOnLabel === true,
		createdFiles:
			workspace?.workspaceEdit?.documentChanges === true &&
			workspace.workspaceEdit.resourceOperations?.includes('create') === true,
		lateEdits:
			textDocument?.codeAction?.dataSupport === true &&
			textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
		errorsAskOthers: options.editor === 'vscode',
		progress: window?.workDoneProgress === true && options.editor !== 'vscode',
	};
}

/** Of a client that accepts these formats; it has all when it names none. */
function cardStyle(formats: readonly MarkupKind[] | undefined, { editor }: InitializationOptions): CardStyle {
	const hasMarkdown = formats === undefined || formats.includes(MarkupKind.Markdown);
	return { format: hasMarkdown ? 'markdown' : 'plaintext', commands: editor === 'vscode' };
}

/** Emacs' Eglot filters by symbol. Before its version 1.15, it does not give its name. */
const EGLOT = /eglot/i;

function isVscode(client: string | undefined, { editor }: InitializationOptions): boolean {
	return editor === 'vscode' || VSCODE_FAMILY.test(client ?? '');
}

function completionFilter(client: string | undefined, options: InitializationOptions): CompletionFilter {
	if (isVscode(client, options)) {
		return 'fuzzy';
	}
	return client === undefined || EGLOT.test(client) ? 'symbol' : 'prefix';
}

/** Options that a client may send at start in addition to the protocol's. */
export interface InitializationOptions {
	/** `vscode` for our own extension, whose commands links may run. */
	readonly editor: string | undefined;
	/** The client sends `paperNotes/cursorLeft`. */
	readonly cursorLeft: boolean;
	/** The index folder; `null` keeps the index in memory; undefined leaves the choice to the server. */
	readonly storagePath: string | null | undefined;
	/** The settings of a client without `workspace/configuration`. */
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
