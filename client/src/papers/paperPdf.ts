/**
 * The PDF of a paper: the file named in its records, or else the one on the web. A path comes from a corpus file, which
 * anyone may have written, so only existing files that end in `.pdf` are opened, and nothing is ever executed.
 */

import * as vscode from 'vscode';
import { commandMessages } from '../../../server/src/messages/commands.ts';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import type { AttachedPdf, PaperResponse } from '../../../server/src/protocol.ts';
import { showInformation, showWarning } from '../notices.ts';

/** At the page `given`, or else at the one that the citation at the cursor names. */
export async function openPdf(paper: PaperResponse, given?: unknown): Promise<void> {
	const page = typeof given === 'number' ? given : paper.page;
	const found = (await Promise.all(paper.pdfs.map(firstThatExists))).filter((uri) => uri !== undefined);
	const chosen = found.length > 1 ? await chosenFile(found) : found[0];
	if (chosen) {
		await openFile(chosen, page);
	} else if (found.length === 0) {
		await withoutFile(paper, page);
	}
}

async function firstThatExists({ places }: AttachedPdf): Promise<vscode.Uri | undefined> {
	for (const place of places) {
		const uri = vscode.Uri.parse(place, true);
		if (await isPdfFile(uri)) {
			return uri;
		}
	}
	return undefined;
}

async function isPdfFile(uri: vscode.Uri): Promise<boolean> {
	try {
		return /\.pdf$/i.test(uri.path) && ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
	} catch {
		return false;
	}
}

async function chosenFile(found: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
	const rows = found.map((uri) => ({
		label: labelText(uri.path.slice(uri.path.lastIndexOf('/') + 1)),
		description: labelText(vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'))),
		uri,
	}));
	return (await vscode.window.showQuickPick(rows, { placeHolder: commandMessages.whichPdf }))?.uri;
}

/** Says where the missing file was looked for, and offers the PDF on the web. */
async function withoutFile({ key, pdfs, pdfUrl }: PaperResponse, page: number | undefined): Promise<void> {
	if (pdfs.length === 0 && pdfUrl !== undefined) {
		await openOnline(pdfUrl, page);
		return;
	}
	const names = pdfs.map(({ name }) => name);
	const places = pdfs.flatMap((pdf) => pdf.places).map((place) => vscode.Uri.parse(place, true).fsPath);
	const message = pdfs.length > 0 ? commandMessages.pdfIsGone(names, places) : commandMessages.noPdf(key);
	const offers = pdfUrl === undefined ? [] : [commandMessages.openOnlinePdf];
	const answer = await showWarning(message, ...offers);
	if (answer !== undefined && pdfUrl !== undefined) {
		await openOnline(pdfUrl, page);
	}
}

async function openOnline(url: string, page: number | undefined): Promise<void> {
	await vscode.env.openExternal(atPage(vscode.Uri.parse(url, true), page));
}

/** As viewers of PDF files in browsers and in VS Code read it; those of the system take no page with a file. */
function atPage(uri: vscode.Uri, page: number | undefined): vscode.Uri {
	return page === undefined || uri.fragment !== '' ? uri : uri.with({ fragment: `page=${page}` });
}

/**
 * Opens the file in VS Code if an extension can show PDF files, otherwise in the system's viewer, which only a local
 * window can start.
 */
async function openFile(uri: vscode.Uri, page: number | undefined): Promise<void> {
	const isLocal = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
	if (showsPdf()) {
		await vscode.commands.executeCommand('vscode.open', atPage(uri, page));
	} else if (isLocal) {
		await vscode.env.openExternal(uri);
	} else if (await showInformation(commandMessages.noPdfViewer, commandMessages.findPdfViewer)) {
		await vscode.commands.executeCommand('workbench.extensions.search', 'pdf viewer');
	}
}

interface Contributions {
	readonly customEditors?: readonly { readonly selector?: readonly { readonly filenamePattern?: string }[] }[];
}

function showsPdf(): boolean {
	return vscode.extensions.all.some(({ packageJSON }) => {
		const { customEditors = [] }: Contributions = packageJSON.contributes ?? {};
		return customEditors.some(({ selector = [] }) =>
			selector.some(({ filenamePattern = '' }) => /\.pdf$/i.test(filenamePattern)),
		);
	});
}
