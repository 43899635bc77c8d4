/** The settings, wherever the client keeps them, for each workspace folder. */

import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { readSettings, type Settings } from '../workspace/settings.ts';
import type { Session } from './session.ts';

const SECTION = 'paperNotes';

/** Asks the client for its settings where it can be asked; else those given at start or last sent count. */
export async function loadSettings(session: Session, given: unknown): Promise<void> {
	const folders = new Map<string, Settings>();
	let other = readSettings(given);
	if (session.client.configuration) {
		const asked = [...session.folders.map((scopeUri) => ({ scopeUri, section: SECTION })), { section: SECTION }];
		const sections: unknown[] = await session.connection.workspace.getConfiguration(asked);
		other = readSettings(sections.at(-1));
		session.folders.forEach((folder, index) => {
			folders.set(folder, readSettings(sections[index]));
		});
	}
	session.workspace.apply({ kind: 'settings', folders, other });
}

/** Calls `reload` with the settings that come along, for clients that push them, whenever they change. */
export function watchSettings(session: Session, reload: (given: unknown) => void): void {
	session.connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => reload(sectionIn(settings)));
	if (session.client.configurationChanges) {
		void session.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
	}
}

function sectionIn(settings: unknown): unknown {
	return typeof settings === 'object' && settings !== null && SECTION in settings ? settings[SECTION] : settings;
}
