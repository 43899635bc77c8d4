/** What VS Code does if Paper Notes has nothing to rename, or a rename fails: no other provider should guess. */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { renamingLabels } from '../../../server/src/messages/renaming.ts';
import type { ChosenEdits } from '../list/chosenEdits.ts';
import { showWarning } from '../notices.ts';

type Renaming = Pick<Middleware, 'prepareRename' | 'provideRenameEdits'>;

export const renaming = (edits: Pick<ChosenEdits, 'choose'>): Renaming => ({
	/**
	 * The client reports "nothing here" as an error, and VS Code shows it together with the next provider's error. In
	 * Markdown the next provider is the built-in one, which does better: it renames headings and links, or says that
	 * nothing can be renamed.
	 */
	async prepareRename(document, position, token, next) {
		try {
			return await next(document, position, token);
		} catch {
			if (document.languageId === 'markdown') {
				return undefined;
			}
			throw new Error(renamingLabels.notHere);
		}
	},
	/**
	 * After an error VS Code asks the next provider, which takes the brackets of a citation for a link and renames that.
	 */
	async provideRenameEdits(document, position, newName, token, next) {
		try {
			const edit = await next(document, position, newName, token);
			if (edit) {
				edits.choose(edit);
			}
			return edit;
		} catch (error) {
			if (!token.isCancellationRequested) {
				void showWarning(renamingLabels.notAnswered(String(error)));
			}
			return new vscode.WorkspaceEdit();
		}
	},
});
