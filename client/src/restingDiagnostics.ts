/** Holds back what is wrong with the citation that is being typed: half a key is no mistake. */

import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, type LanguageClient, type Middleware } from 'vscode-languageclient/node';

/** Milliseconds after the last key until a citation counts as written. */
const REST = 1500;

interface Typing {
	readonly uri: string;
	readonly at: number;
}

/** The middleware of the client, and what must be called once the client is there. */
export interface RestingDiagnostics {
	readonly middleware: Pick<Middleware, 'provideDiagnostics'>;
	readonly watch: (context: vscode.ExtensionContext, client: LanguageClient) => void;
}

export function restingDiagnostics(): RestingDiagnostics {
	let typing: Typing | undefined;
	return {
		middleware: {
			async provideDiagnostics(document, previousResultId, token, next) {
				const report = await next(document, previousResultId, token);
				const uri = (document instanceof vscode.Uri ? document : document.uri).toString();
				if (report?.kind !== 'full' || typing?.uri !== uri || Date.now() - typing.at >= REST) {
					return report;
				}
				const open = citationAtCursor(uri);
				return open ? { ...report, items: report.items.filter(({ range }) => !open.intersection(range)) } : report;
			},
		},
		watch(context, client) {
			let timer: NodeJS.Timeout | undefined;
			context.subscriptions.push(
				vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
					if (contentChanges.length > 0) {
						typing = { uri: document.uri.toString(), at: Date.now() };
						clearTimeout(timer);
						timer = setTimeout(() => askAgain(client, document), REST);
					}
				}),
			);
		},
	};
}

/** From `@paper[` to its `]`, or to the end of the line, where the cursor stands in between. */
function citationAtCursor(uri: string): vscode.Range | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.uri.toString() !== uri) {
		return undefined;
	}
	const { line, character } = editor.selection.active;
	const text = editor.document.lineAt(line).text;
	const start = text.lastIndexOf('@paper[', character);
	const end = text.indexOf(']', start);
	const past = end < 0 ? text.length : end + 1;
	return start >= 0 && character <= past ? new vscode.Range(line, start, line, past) : undefined;
}

function askAgain(client: LanguageClient, document: vscode.TextDocument): void {
	const provider = client.getFeature(DocumentDiagnosticRequest.method)?.getProvider(document);
	provider?.onDidChangeDiagnosticsEmitter.fire();
}
