/** The commands for getting started: choose the library, open the sample, read existing Pandoc citations. */

import type * as vscode from 'vscode';
import { chooseLibrary, writeLibraries } from './chooseLibrary.ts';
import { offerPandoc } from './pandocOffer.ts';
import { readPandoc } from './readPandoc.ts';
import { openSample } from './sample.ts';
import { type ServerNews, tellWhatWasRead } from './whatWasRead.ts';

export function libraryCommands(context: vscode.ExtensionContext, news: ServerNews) {
	offerPandoc(context, news.onStatus);
	return {
		'paperNotes.chooseLibrary': () => chooseAndTell(news),
		'paperNotes.allowLibrary': (path?: unknown) => allowLibrary(path, news),
		'paperNotes.openSample': () => openSample(context),
		'paperNotes.readPandoc': (folder?: unknown) => readPandoc(folder),
	};
}

async function chooseAndTell(news: ServerNews): Promise<void> {
	const paths = await chooseLibrary();
	if (paths.length > 0) {
		await tellWhatWasRead(paths, news);
	}
}

/** Adds the file or folder, to which a link in the workspace leads, to the user's settings. */
async function allowLibrary(path: unknown, news: ServerNews): Promise<void> {
	if (typeof path === 'string' && (await writeLibraries([path]))) {
		await tellWhatWasRead([path], news);
	}
}
