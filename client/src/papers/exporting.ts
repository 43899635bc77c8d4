/** Copies a paper as an entry of a bibliography, and writes what a note cites to a file. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ExportFormat, ExportResponse } from '../../../server/src/exchangeProtocol.ts';
import { exportCommandMessages } from '../../../server/src/messages/export.ts';
import { activeNote } from '../citing/citing.ts';
import type { Command } from '../commands.ts';
import { showBriefly, showInformation, showWarning } from '../notices.ts';
import { answerFor } from './meantPaper.ts';
import { exportedText } from './paperRequests.ts';

/** The functions behind the commands, by command name. */
export function exportCommands(client: LanguageClient, extension: vscode.Uri) {
	return {
		'paperNotes.copyBibtex': copyAs(client, 'bibtex'),
		'paperNotes.copyCslJson': copyAs(client, 'csl-json'),
		'paperNotes.exportCited': () => exportCited(client),
		'paperNotes.exportNote': async () => (await import('#rareCommands')).exportNote(client, extension),
		'paperNotes.insertBibliography': async () => (await import('#rareCommands')).insertBibliography(client),
	};
}

/** Copies the paper with the given key, or else the one cited at the cursor. */
function copyAs(client: LanguageClient, format: ExportFormat): Command {
	return async (key, uri) => {
		const exported = await answerFor(key, uri, (meant) => exportedText(client, { format, ...meant }));
		if (exported) {
			await vscode.env.clipboard.writeText(exported.text);
			showBriefly(exportCommandMessages.copied(format), 3000);
		}
	};
}

/** The format of a file is that of its extension. */
const FORMATS: ReadonlyMap<string, ExportFormat> = new Map([
	['bib', 'bibtex'],
	['json', 'csl-json'],
	['ris', 'ris'],
]);

async function exportCited(client: LanguageClient): Promise<void> {
	const note = activeNote()?.document;
	if (!note) {
		void showInformation(exportCommandMessages.openNote);
		return;
	}
	const name = note.uri.with({ path: note.uri.path.replace(/(?:\.[^./]*)?$/, '.bib') });
	const file = await vscode.window.showSaveDialog({
		...(note.uri.scheme === 'untitled' ? {} : { defaultUri: name }),
		filters: { BibTeX: ['bib'], 'CSL-JSON': ['json'], RIS: ['ris'] },
		title: exportCommandMessages.chooseFile,
	});
	const format = file && (FORMATS.get(file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase()) ?? 'bibtex');
	const exported = format && (await exportedText(client, { format, uri: note.uri.toString() }));
	if (file && exported) {
		await write(file, exported);
	} else if (file) {
		void showWarning(exportCommandMessages.failed);
	}
}

async function write(file: vscode.Uri, { text, papers, leftOut }: ExportResponse): Promise<void> {
	if (papers === 0 && leftOut.length === 0) {
		void showInformation(exportCommandMessages.citesNothing);
		return;
	}
	await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
	const done = exportCommandMessages.written(papers, vscode.workspace.asRelativePath(file));
	if (leftOut.length === 0) {
		void showInformation(done);
	} else {
		const places = leftOut.map(({ range, message }) => ({ line: range.start.line + 1, message }));
		void showWarning(`${done} ${exportCommandMessages.leftOut(places)}`);
	}
}
