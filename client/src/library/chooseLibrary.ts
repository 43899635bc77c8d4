/** "Papers: Choose Your Library…": lists the likely library files and lets people browse for others. */

import * as vscode from 'vscode';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import { showError, showWarning } from '../notices.ts';
import { type FoundFile, findLibraries, homeFolder } from './libraryFiles.node.ts';
import { baseName, shownPath } from './libraryPaths.node.ts';
import { addLibraries, knownLibraries } from './librarySettings.ts';
import { showZoteroPage } from './zoteroPage.ts';

/** Resolves with the chosen paths, which are then in the settings; empty if nothing was chosen. */
export async function chooseLibrary(): Promise<readonly string[]> {
	const row = await vscode.window.showQuickPick(rows(), {
		title: messages.chooseTitle,
		placeHolder: messages.choosePlaceholder,
		matchOnDetail: true,
	});
	const paths = (await row?.choose?.()) ?? [];
	if (paths.some(isZoteroDatabase)) {
		await explainZotero();
	}
	const libraries = paths.filter((path) => !isZoteroDatabase(path));
	return (await writeLibraries(libraries)) ? libraries : [];
}

interface Row extends vscode.QuickPickItem {
	/** Returns the chosen paths; undefined for a separator. */
	readonly choose?: () => Promise<readonly string[]>;
}

async function rows(): Promise<Row[]> {
	const { files, hasZotero } = await findLibraries(homeFolder(), knownLibraries());
	const zotero: Row = {
		label: `$(cloud-download) ${messages.exportZotero}`,
		detail: messages.exportZoteroDetail,
		choose: async () => {
			showZoteroPage();
			return [];
		},
	};
	const found = files.map(rowOf);
	return [
		...(found.length > 0 ? [separator(messages.found), ...found, separator(messages.elsewhere)] : []),
		...(hasZotero && found.length === 0 ? [zotero] : []),
		{
			label: `$(file) ${messages.browseFiles}`,
			detail: messages.browseFilesDetail,
			choose: () => browse({ canSelectFiles: true, filters: FILTERS }),
		},
		{
			label: `$(folder) ${messages.browseFolders}`,
			detail: messages.browseFoldersDetail,
			choose: () => browse({ canSelectFiles: false, canSelectFolders: true }),
		},
		...(hasZotero && found.length > 0 ? [zotero] : []),
		...(vscode.workspace.workspaceFolders ? [] : [openFolder]),
	];
}

/** Offered when a single file is open without a folder. */
const openFolder: Row = {
	label: `$(folder-opened) ${messages.openFolder}`,
	detail: messages.openFolderDetail,
	choose: async () => {
		await vscode.commands.executeCommand('workbench.action.files.openFolder');
		return [];
	},
};

function rowOf({ path, size, modified }: FoundFile): Row {
	return {
		label: `$(library) ${labelText(baseName(path))}`,
		description: messages.sizeAndDay(size, modified),
		detail: labelText(shownPath(path, homeFolder())),
		choose: async () => [path],
	};
}

function separator(label: string): Row {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}

const FILTERS = {
	[messages.bibliographies]: [
		'bib',
		'bibtex',
		'json',
		'ris',
		'nbib',
		'yaml',
		'yml',
		'xml',
		'mods',
		'enw',
		'ciw',
		'csv',
		'tsv',
		'txt',
		'md',
	],
	[messages.allFiles]: ['*'],
};

/** Asks for files and folders separately, because on Windows and Linux no dialog can select both. */
async function browse(options: vscode.OpenDialogOptions): Promise<readonly string[]> {
	const defaultUri = vscode.Uri.file(homeFolder());
	const openLabel = messages.add;
	const chosen = await vscode.window.showOpenDialog({
		title: messages.chooseTitle,
		canSelectMany: true,
		defaultUri,
		openLabel,
		...options,
	});
	return chosen?.map(({ fsPath }) => fsPath) ?? [];
}

function isZoteroDatabase(path: string): boolean {
	return /^zotero\.sqlite/.test(baseName(path));
}

async function explainZotero(): Promise<void> {
	const answer = await showWarning(messages.zoteroDatabase, messages.showClicks);
	if (answer !== undefined) {
		showZoteroPage();
	}
}

/** Adds the libraries to the settings. Resolves to whether that worked; if not, a message says why. */
export async function writeLibraries(libraries: readonly string[]): Promise<boolean> {
	try {
		await addLibraries(libraries);
		return true;
	} catch (error) {
		showError(messages.notWritten(error instanceof Error ? error.message : String(error)));
		return false;
	}
}
