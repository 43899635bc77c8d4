/** VS Code's settings in tests and in `npm start`: nothing in the window but the extension and the note. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** Every one of these was a notification, a page or a request to the internet that stood in a test's way. */
export const quietSettings: Settings = {
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.enableExperiments': false,
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'update.showReleaseNotes': false,
};

/** What VS Code takes from the machine's settings alone in a window on a server, whatever the user's say. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(['workbench.welcomePage.walkthroughs.openOnInstall']);

/**
 * Writes the quiet settings and over them `settings` as user settings. Machine settings would not do: the ones
 * about trust count only for a user. The file is where VS Code on the desktop has it, under `--user-data-dir`.
 * `keepExisting`: what the user has set in the window stays.
 */
export async function writeUserSettings(
	dataDir: string,
	settings: Settings,
	{ keepExisting = false }: { readonly keepExisting?: boolean } = {},
): Promise<void> {
	const file = path.join(dataDir, 'User/settings.json');
	if (keepExisting && existsSync(file)) {
		return;
	}
	const all: Settings = { ...quietSettings, ...settings };
	await writeSettings(file, all);
	const ofMachine = Object.entries(all).filter(([name]) => OF_THE_MACHINE.has(name));
	await writeSettings(path.join(dataDir, 'Machine/settings.json'), Object.fromEntries(ofMachine));
}

async function writeSettings(file: string, settings: Settings): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, `${JSON.stringify(settings, undefined, '\t')}\n`);
}
