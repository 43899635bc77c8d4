/** The settings, wherever the client keeps them, for each workspace folder. */

import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { readSettings, SETTINGS, type Settings } from '../workspace/settings.ts';
import type { Session } from './session.ts';

const SECTION = 'paperNotes';

/** Asks the client for its settings where it can be asked; else those given at start or last sent count. */
export async function loadSettings(session: Session, given: unknown): Promise<void> {
	const asked = session.client.configuration ? session.folders : [];
	const answers = session.client.configuration ? await ask(session, asked) : undefined;
	const folders = new Map<string, Settings>();
	asked.forEach((folder, index) => {
		folders.set(folder, readSettings(answers?.[index] ?? given));
	});
	session.workspace.apply({ kind: 'settings', folders, other: readSettings(answers?.at(-1) ?? given) });
}

/** The sections of the folders, and that of no folder at the end; undefined when the client gives none after all. */
async function ask(session: Session, folders: readonly string[]): Promise<readonly unknown[] | undefined> {
	const items = [...folders.map((scopeUri) => ({ scopeUri, section: SECTION })), { section: SECTION }];
	try {
		const answers: unknown = await session.connection.workspace.getConfiguration(items);
		return Array.isArray(answers) ? answers : undefined;
	} catch (error) {
		session.connection.console.error(`The client does not tell its settings: ${String(error)}`);
		return undefined;
	}
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
