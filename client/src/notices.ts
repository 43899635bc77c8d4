/** What VS Code tells the user beside their text. Text from files in it can only be text. */

import * as vscode from 'vscode';
import { labelText, noticeText } from '../../server/src/messages/foreignText.ts';

/** Undefined if no button was pressed, as below. */
export function showInformation(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
	return vscode.window.showInformationMessage(noticeText(message), ...buttons);
}

export function showWarning(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
	return vscode.window.showWarningMessage(noticeText(message), ...buttons);
}

/** A failure of this software or of the system. */
export function showError(message: string): void {
	void vscode.window.showErrorMessage(noticeText(message));
}

/** Stands in the status bar for `ms` milliseconds. */
export function showBriefly(message: string, ms: number): void {
	vscode.window.setStatusBarMessage(labelText(message), ms);
}
