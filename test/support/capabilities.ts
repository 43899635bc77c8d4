/** What VS Code says it can do, as far as the server asks. */

export const CAPABILITIES = {
	textDocument: {
		completion: { completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] } },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		definition: { linkSupport: true },
		declaration: { linkSupport: true },
		implementation: { linkSupport: true },
		callHierarchy: { dynamicRegistration: true },
		typeDefinition: { linkSupport: true },
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		diagnostic: { dynamicRegistration: true },
		rename: { prepareSupport: true },
	},
	workspace: {
		configuration: true,
		workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
		diagnostics: { refreshSupport: true },
		semanticTokens: { refreshSupport: true },
		textDocumentContent: { dynamicRegistration: true },
	},
	window: { workDoneProgress: true },
};

/** Of a client that has edits computed when they are chosen, and that can create files. */
export const LATE = {
	capabilities: {
		...CAPABILITIES,
		textDocument: {
			...CAPABILITIES.textDocument,
			codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
		},
		workspace: {
			...CAPABILITIES.workspace,
			workspaceEdit: { ...CAPABILITIES.workspace.workspaceEdit, resourceOperations: ['create'] },
		},
	},
} as const;
