/** The folders and settings that a command works with, and where each setting comes from. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { cliMessages } from '../messages/cli.ts';
import { readSettings, SETTINGS, type Settings } from '../workspace/settings.ts';
import {
	folderSettingsFile,
	type RawSettings,
	type SettingsFile,
	workspaceFile,
	writtenSetting,
} from './settingsFiles.ts';

/** The options that all commands share. */
export interface SharedOptions {
	readonly corpus?: readonly string[];
	readonly syntaxes?: readonly string[];
	/** Each `NAME=VALUE`. */
	readonly set?: readonly string[];
	readonly storage?: string;
}

/** Settings with the name of the place that they come from. */
interface Layer {
	readonly from: string;
	readonly settings: RawSettings;
}

export interface Project {
	/** Paths of the workspace folders. */
	readonly folders: readonly string[];
	/** By the URI of the folder. */
	readonly settings: ReadonlyMap<string, Settings>;
	/** For files outside all folders. */
	readonly other: Settings;
	/** What is wrong with settings files. Reported once, and the rest counts. */
	readonly faults: readonly string[];
	/** The settings of each folder with their sources, for `--show-config`. */
	readonly shown: Readonly<
		Record<string, Readonly<Record<string, { readonly value: unknown; readonly from: string }>>>
	>;
}

/** Something that the command cannot work with. Its message is a sentence for the user. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Finds folders and settings for a command that was started in `cwd` with these paths. */
export function findProject(
	{ cwd, paths, home }: { readonly cwd: string; readonly paths: readonly string[]; readonly home: string },
	options: SharedOptions,
): Project {
	const root = rootOf(cwd, paths);
	const workspace = codeWorkspaceIn(root);
	const listed = (workspace?.folders ?? []).map((path) => resolve(root, path));
	const folders = listed.length > 0 ? listed : [root];
	const given = optionLayers(options, cwd);
	const faults = [...(workspace?.fault ? [workspace.fault] : [])];
	const settings = new Map<string, Settings>();
	const shown: Record<string, Readonly<Record<string, { value: unknown; from: string }>>> = {};
	for (const folder of folders) {
		const own = settingsFileOf(folder, cwd);
		faults.push(...(own?.fault ? [own.fault] : []));
		const layers = [...(workspace ? [workspace] : []), ...(own ? [own] : []), ...given];
		const uri = URI.file(folder).toString();
		settings.set(uri, readSettings(merged(layers), { folder: uri, home }));
		shown[folder] = sourcesIn(layers);
	}
	const [first] = settings.values();
	return { folders, settings, other: first ?? readSettings(merged(given)), faults, shown };
}

/** `cwd`, unless all paths are outside it: then the folder that the first of them is in. */
function rootOf(cwd: string, paths: readonly string[]): string {
	const full = paths.map((path) => resolve(cwd, path));
	const missing = full.find((path) => !statSync(path, { throwIfNoEntry: false }));
	if (missing !== undefined) {
		throw new UsageError(cliMessages.noSuchPath(relative(cwd, missing) || missing));
	}
	const [first] = full;
	if (first === undefined || full.some((path) => path === cwd || path.startsWith(withSeparator(cwd)))) {
		return cwd;
	}
	return statSync(first).isDirectory() ? first : dirname(first);
}

function withSeparator(folder: string): string {
	return folder.endsWith(sep) ? folder : folder + sep;
}

function codeWorkspaceIn(root: string): (SettingsFile & Layer) | undefined {
	const [name, ...others] = readdirSync(root).filter((file) => file.endsWith('.code-workspace'));
	// With several, nobody can say which one an editor would open.
	return name === undefined || others.length > 0
		? undefined
		: { from: name, ...workspaceFile(readFileSync(join(root, name), 'utf8'), name) };
}

function settingsFileOf(folder: string, cwd: string): (SettingsFile & Layer) | undefined {
	const path = join(folder, '.vscode', 'settings.json');
	try {
		const name = relative(cwd, path);
		return { from: name, ...folderSettingsFile(readFileSync(path, 'utf8'), name) };
	} catch {
		return undefined;
	}
}

function optionLayers({ corpus, syntaxes, set = [] }: SharedOptions, cwd: string): Layer[] {
	const written = set.map((text) => {
		const setting = writtenSetting(text);
		const [name = ''] = Object.keys(setting ?? {});
		if (!setting || !SETTINGS.some((known) => known.name === name)) {
			throw new UsageError(setting ? cliMessages.unknownSetting(name) : cliMessages.notASetting(text));
		}
		return setting;
	});
	return [
		...(corpus ? [{ from: '--corpus', settings: { corpus: corpus.map((path) => pathFrom(cwd, path)) } }] : []),
		...(syntaxes ? [{ from: '--syntaxes', settings: { syntaxes } }] : []),
		...written.map((settings) => ({ from: '--set', settings })),
	];
}

/** A file or folder is meant from where the command was started, a glob from the workspace folder. */
function pathFrom(cwd: string, path: string): string {
	const full = resolve(cwd, path);
	return statSync(full, { throwIfNoEntry: false }) ? full : path;
}

function merged(layers: readonly Layer[]): RawSettings {
	return Object.assign({}, ...layers.map(({ settings }) => settings));
}

function sourcesIn(layers: readonly Layer[]): Readonly<Record<string, { value: unknown; from: string }>> {
	return Object.fromEntries(
		SETTINGS.map(({ name, standard, read }) => {
			const layer = layers.findLast(({ settings }) => read(settings[name]) !== undefined);
			const value = layer ? read(layer.settings[name]) : standard;
			return [`paperNotes.${name}`, { value, from: layer?.from ?? 'default' }];
		}),
	);
}
