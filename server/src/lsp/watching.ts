/** Changes on disk: told by the client where it can watch, else found by looking again now and then. */

import { DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { gathered } from '../util/gathered.ts';
import { type CorpusRoot, matcherOf } from '../workspace/corpusRoots.ts';
import { NOTE_GLOB, readNoteAgain } from '../workspace/noteFiles.ts';
import type { Session } from './session.ts';

/** Milliseconds between two looks where the client cannot watch: soon enough to be used to, rare enough to cost nothing. */
const LOOK_AGAIN = 5000;

/** Milliseconds to gather changes in: exporters write a file in several goes. */
const GATHER = 100;

/** Asks for news of the notes and of all roots; `lookAgain` is called now and then where no news will come. */
export async function watchFiles(session: Session, roots: readonly CorpusRoot[], lookAgain: () => void): Promise<void> {
	const { client, connection } = session;
	if (!client.fileWatching) {
		setInterval(lookAgain, LOOK_AGAIN).unref();
		return;
	}
	const watchers = [...roots.flatMap((root) => watchersOf(root, session)), { globPattern: NOTE_GLOB }];
	await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
	if (!client.relativeWatching && roots.some((root) => !session.folders.includes(root.uri))) {
		setInterval(lookAgain, LOOK_AGAIN).unref();
	}
}

function watchersOf(root: CorpusRoot, { client, folders }: Session): FileSystemWatcher[] {
	const globs = root.include.length > 0 ? root.include : ['**'];
	if (client.relativeWatching) {
		return globs.map((pattern) => ({ globPattern: { baseUri: root.uri, pattern } }));
	}
	return folders.includes(root.uri) ? globs.map((globPattern) => ({ globPattern })) : [];
}

/** Passes each change on to the notes or to the index, gathered for a moment. */
export function hearFileChanges(session: Session, roots: () => readonly CorpusRoot[]): void {
	let changed = new Set<string>();
	const passOn = gathered(GATHER, () => {
		const uris = [...changed];
		changed = new Set();
		void take(session, roots(), uris);
	});
	session.connection.onDidChangeWatchedFiles(({ changes }) => {
		for (const { uri } of changes) {
			changed.add(uri);
		}
		passOn();
	});
}

async function take(session: Session, roots: readonly CorpusRoot[], uris: readonly string[]): Promise<void> {
	const { workspace, files, index, reports, folders } = session;
	const corpusMatchers = roots.map(matcherOf);
	const ofCorpus = uris.filter((uri) => corpusMatchers.some(({ takes }) => takes(uri)));
	if (ofCorpus.length > 0) {
		reports.began();
		index.filesChanged(ofCorpus);
	}
	const noteMatchers = folders.map((uri) =>
		matcherOf({ uri, include: [NOTE_GLOB], exclude: workspace.settings(uri).exclude }),
	);
	for (const uri of uris.filter((changed) => noteMatchers.some(({ takes }) => takes(changed)))) {
		await readNoteAgain(workspace, files, uri);
	}
	reports.changed();
}
