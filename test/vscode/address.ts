/** The address under which a browser shows one folder in VS Code's window. */
import { pathToFileURL } from 'node:url';
import type { RunningVscode } from './server.ts';

export interface WindowContents {
	/** A folder, or a `.code-workspace` file. */
	readonly workspace?: string;
	/** A file that is open from the start. */
	readonly openFile?: string;
	/** The extensions under test. These and the suite count only where the server was started with `runsTests`. */
	readonly extensionDevelopmentPaths?: readonly string[];
	/** The module file whose `run` is the suite. */
	readonly extensionTestsPath?: string;
}

export function windowAddress({ url }: RunningVscode, contents: WindowContents): string {
	const { workspace, openFile, extensionDevelopmentPaths = [], extensionTestsPath } = contents;
	const remote = (file: string) => `vscode-remote://${new URL(url).host}${pathToFileURL(file).pathname}`;
	const payload = [
		...(openFile ? [['openFile', remote(openFile)]] : []),
		...extensionDevelopmentPaths.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
		...(extensionTestsPath ? [['extensionTestsPath', remote(extensionTestsPath)]] : []),
	];
	const address = new URL(url);
	if (workspace) {
		address.searchParams.set(workspaceParameter(workspace), decodeURIComponent(pathToFileURL(workspace).pathname));
	}
	if (payload.length > 0) {
		address.searchParams.set('payload', JSON.stringify(payload));
	}
	// A slash needs no encoding here, and people read this address.
	return address.href.replaceAll('%2F', '/');
}

function workspaceParameter(workspace: string): string {
	return workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
}
