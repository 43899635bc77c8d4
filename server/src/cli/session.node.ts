/** Opens the workspace that a command works with, and closes it whatever happens. */

import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { homeFolder } from '../files/homeFolder.node.ts';
import { unfinishedWritesPath } from '../indexing/databasePath.node.ts';
import { cliMessages } from '../messages/cli.ts';
import { type NotesNeeded, type OpenedWorkspace, openWorkspace } from './openWorkspace.node.ts';
import { printableStart } from './output/terminal.ts';
import { findProject, type Project, type SharedOptions } from './projectSettings.node.ts';
import { ProgressLine, type Terminal } from './terminal.node.ts';

/** Codes with which a command ends. */
export const EXIT = { clean: 0, failure: 1, problems: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CommandSession extends OpenedWorkspace {
	readonly project: Project;
}

/** The folders and settings for a command with these paths. */
export function projectOf(terminal: Terminal, paths: readonly string[], options: SharedOptions): Project {
	return findProject({ cwd: terminal.cwd, paths, home: homeFolder() }, options);
}

/** Runs `work` with everything read. Warnings go to standard error, so that they never mix with results. */
export async function withWorkspace(
	terminal: Terminal,
	{
		project,
		options,
		notes,
	}: { readonly project: Project; readonly options: SharedOptions; readonly notes: NotesNeeded },
	work: (session: CommandSession) => Promise<ExitCode>,
): Promise<ExitCode> {
	const progress = new ProgressLine(terminal);
	const warn = (sentence: string): void => {
		progress.clear();
		terminal.err.write(`${printableStart(sentence)}\n`);
	};
	for (const fault of project.faults) {
		warn(fault);
	}
	const opened = await openWorkspace(project, {
		notes,
		home: homeFolder(),
		storage: options.storage,
		onProgress: (share, papers) => progress.show(cliMessages.reading(Math.floor(share * 100), papers)),
		onWarning: warn,
	});
	progress.clear();
	try {
		return await work({ ...opened, project });
	} finally {
		await opened.close();
	}
}

/** Where a command notes which files it is about to change: beside the index, or in the folder if there is no cache. */
export function journalPath({ folders }: Project, { storage }: SharedOptions): string {
	const uris = folders.map((folder) => URI.file(folder).toString());
	const path = unfinishedWritesPath({ storagePath: storage, folders: uris });
	return path ?? join(folders[0] ?? '.', '.paper-notes.journal');
}

/** The folder that a project's relative paths start from, as a URI with a `/` at its end. */
export function rootUri({ folders }: Project, cwd: string): string {
	const [only, ...others] = folders;
	const root = only === undefined ? cwd : others.length > 0 ? dirname(only) : only;
	return `${URI.file(root).toString()}/`;
}
