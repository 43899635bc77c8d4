/** The problems of all files of a workspace, as an editor would show them. */

import { relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileProblem } from '../corpus/corpus.ts';
import { problemsIn } from '../features/problems.ts';
import { safeLine } from '../messages/foreignText.ts';
import { isBelow } from '../util/isBelow.ts';
import type { Severity } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenedWorkspace } from './openWorkspace.node.ts';

export type ShownSeverity = Exclude<Severity, 'off'>;

/** Gravest first. */
export const SEVERITIES: readonly ShownSeverity[] = ['error', 'warning', 'information', 'hint'];

export interface ListedProblem extends FileProblem {
	readonly severity: ShownSeverity;
}

export interface CheckedFile {
	readonly uri: string;
	/** Relative to the folder where the command was started, with `/`; absolute outside it. */
	readonly path: string;
	/** In the order of their places. */
	readonly problems: readonly ListedProblem[];
}

/** What was checked. */
export interface Checked {
	readonly files: readonly CheckedFile[];
	/** Number of files that were checked, with problems or without. */
	readonly count: number;
	/** The URI of the folder that relative paths start from, with a `/` at its end. */
	readonly root: string;
}

/** What a command was asked to work on. */
export interface AskedFiles {
	readonly cwd: string;
	/** As written; without any, all files of `folders` count. */
	readonly paths: readonly string[];
	/** Paths of the workspace folders. */
	readonly folders: readonly string[];
}

/** The notes at or below the paths. */
export function notesAsked(workspace: Workspace, asked: AskedFiles): string[] {
	return filesAsked(workspace, asked).filter((uri) => workspace.hasNote(uri));
}

/** The files of the workspace at or below the paths. */
export function filesAsked(workspace: Workspace, { cwd, paths, folders }: AskedFiles): string[] {
	const asked = paths.length > 0 ? paths.map((path) => resolve(cwd, path)) : folders;
	const uris = asked.map((path) => URI.file(path).toString());
	const corpus = workspace.corpus.files().map(({ uri }) => uri);
	const all = new Set([...workspace.noteUris(), ...workspace.projectUris(), ...corpus]);
	return [...all].filter((uri) => uris.some((one) => uri === one || isBelow(uri, one))).sort();
}

/** The problems of the file `uri`, which is as in an editor, that its settings do not turn off. */
export function checkedFile(workspace: Workspace, uri: string, cwd: string): CheckedFile {
	const { severities } = workspace.settings(uri);
	const problems = problemsIn(workspace, uri).flatMap((problem) => {
		const severity = severities[problem.code];
		return severity === 'off' ? [] : [{ ...problem, message: safeLine(problem.message), severity }];
	});
	return { uri, path: shownPath(uri, cwd), problems };
}

/** Files looked at without a pause. What is read of the index for all of them comes from one state of it. */
const FILES_A_TIME = 100;

/** The results of `look` for each file, called while the workspace has it open, for what is known of open notes alone. */
export async function inEditor<T>(
	{ workspace, textOf }: Pick<OpenedWorkspace, 'workspace' | 'textOf'>,
	uris: readonly string[],
	look: (uri: string) => T,
): Promise<T[]> {
	const results: T[] = [];
	for (let start = 0; start < uris.length; start += FILES_A_TIME) {
		const some = uris.slice(start, start + FILES_A_TIME);
		const texts = await Promise.all(some.map((uri) => (workspace.hasNote(uri) ? textOf(uri) : undefined)));
		for (const [index, uri] of some.entries()) {
			const text = texts[index];
			results.push(text === undefined ? look(uri) : workspace.whileOpen(uri, text, () => look(uri)));
		}
	}
	return results;
}

/** The path of a file in messages. */
export function shownPath(uri: string, cwd: string): string {
	const path = URI.parse(uri).fsPath;
	const inside = relative(cwd, path);
	return (inside.startsWith('..') ? path : inside).split(sep).join('/');
}
