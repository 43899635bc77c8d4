/** `paperNotes.libraries` in VS Code's settings. The values of the user's and the folder's settings are combined. */

import * as vscode from 'vscode';
import type { ConfigurationRequest } from 'vscode-languageclient/node';
import { homeFolder } from './libraryFiles.node.ts';
import { countingLibraries, resolvedPath, writtenLibrary } from './libraryPaths.node.ts';

const SECTION = 'paperNotes';
const NAME = 'libraries';

/** In VS Code the folder's list replaces the user's. This sends the server both. */
export const configuration: ConfigurationRequest.MiddlewareSignature = async (params, token, next) => {
	const answers: unknown = await next(params, token);
	if (!Array.isArray(answers)) {
		return [];
	}
	return params.items.map(({ section, scopeUri }, index) => {
		const answer: unknown = answers[index];
		if (section !== SECTION || typeof answer !== 'object') {
			return answer;
		}
		return { ...answer, [NAME]: librariesOf(scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri)) };
	});
};

/** The libraries that count in the workspace folder, or without an open folder. */
function librariesOf(folder: vscode.Uri | undefined): string[] {
	const set = vscode.workspace.getConfiguration(SECTION, folder ?? null).inspect(NAME);
	const settings = { user: set?.globalValue, shared: [set?.workspaceValue, set?.workspaceFolderValue] };
	return countingLibraries(settings, folder?.fsPath, homeFolder());
}

/** Paths that are libraries already, at any level of the settings. */
export function knownLibraries(): ReadonlySet<string> {
	const folders: (vscode.Uri | undefined)[] = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
	return new Set(
		[...folders, undefined].flatMap((folder) =>
			librariesOf(folder).map((written) => resolvedPath(written, folder?.fsPath ?? homeFolder(), homeFolder())),
		),
	);
}

/**
 * Adds the files and folders to the settings: to a workspace folder's settings if they are inside it, otherwise to the
 * user's. Rejects if VS Code cannot write them.
 */
export async function addLibraries(paths: readonly string[]): Promise<void> {
	const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
	const written = paths.map((path) => writtenLibrary(path, folders, homeFolder()));
	for (const [folder, libraries] of Map.groupBy(written, (library) => library.folder)) {
		await add(
			folder,
			libraries.map((library) => library.written),
		);
	}
}

async function add(folder: string | undefined, written: readonly string[]): Promise<void> {
	const settings = vscode.workspace.getConfiguration(SECTION, folder === undefined ? null : vscode.Uri.file(folder));
	const set = settings.inspect<readonly string[]>(NAME);
	const before = (folder === undefined ? set?.globalValue : set?.workspaceFolderValue) ?? [];
	const target = folder === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.WorkspaceFolder;
	await settings.update(NAME, [...new Set([...before, ...written])], target);
}
