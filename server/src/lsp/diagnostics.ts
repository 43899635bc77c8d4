/** The problems of one file for its editor: all of them, or of very many the gravest. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FileProblem } from '../corpus/corpus.ts';
import { MISSING_BIBLIOGRAPHY } from '../features/findings/bibliographyProblems.ts';
import { problemsIn } from '../features/problems.ts';
import { serverMessages } from '../messages/server.ts';
import type { Settings } from '../workspace/settings.ts';
import { SOURCE, toDiagnostic, toSpan } from './convert.ts';
import { canonicalUri } from './documents.ts';
import type { Session } from './session.ts';

/** What VS Code shows of a file. More would only be sent, with every change of the corpus, to be thrown away. */
const MOST = 1000;

/** Sends the problems of the file, with addresses as the client writes them. */
export function publishDiagnostics({ connection, documents }: Session, uri: string, diagnostics: Diagnostic[]): void {
	void connection.sendDiagnostics(documents.respelled({ uri, diagnostics }));
}

/** The problems of a note, a corpus file or a project file, whichever `uri` is, without those that are held back. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
	const { workspace, documents, held } = session;
	const document = documents.get(uri);
	const file = document?.uri ?? canonicalUri(uri, session.files);
	// Those of a project file that no editor shows are sent unasked.
	const problems = problemsIn(workspace, file).filter(({ code, range }) =>
		document ? !held.holdsBack(file, toSpan(document, range)) : code !== MISSING_BIBLIOGRAPHY,
	);
	return toDiagnostics(problems, workspace.settings(file).severities);
}

export function toDiagnostics(problems: readonly FileProblem[], severities: Settings['severities']): Diagnostic[] {
	const all = problems.flatMap((problem) => toDiagnostic(problem, problem.range, severities) ?? []);
	if (all.length <= MOST) {
		return all;
	}
	const gravest = all.toSorted((a, b) => severityOf(a) - severityOf(b)).slice(0, MOST - 1);
	return [remark(all.length), ...gravest];
}

function severityOf({ severity }: Diagnostic): number {
	return severity ?? DiagnosticSeverity.Error;
}

function remark(count: number): Diagnostic {
	const start = { line: 0, character: 0 };
	return {
		range: { start, end: start },
		severity: DiagnosticSeverity.Information,
		source: SOURCE,
		message: serverMessages.tooManyProblems(count, MOST - 1),
	};
}
