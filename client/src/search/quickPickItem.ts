/** Palette rows in the form that VS Code's quick pick needs. */

import * as vscode from 'vscode';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { PaletteRow } from './paletteRows.ts';

export interface Item extends vscode.QuickPickItem {
	readonly row: PaletteRow;
}

/** A button of a row. */
export interface RowButton extends vscode.QuickInputButton {
	/** The command called with the paper's key; undefined for the button that takes the paper. */
	readonly command?: string;
}

const TAKE: RowButton = { iconPath: new vscode.ThemeIcon('add'), tooltip: paletteMessages.take };
const UNTAKE: RowButton = { iconPath: new vscode.ThemeIcon('remove'), tooltip: paletteMessages.untake };

const PAPER_BUTTONS: readonly RowButton[] = [
	{
		iconPath: new vscode.ThemeIcon('link-external'),
		tooltip: paletteMessages.openOnline,
		command: 'paperNotes.openOnline',
	},
	{ iconPath: new vscode.ThemeIcon('copy'), tooltip: paletteMessages.copyKey, command: 'paperNotes.copyKey' },
	{
		iconPath: new vscode.ThemeIcon('go-to-file'),
		tooltip: paletteMessages.showInFile,
		command: 'paperNotes.revealInCorpus',
	},
];

export interface RowOptions {
	/** Whether papers can be taken: only if there is a note to cite them in. */
	readonly canTake: boolean;
}

export function itemOf(row: PaletteRow, options: RowOptions): Item {
	if (row.kind === 'section') {
		return { row, label: row.label, kind: vscode.QuickPickItemKind.Separator };
	}
	return {
		row,
		label: row.label,
		detail: row.detail,
		// The server has searched and ranked already, so the editor's filter must not hide rows.
		alwaysShow: true,
		buttons: buttonsOf(row, options),
		...(row.kind === 'paper' && row.isTaken ? { iconPath: new vscode.ThemeIcon('check') } : {}),
	};
}

function buttonsOf(row: PaletteRow, { canTake }: RowOptions): RowButton[] {
	if (row.kind !== 'paper') {
		return [];
	}
	return [...(canTake ? [row.isTaken ? UNTAKE : TAKE] : []), ...PAPER_BUTTONS];
}
