/**
 * Holds back what is wrong with the citation that is being written: half a query is no mistake, neither underlined nor
 * coloured as one. Once the cursor leaves it, or the note is saved, everything is said.
 */

import * as vscode from 'vscode';
import {
	DocumentDiagnosticRequest,
	type LanguageClient,
	type Middleware,
	SemanticTokensRegistrationType,
} from 'vscode-languageclient/node';
import type { CitationAtCursor } from './citationAtCursor.ts';
import { withoutModifiers } from './quietTokens.ts';

export interface QuietCitation extends vscode.Disposable {
	readonly middleware: Pick<Middleware, 'provideDiagnostics' | 'provideDocumentSemanticTokens'>;
	/** To be called once the client is there: it is asked again when there is something to say. */
	readonly connect: (client: LanguageClient) => void;
}

export function quietCitation(citations: CitationAtCursor): QuietCitation {
	/** The note with a citation that the cursor has not left since it was edited. */
	let edited: vscode.TextDocument | undefined;
	/** A note with a change after which the cursor has not come to rest: where it will stand is not known yet. */
	let changed: vscode.TextDocument | undefined;
	let client: LanguageClient | undefined;
	const cameToRest = (): void => {
		if (changed && citations.current()?.document === changed) {
			edited = changed;
		}
		changed = undefined;
	};
	const rangeIn = (uri: string): vscode.Range | undefined => {
		cameToRest();
		const open = edited?.uri.toString() === uri ? citations.current() : undefined;
		return open?.document === edited ? open?.range : undefined;
	};
	const sayAll = (document: vscode.TextDocument): void => {
		if (edited === document) {
			edited = undefined;
			askAgain(client, document);
		}
	};
	const listeners = [
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			changed = contentChanges.length > 0 ? document : changed;
		}),
		vscode.window.onDidChangeTextEditorSelection(cameToRest),
		citations.onLeave(({ document }) => sayAll(document)),
		vscode.workspace.onDidSaveTextDocument(sayAll),
	];
	return {
		middleware: {
			async provideDiagnostics(document, previousResultId, token, next) {
				const report = await next(document, previousResultId, token);
				const range = rangeIn((document instanceof vscode.Uri ? document : document.uri).toString());
				return report?.kind === 'full' && range
					? { ...report, items: report.items.filter((item) => !range.intersection(item.range)) }
					: report;
			},
			async provideDocumentSemanticTokens(document, token, next) {
				const tokens = await next(document, token);
				const range = rangeIn(document.uri.toString());
				return tokens && range ? quietTokens(tokens, range) : tokens;
			},
		},
		connect: (connected) => {
			client = connected;
		},
		dispose: () => vscode.Disposable.from(...listeners).dispose(),
	};
}

function askAgain(client: LanguageClient | undefined, document: vscode.TextDocument): void {
	client?.getFeature(DocumentDiagnosticRequest.method)?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
	client
		?.getFeature(SemanticTokensRegistrationType.method)
		?.getProvider(document)
		?.onDidChangeSemanticTokensEmitter.fire();
}

function quietTokens({ data, resultId }: vscode.SemanticTokens, range: vscode.Range): vscode.SemanticTokens {
	return new vscode.SemanticTokens(withoutModifiers(data, range), resultId);
}
