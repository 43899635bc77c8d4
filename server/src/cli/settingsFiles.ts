/**
 * Settings as the command line finds them: in the workspace's files, where VS Code keeps them as JSON with comments, and
 * in options, which win. The user's own settings in VS Code are not read.
 */

import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { cliMessages } from '../messages/cli.ts';

const PREFIX = 'paperNotes.';

/** Settings by name without `paperNotes.`, not checked yet. */
export type RawSettings = Readonly<Record<string, unknown>>;

export interface SettingsFile {
	readonly settings: RawSettings;
	/** Paths of the folders that a `.code-workspace` file lists, as written. */
	readonly folders: readonly string[];
	/** What is wrong with the file. What could be read counts all the same. */
	readonly fault: string | undefined;
}

/** Reads `.vscode/settings.json`. `name` is the file's name in messages. */
export function folderSettingsFile(text: string, name: string): SettingsFile {
	const { value, fault } = parsed(text, name);
	return { settings: ours(value), folders: [], fault };
}

/** Reads a `.code-workspace` file (https://code.visualstudio.com/docs/editing/workspaces/multi-root-workspaces). */
export function workspaceFile(text: string, name: string): SettingsFile {
	const { value, fault } = parsed(text, name);
	const folders = isObject(value) && Array.isArray(value['folders']) ? value['folders'] : [];
	const paths = folders.map((folder: unknown) => (isObject(folder) ? folder['path'] : undefined));
	return {
		settings: ours(isObject(value) ? value['settings'] : undefined),
		folders: paths.filter((path) => typeof path === 'string'),
		fault,
	};
}

/** `NAME=VALUE` of the option `--set`. The value is JSON, or else text. Undefined if there is no `=`. */
export function writtenSetting(written: string): RawSettings | undefined {
	const [, name, value] = /^(?:paperNotes\.)?([^=]+)=(.*)$/s.exec(written) ?? [];
	if (name === undefined || value === undefined) {
		return undefined;
	}
	try {
		return { [name.trim()]: JSON.parse(value) };
	} catch {
		return { [name.trim()]: value };
	}
}

function parsed(text: string, name: string): { readonly value: unknown; readonly fault: string | undefined } {
	const errors: ParseError[] = [];
	const value: unknown = parse(text, errors, { allowTrailingComma: true });
	const [first] = errors;
	if (!first) {
		return { value, fault: undefined };
	}
	const line = text.slice(0, first.offset).split('\n').length;
	return { value, fault: cliMessages.badSettings(name, line, printParseErrorCode(first.error)) };
}

function ours(section: unknown): RawSettings {
	const entries = isObject(section) ? Object.entries(section) : [];
	return Object.fromEntries(
		entries.filter(([name]) => name.startsWith(PREFIX)).map(([name, value]) => [name.slice(PREFIX.length), value]),
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
