/** Passes documents opened, edited and closed in the editor on to the workspace and, for corpus files, to the index. */

import { TextDocumentSaveReason } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isProjectFile } from '../files/projectFiles.ts';
import { serverMessages } from '../messages/server.ts';
import type { Change as TextChange } from '../notes/change.ts';
import { isNotebookName } from '../notes/noteFile.ts';
import { touchedCitations } from '../notes/touchedCitations.ts';
import { baseName } from '../util/baseName.ts';
import { notebookOf } from '../util/notebookCell.ts';
import { throttled } from '../util/throttled.ts';
import { readNoteAgain } from '../workspace/noteFiles.ts';
import { diagnosticsOf, publishDiagnostics } from './diagnostics.ts';
import { isNote } from './documents.ts';
import { refreshPages } from './refresh.ts';
import type { Session } from './session.ts';
import { warn } from './warning.ts';

/** Milliseconds without edits after which an edited corpus file is indexed again. */
const DEBOUNCE_MS = 300;

/** Least milliseconds between two updates of the pages that show a paper, while someone types. */
const PAGES_MS = 500;

/** In characters. VS Code shows extensions no larger ones either; other editors send them. */
const MAX_DOCUMENT_LENGTH = 50_000_000;

export function followDocuments(session: Session): void {
	const { connection, documents, workspace, notes, held } = session;
	const corpusText = corpusTexts(session);
	const refreshPagesSoon = throttled(PAGES_MS, () => refreshPages(session));

	connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
		if (isRefused(session, uri, text)) {
			return;
		}
		const document = documents.open(uri, languageId, version, text);
		workspace.apply({ kind: isNote(document) ? 'noteOpened' : 'fileOpened', uri: document.uri, text });
		// An editor restores unsaved text, so the text may differ from the disk from the start.
		corpusText.edited(document);
		publishWhereNotAsked(session, document.uri);
	});

	connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
		const document = documents.get(uri);
		if (!document) {
			return;
		}
		// A completion request usually follows at once.
		session.index.yieldToRequests();
		const edits = documents.change(document, contentChanges, version);
		editFile(session, document, edits);
		refreshPagesSoon();
		corpusText.edited(document);
		publishWhereNotAsked(session, document.uri);
	});

	releaseWhenSaved(session);

	connection.onDidCloseTextDocument(({ textDocument }) => {
		const document = documents.get(textDocument.uri);
		if (!document) {
			return;
		}
		const { uri } = document;
		if (!session.client.pullDiagnostics) {
			publishDiagnostics(session, uri, []);
		}
		documents.close(uri);
		corpusText.closed(uri);
		held.forget(uri);
		workspace.apply({ kind: isNote(document) ? 'noteClosed' : 'fileClosed', uri });
		if (isNote(document) || isProjectFile(uri)) {
			void readNoteAgain(notes, notebookOf(uri));
		}
	});
}

/** Whoever saves a note has finished. An editor that saves a moment after the last key does so amid the writing. */
function releaseWhenSaved({ connection, documents, held }: Session): void {
	const savedAfterDelay = new Set<string>();
	connection.onWillSaveTextDocument(({ textDocument: { uri }, reason }) => {
		savedAfterDelay.delete(uri);
		if (reason === TextDocumentSaveReason.AfterDelay) {
			savedAfterDelay.add(uri);
		}
	});
	connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
		if (!savedAfterDelay.delete(uri)) {
			held.release(documents.get(uri)?.uri);
		}
	});
}

/** Whether a document is too large to be read. The user is told. */
function isRefused({ connection }: Session, uri: string, { length }: string): boolean {
	if (length <= MAX_DOCUMENT_LENGTH) {
		return false;
	}
	warn(connection, serverMessages.said(serverMessages.largeDocument(baseName(uri))));
	return true;
}

function editFile({ workspace, held }: Session, document: TextDocument, edits: readonly TextChange[]): void {
	const { uri } = document;
	if (isNote(document) && !isNotebookName(uri)) {
		workspace.apply({ kind: 'noteEdited', uri, edits });
	} else {
		// Neither is followed edit by edit.
		workspace.apply({ kind: isNote(document) ? 'noteOpened' : 'fileOpened', uri, text: document.getText() });
	}
	const note = workspace.note(uri);
	held.edited(uri, note ? touchedCitations(note, edits) : []);
}

/**
 * Texts of corpus files open in an editor. The index gets them after a pause in typing; closing a file takes its text
 * back.
 */
function corpusTexts({ workspace, index, reports }: Session) {
	const resting = new Map<string, ReturnType<typeof setTimeout>>();
	const given = new Set<string>();
	const rest = (document: TextDocument): void => {
		clearTimeout(resting.get(document.uri));
		resting.set(
			document.uri,
			setTimeout(() => give(document), DEBOUNCE_MS),
		);
	};
	const give = (document: TextDocument): void => {
		const { uri } = document;
		if (workspace.corpus.files().some((file) => file.uri === uri)) {
			resting.delete(uri);
			given.add(uri);
			reports.began();
			index.textChanged(uri, document.getText());
		} else if (!workspace.complete) {
			// Which files belong to the corpus is known only once the corpus files have been searched for.
			rest(document);
		}
	};
	return {
		edited: rest,
		closed(uri: string): void {
			clearTimeout(resting.get(uri));
			resting.delete(uri);
			if (given.delete(uri)) {
				reports.began();
				index.textChanged(uri, undefined);
			}
		},
	};
}

function publishWhereNotAsked(session: Session, uri: string): void {
	if (!session.client.pullDiagnostics) {
		publishDiagnostics(session, uri, diagnosticsOf(session, uri));
	}
}
