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
