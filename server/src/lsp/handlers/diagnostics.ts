import {
	type Diagnostic,
	DocumentDiagnosticReportKind,
	DocumentDiagnosticRequest,
	type RelatedFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { answer, type Handler } from '../answering.ts';
import { diagnosticsOf } from '../diagnostics.ts';

/** For clients that ask for problems. To other clients the server sends them. */
export const diagnostics: Handler = {
	capability: ({ pullDiagnostics }) =>
		pullDiagnostics
			? {
					diagnosticProvider: { identifier: 'paper-notes', interFileDependencies: true, workspaceDiagnostics: false },
				}
			: {},
	listen(session) {
		answer(session, DocumentDiagnosticRequest.type, fullReport([]), (params) =>
			fullReport(diagnosticsOf(session, params.textDocument.uri)),
		);
	},
};

function fullReport(items: Diagnostic[]): RelatedFullDocumentDiagnosticReport {
	return { kind: DocumentDiagnosticReportKind.Full, items };
}
