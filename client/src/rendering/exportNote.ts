/** "Papers: Export Note": a document, a web page or a PDF of the note in the editor, with its citations and bibliography. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ExportResponse } from '../../../server/src/exchangeProtocol.ts';
import { exportCommandMessages, exportNoteMessages } from '../../../server/src/messages/export.ts';
import { activeNote } from '../citing/citing.ts';
import { showInformation, showWarning } from '../notices.ts';
import { exportedText } from '../papers/paperRequests.ts';
import { type PandocResult, runPandoc } from './pandoc.node.ts';

const FILTERS = {
	Word: ['docx'],
	HTML: ['html'],
	PDF: ['pdf'],
	OpenDocument: ['odt'],
	EPUB: ['epub'],
	LaTeX: ['tex'],
};

/** In characters: a few lines of a message. */
const MAX_SAID = 300;

/** Only in a trusted folder, because a note may have Pandoc read other files of this machine. */
export async function exportNote(client: LanguageClient, extension: vscode.Uri): Promise<void> {
	const note = activeNote()?.document;
	if (note?.uri.scheme !== 'file') {
		void showInformation(exportNoteMessages.openNote);
		return;
	}
	if (!vscode.workspace.isTrusted) {
		void showWarning(exportNoteMessages.untrusted);
		return;
	}
	const file = await vscode.window.showSaveDialog({
		defaultUri: note.uri.with({ path: note.uri.path.replace(/(?:\.[^./]*)?$/, '.docx') }),
		filters: FILTERS,
		title: exportNoteMessages.title,
	});
	const cited = file && (await exportedText(client, { format: 'csl-json', uri: note.uri.toString() }));
	if (!file) {
		return;
	}
	const program = vscode.workspace.getConfiguration('paperNotes').get<string>('pandocPath') || 'pandoc';
	const result = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: exportNoteMessages.running },
		() =>
			runPandoc({
				program,
				note: note.getText(),
				folder: vscode.Uri.joinPath(note.uri, '..').fsPath,
				filter: vscode.Uri.joinPath(extension, 'pandoc/paper-notes.lua').fsPath,
				papers: cited?.text ?? '[]',
				output: file.fsPath,
			}),
	);
	await tell(result, { file, program, leftOut: cited?.leftOut ?? [] });
}

interface Exported {
	readonly file: vscode.Uri;
	readonly program: string;
	readonly leftOut: ExportResponse['leftOut'];
}

async function tell(result: PandocResult, { file, program, leftOut }: Exported): Promise<void> {
	switch (result.kind) {
		case 'written': {
			const written = exportNoteMessages.written(vscode.workspace.asRelativePath(file));
			const places = leftOut.map(({ range, message }) => ({ line: range.start.line + 1, message }));
			const done = places.length === 0 ? written : `${written} ${exportCommandMessages.leftOut(places)}`;
			const show = places.length === 0 ? showInformation : showWarning;
			if ((await show(done, exportNoteMessages.open)) !== undefined) {
				await vscode.env.openExternal(file);
			}
			break;
		}
		case 'missing':
			void showWarning(exportNoteMessages.missing(program));
			break;
		default:
			void showWarning(exportNoteMessages.failed(result.said.slice(0, MAX_SAID)));
	}
}
