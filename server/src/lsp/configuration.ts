/** The settings of each workspace folder, from wherever the client keeps them. */

import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { readSettings, SETTINGS, type Settings } from '../workspace/settings.ts';
import { ignoreRefusal, inTime } from './clientAnswers.ts';
import type { Session } from './session.ts';

const SECTION = 'paperNotes';

export interface SettingsSource {
	/** The settings sent at start or last pushed. */
	readonly given: unknown;
	/** The user's home folder, which `~` stands for. Also shows whether the system is Windows. */
	readonly home: string;
	readonly onLate: () => void;
}

/**
 * Asks the client for its settings if it supports that. Otherwise, and until it answers, the settings sent at start or
 * last pushed count. `onLate` is called when a late answer arrives, and its settings count from then on.
 */
export async function loadSettings(session: Session, { given, home, onLate }: SettingsSource): Promise<void> {
	const asked = session.client.configuration ? session.folders : [];
	const settle = (answers?: readonly unknown[]): void => {
		const settingsOf = (section: unknown, folder: string): Settings => readSettings(section ?? given, { folder, home });
		const folders = new Map(asked.map((folder, index) => [folder, settingsOf(answers?.[index], folder)]));
		const other = settingsOf(answers?.at(-1), session.folders[0] ?? '');
		session.workspace.apply({ kind: 'settings', folders, other });
	};
	if (!session.client.configuration) {
		settle();
		return;
	}
	const answer = ask(session, asked);
	try {
		settle(await inTime(answer));
	} catch (error) {
		session.connection.console.error(`The client does not tell its settings: ${String(error)}`);
		settle();
		answer.then(settle).then(onLate, ignoreRefusal);
	}
}

/** The sections of the folders, followed by the section outside all folders; undefined if the answer is not valid. */
async function ask(session: Session, folders: readonly string[]): Promise<readonly unknown[] | undefined> {
	const items = [...folders.map((scopeUri) => ({ scopeUri, section: SECTION })), { section: SECTION }];
	const answers: unknown = await session.connection.workspace.getConfiguration(items);
	return Array.isArray(answers) ? answers : undefined;
}

/** Calls `reload` whenever the settings change, with the settings that were sent, if the client pushes them. */
export function watchSettings(session: Session, reload: (given: unknown) => void): void {
	const { connection, client } = session;
	connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
		const ours = sectionIn(settings);
		if (client.configuration || ours !== undefined) {
			reload(ours);
		}
	});
	if (client.configurationChanges) {
		connection.client
			.register(DidChangeConfigurationNotification.type, { section: SECTION })
			.catch((error: unknown) => connection.console.error(`The client does not watch its settings: ${String(error)}`));
	}
}

/**
 * Our section in the settings. Clients also send only other extensions' settings, or nothing. Then the previous settings
 * stay valid.
 */
function sectionIn(settings: unknown): unknown {
	if (typeof settings !== 'object' || settings === null) {
		return undefined;
	}
	if (SECTION in settings) {
		return settings[SECTION];
	}
	const names = Object.keys(settings);
	return SETTINGS.some(({ name }) => names.includes(name) || names.includes(name.split('.')[0] ?? ''))
		? settings
		: undefined;
}
