/** The settings, wherever the client keeps them, for each workspace folder. */

import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { readSettings, SETTINGS, type Settings } from '../workspace/settings.ts';
import { ignoreRefusal, inTime } from './clientAnswers.ts';
import type { Session } from './session.ts';

const SECTION = 'paperNotes';

export interface SettingsSource {
	/** The settings given at start or last sent. */
	readonly given: unknown;
	/** The user's home folder, which `~` stands for; it tells Windows from other systems, too. */
	readonly home: string;
	readonly onLate: () => void;
}

/**
 * Asks the client for its settings where it can be asked; else those given at start or last sent count. So they do while
 * it does not answer: `onLate` is called when it has, and its own settings count from then on.
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

/** The sections of the folders, and that of no folder at the end; undefined for an answer that is none. */
async function ask(session: Session, folders: readonly string[]): Promise<readonly unknown[] | undefined> {
	const items = [...folders.map((scopeUri) => ({ scopeUri, section: SECTION })), { section: SECTION }];
	const answers: unknown = await session.connection.workspace.getConfiguration(items);
	return Array.isArray(answers) ? answers : undefined;
}

/** Calls `reload` with the settings that come along, for clients that push them, whenever they change. */
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

/** Clients also send the settings of others, or nothing at all: then what was given before goes on counting. */
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
