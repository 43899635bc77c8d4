/** Problems of project files that no editor shows: no client asks for them, so they are sent. */

import { projectProblems } from '../features/findings/bibliographyProblems.ts';
import { publishDiagnostics, toDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

export class ProjectDiagnostics {
	readonly #session: Session;
	/** The addresses under which the client has been sent some. */
	#published: readonly string[] = [];

	constructor(session: Session) {
		this.#session = session;
	}

	/** Sends those that there are now, and takes back those that there are no longer. */
	publish(): void {
		const { connection, client, workspace, documents } = this.#session;
		const projects = [...workspace.projectUris()].filter((uri) => projectProblems(workspace, uri).length > 0);
		const sent = projects.filter((uri) => !(client.pullDiagnostics && documents.get(uri)));
		const addresses = sent.map((uri) => documents.spelling(uri));
		for (const uri of this.#published.filter((address) => !addresses.includes(address))) {
			void connection.sendDiagnostics({ uri, diagnostics: [] });
		}
		for (const uri of sent) {
			const diagnostics = toDiagnostics(projectProblems(workspace, uri), workspace.settings(uri).severities);
			publishDiagnostics(this.#session, uri, diagnostics);
		}
		this.#published = addresses;
	}
}
