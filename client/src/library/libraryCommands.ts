/** The commands of the first day: say where the papers are, try the sample, read what Pandoc's users have written. */

import type * as vscode from 'vscode';
import { chooseLibrary } from './chooseLibrary.ts';
import { readPandoc } from './readPandoc.ts';
import { openSample } from './sample.ts';

export function libraryCommands(context: vscode.ExtensionContext) {
	return {
		'paperNotes.chooseLibrary': () => chooseLibrary(),
		'paperNotes.openSample': () => openSample(context),
		'paperNotes.readPandoc': (folder?: unknown) => readPandoc(folder),
	};
}
