/** The settings of each workspace folder, and of files outside all folders. */

import { isBelow } from '../util/isBelow.ts';
import { notebookOf } from '../util/notebookCell.ts';
import { readSettings, type Settings } from './settings.ts';

export class FolderSettings {
	#folders: ReadonlyMap<string, Settings> = new Map();
	#other = readSettings({});

	set(folders: ReadonlyMap<string, Settings>, other: Settings): void {
		this.#folders = folders;
		this.#other = other;
	}

	/** Uris of the workspace folders. */
	get folders(): readonly string[] {
		return [...this.#folders.keys()];
	}

	/** The workspace folder that contains `uri`, the innermost if they are nested; empty if none does. */
	folderOf(uri: string): string {
		const file = notebookOf(uri);
		let best = '';
		for (const folder of this.#folders.keys()) {
			if (folder.length > best.length && isBelow(file, folder)) {
				best = folder;
			}
		}
		return best;
	}

	of(uri: string): Settings {
		return this.#folders.get(this.folderOf(uri)) ?? this.#other;
	}
}
