/** The problems of one file for its editor: all of them, or of very many the gravest. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FileProblem } from '../corpus/corpus.ts';
import { serverMessages } from '../messages/server.ts';
import type { Settings } from '../workspace/settings.ts';
import { SOURCE, toDiagnostic } from './convert.ts';

/** What VS Code shows of a file. More would only be sent, with every change of the corpus, to be thrown away. */
const MOST = 1000;

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
