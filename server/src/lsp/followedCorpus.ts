/** How the server acts on the set of corpus files: the index reads them, and the client watches them. */

import type { Disposable } from 'vscode-languageserver';
import { CorpusScope } from '../workspace/corpusScope.ts';
import { catchUp } from './catchingUp.ts';
import { ProjectDiagnostics } from './projectDiagnostics.ts';
import type { Session } from './session.ts';
import { watchFiles } from './watching.ts';

/** The scope of the session's corpus. Reads nothing until `reload` is called. */
export function followedCorpus(session: Session): CorpusScope {
	const { connection, index, notes, reports } = session;
	const projects = new ProjectDiagnostics(session);
	let watching: Disposable | undefined;
	const scope = new CorpusScope(
		{ notes, folders: () => session.folders },
		{
			read(roots) {
				reports.began();
				index.scan(roots);
			},
			async watch(roots) {
				// Start the new watchers first, so that no change is missed in between.
				const before = watching;
				watching = await watchFiles(session, roots, () => scope.lookAgain());
				before?.dispose();
			},
			changed() {
				projects.publish();
				catchUp(session.workspace);
				reports.changed();
				session.rememberKeys();
			},
			failed: (what, error) => connection.console.error(`${what}: ${String(error)}`),
		},
	);
	return scope;
}
