/** The problems of one file for its editor. If there are very many, only the most severe ones. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FileProblem } from '../corpus/corpus.ts';
import { MISSING_BIBLIOGRAPHY } from '../features/findings/bibliographyProblems.ts';
import { problemsIn } from '../features/problems.ts';
import { serverMessages } from '../messages/server.ts';
import type { Settings } from '../workspace/settings.ts';
import { SOURCE, toDiagnostic, toSpan } from './convert.ts';
import { canonicalUri } from './documents.ts';
import type { Session } from './session.ts';

/** The number of problems per file that VS Code shows. It would discard any more, with every change of the corpus. */
const MAX_DIAGNOSTICS = 1000;

/** Sends the problems of the file, with the URI in the client's spelling. */
export function publishDiagnostics({ connection, documents }: Session, uri: string, diagnostics: Diagnostic[]): void {
	void connection.sendDiagnostics(documents.respelled({ uri, diagnostics }));
}

/** The problems of the note, corpus file or project file `uri`, without those that are held back. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
	const { workspace, documents, held } = session;
	const document = documents.get(uri);
	const file = document?.uri ?? canonicalUri(uri, session.files);
	// Problems of a project file that no editor has open are sent separately.
	const problems = problemsIn(workspace, file).filter(({ code, range }) =>
		document ? !held.holdsBack(file, toSpan(document, range)) : code !== MISSING_BIBLIOGRAPHY,
	);
	return toDiagnostics(problems, workspace.settings(file).severities);
}

export function toDiagnostics(problems: readonly FileProblem[], severities: Settings['severities']): Diagnostic[] {
	const all = problems.flatMap((problem) => toDiagnostic(problem, problem.range, severities) ?? []);
	if (all.length <= MAX_DIAGNOSTICS) {
		return all;
	}
	const gravest = all.toSorted((a, b) => severityOf(a) - severityOf(b)).slice(0, MAX_DIAGNOSTICS - 1);
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
		message: serverMessages.tooManyProblems(count, MAX_DIAGNOSTICS - 1),
	};
}
