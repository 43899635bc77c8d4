/** Retries notes that could not be read and folders of notes that could not be listed. */

import type { Files } from '../files/files.ts';
import { UnreadFiles } from '../files/unreadFiles.ts';
import { isBelow } from '../util/isBelow.ts';
import { NoteFiles, type NoteReading, readNoteAgain } from './noteFiles.ts';
import type { Workspace } from './workspace.ts';

export interface RetryingNotes {
	readonly workspace: Workspace;
	readonly files: Files;
	/** Uris of the current workspace folders. */
	readonly folders: () => readonly string[];
	/** Called when something has been read that could not be read before. */
	readonly onRead: () => void;
}

/** Wraps the reading of notes so that failed reads are retried. */
export function retryingNotes({ workspace, files, folders, onRead }: RetryingNotes): NoteReading {
	const readAgain = async (uri: string): Promise<boolean> => {
		let isRead = true;
		const onUnread = (still: string): void => {
			isRead &&= still !== uri;
			unread.add(still);
		};
		const holding = folders().filter((folder) => isBelow(uri, folder));
		for (const folder of holding) {
			await new NoteFiles({ workspace, files, onUnread }).look(folder, uri);
		}
		const isKnown = [...workspace.noteUris(), ...workspace.projectUris()].includes(uri);
		if (holding.length === 0 && isKnown) {
			await readNoteAgain({ workspace, files, onUnread }, uri);
		}
		return isRead;
	};
	const unread = new UnreadFiles(
		(uri) => readAgain(uri).catch(() => false),
		(uri) => {
			unread.drop(uri);
			onRead();
		},
	);
	return { workspace, files, onUnread: (uri) => unread.add(uri) };
}
