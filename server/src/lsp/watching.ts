/** Changes on disk: reported by the client if it can watch files, or found by polling. */

import {
	DidChangeWatchedFilesNotification,
	type Disposable,
	type FileSystemWatcher,
	WatchKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import { isBelow } from '../util/isBelow.ts';
import { throttled } from '../util/throttled.ts';
import type { CorpusScope } from '../workspace/corpusScope.ts';
import { NOTE_GLOBS, NoteFiles } from '../workspace/noteFiles.ts';
import { ignoreRefusal, inTime } from './clientAnswers.ts';
import { canonicalUri } from './documents.ts';
import type { Session } from './session.ts';

/**
 * Milliseconds between two polls if the client cannot watch files: short enough not to annoy, long enough to cost
 * little.
 */
const POLL_INTERVAL_MS = 5000;

/** Milliseconds in which changes are collected, because exporters write a file in several steps. */
const THROTTLE_MS = 100;

/**
 * Watches the notes and all roots until disposed of. `lookAgain` is called at intervals if the client cannot watch the
 * corpus.
 */
export async function watchFiles(
	session: Session,
	roots: readonly CorpusRoot[],
	lookAgain: () => void,
): Promise<Disposable> {
	const { client, folders } = session;
	const registration = client.fileWatching ? register(session, roots) : undefined;
	const unregister = (): void => {
		registration?.then((watching) => watching.dispose()).catch(ignoreRefusal);
	};
	const isWatching = registration !== undefined && (await isMade(registration, session));
	if (isWatching && (client.relativeWatching || roots.every((root) => isInside(root, folders)))) {
		return { dispose: unregister };
	}
	const notes = isWatching ? undefined : new NoteFiles(session.notes);
	const timer = setInterval(() => {
		lookAgain();
		lookAtNotes(session, notes).catch((error: unknown) => {
			session.connection.console.error(`Looking at notes: ${String(error)}`);
		});
	}, POLL_INTERVAL_MS).unref();
	return {
		dispose: () => {
			clearInterval(timer);
			unregister();
		},
	};
}

async function lookAtNotes({ folders, reports }: Session, notes: NoteFiles | undefined): Promise<void> {
	for (const folder of notes ? folders : []) {
		await notes?.look(folder);
	}
	reports.changed();
}

function register(session: Session, roots: readonly CorpusRoot[]): Promise<Disposable> {
	const notes = NOTE_GLOBS.map((globPattern) => ({ globPattern }));
	const watchers = [...roots.flatMap((root) => watchersOf(root, session)), ...notes, FOLDER_WATCHER];
	return session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** False if the client refuses the registration or does not answer. */
async function isMade(registration: Promise<Disposable>, { connection }: Session): Promise<boolean> {
	try {
		await inTime(registration);
		return true;
	} catch (error) {
		connection.console.error(`The client does not watch files: ${String(error)}`);
		return false;
	}
}

/** A created or deleted folder is reported without its content, and no glob distinguishes folders from files. */
const FOLDER_WATCHER: FileSystemWatcher = { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete };

/** Whether globs relative to the workspace folders cover it. */
function isInside({ uri, isFile }: CorpusRoot, folders: readonly string[]): boolean {
	return isFile ? folders.some((folder) => isBelow(uri, folder)) : folders.includes(uri);
}

function watchersOf(root: CorpusRoot, { client, folders }: Session): FileSystemWatcher[] {
	const isReached = isInside(root, folders);
	if (root.isFile) {
		const inside = { globPattern: `**/${literalGlob(URI.parse(root.uri).path.replace(/^.*\//, ''))}` };
		return isReached ? [inside] : client.relativeWatching ? [watcherOfItself(root.uri)] : [];
	}
	if (client.relativeWatching) {
		const globs = root.include.length > 0 ? root.include : ['**'];
		const watchers = globs.map((pattern) => ({ globPattern: { baseUri: root.uri, pattern } }));
		return isReached ? watchers : [...watchers, watcherOfItself(root.uri)];
	}
	return isReached ? root.include.map((globPattern) => ({ globPattern })) : [];
}

/** Clients watch the content of folders. For a root that is a file, its folder is watched for this one name. */
function watcherOfItself(root: string): FileSystemWatcher {
	const uri = URI.parse(root);
	const end = uri.path.lastIndexOf('/');
	const baseUri = uri.with({ path: uri.path.slice(0, Math.max(end, 1)) }).toString();
	return { globPattern: { baseUri, pattern: literalGlob(uri.path.slice(end + 1)) } };
}

/** A glob that matches this name. Characters with a meaning in globs become wildcards. */
function literalGlob(name: string): string {
	return name.replace(/[*?[\]{}]/g, '?');
}

/** Passes each change on to the notes or to the index, after collecting changes for a moment. */
export function hearFileChanges(session: Session, scope: CorpusScope): void {
	let changed = new Set<string>();
	let taking = Promise.resolve();
	const passOn = throttled(THROTTLE_MS, () => {
		const uris = [...changed];
		changed = new Set();
		// One at a time, so that an older reading of a note never replaces a newer one.
		taking = taking
			.then(() => take(session, scope, uris))
			.catch((error: unknown) => session.connection.console.error(`Looking at changed files: ${String(error)}`));
	});
	session.connection.onDidChangeWatchedFiles(({ changes }) => {
		for (const { uri } of changes) {
			// When a name disappears, the file may still exist under another spelling of it.
			changed.add(canonicalUri(uri));
			changed.add(canonicalUri(uri, session.files));
		}
		passOn();
	});
}

async function take(session: Session, scope: CorpusScope, uris: readonly string[]): Promise<void> {
	const { index, reports, folders } = session;
	const { corpus, notes } = await scope.filesChanged(uris);
	if (corpus.length > 0) {
		reports.began();
		index.filesChanged(corpus);
	}
	const noteFiles = new NoteFiles(session.notes);
	for (const uri of notes) {
		for (const folder of folders.filter((parent) => uri !== parent && isBelow(uri, parent))) {
			await noteFiles.look(folder, uri);
		}
	}
	if (corpus.length > 0 || notes.length > 0) {
		reports.changed();
		session.rememberKeys();
	}
}
