/** What a client answers to the server's requests, and what it hears of it. */

import type {
	ConfigurationParams,
	Diagnostic,
	FileSystemWatcher,
	ProtocolConnection,
	PublishDiagnosticsParams,
	RegistrationParams,
	UnregistrationParams,
} from 'vscode-languageserver/node';

export interface ClientAnswers {
	/** What `workspace/configuration` answers for section `paperNotes`: the same for all folders, or by the folder's uri. */
	readonly settings?: Readonly<Record<string, unknown>> | ((folder: string | undefined) => object);
	/** In place of the usual answer to a request: an error, a promise that never settles; undefined for the usual one. */
	readonly instead?: (method: string) => unknown;
}

/** What the server has said unasked. */
export interface Heard {
	/** Lines for the log and messages for people. */
	readonly words: string[];
	/** What has come out of the process as an error, which editors log as one. */
	readonly errors: string[];
	/** The newest published diagnostics by uri. */
	readonly published: Map<string, readonly Diagnostic[]>;
	/** What it has asked to watch, while it is registered. */
	readonly watchers: Map<string, readonly FileSystemWatcher[]>;
}

const WATCH = 'workspace/didChangeWatchedFiles';

/** Answers every request of the server's that there is. */
export function answerServer(connection: ProtocolConnection, { settings = {}, instead }: ClientAnswers): Heard {
	const heard: Heard = { words: [], errors: [], published: new Map(), watchers: new Map() };
	const settingsOf = typeof settings === 'function' ? settings : () => settings;
	const on = <P>(method: string, answer: (params: P) => unknown): void => {
		connection.onRequest(method, (params: P) => instead?.(method) ?? answer(params));
	};
	on('workspace/configuration', ({ items }: ConfigurationParams) => items.map(({ scopeUri }) => settingsOf(scopeUri)));
	on('client/registerCapability', ({ registrations }: RegistrationParams) => {
		for (const { id, registerOptions } of registrations.filter(({ method }) => method === WATCH)) {
			heard.watchers.set(id, registerOptions.watchers);
		}
		return null;
	});
	on('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
		for (const { id } of unregisterations) {
			heard.watchers.delete(id);
		}
		return null;
	});
	for (const method of REFRESHING) {
		on(method, () => null);
	}
	const hear = ({ message }: { message: string }): void => {
		heard.words.push(message);
	};
	connection.onNotification('window/logMessage', hear);
	connection.onNotification('window/showMessage', hear);
	on('window/showMessageRequest', (params: { message: string }) => {
		hear(params);
		return null;
	});
	connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
		heard.published.set(uri, diagnostics);
	});
	return heard;
}

const REFRESHING = [
	'window/workDoneProgress/create',
	'workspace/diagnostic/refresh',
	'workspace/semanticTokens/refresh',
] as const;
