/** Problems of project files that no editor has open. No client asks for them, so the server sends them. */

import { closedBibliographyProblems } from '../features/findings/bibliographyProblems.ts';
import { publishDiagnostics, toDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

export class ProjectDiagnostics {
	readonly #session: Session;
	/** Uris for which the client has been sent problems. */
	#published: readonly string[] = [];

	constructor(session: Session) {
		this.#session = session;
	}

	/** Sends the current problems, and removes those that no longer exist. */
	publish(): void {
		const { connection, client, workspace, documents } = this.#session;
		const projects = [...workspace.projectUris()].filter(
			(uri) => closedBibliographyProblems(workspace, uri).length > 0,
		);
		const sent = projects.filter((uri) => !(client.pullDiagnostics && documents.get(uri)));
		const addresses = sent.map((uri) => documents.spelling(uri));
		for (const uri of this.#published.filter((address) => !addresses.includes(address))) {
			void connection.sendDiagnostics({ uri, diagnostics: [] });
		}
		for (const uri of sent) {
			const diagnostics = toDiagnostics(closedBibliographyProblems(workspace, uri), workspace.settings(uri).severities);
			publishDiagnostics(this.#session, uri, diagnostics);
		}
		this.#published = addresses;
	}
}
