/** The commands for getting started: choose the library, open the sample, read existing Pandoc citations. */

import type * as vscode from 'vscode';
import { offerPandoc } from './pandocOffer.ts';
import { readPandoc } from './readPandoc.ts';
import type { ServerNews } from './whatWasRead.ts';

export function libraryCommands(context: vscode.ExtensionContext, news: ServerNews) {
	offerPandoc(context, news.onStatus);
	return {
		'paperNotes.chooseLibrary': () => chooseAndTell(news),
		'paperNotes.allowLibrary': (path?: unknown) => allowLibrary(path, news),
		'paperNotes.openSample': async () => (await import('#gettingStarted')).openSample(context),
		'paperNotes.readPandoc': (folder?: unknown) => readPandoc(folder),
	};
}

async function chooseAndTell(news: ServerNews): Promise<void> {
	const { chooseLibrary, tellWhatWasRead } = await import('#gettingStarted');
	const paths = await chooseLibrary();
	if (paths.length > 0) {
		await tellWhatWasRead(paths, news);
	}
}

/** Adds the file or folder, to which a link in the workspace leads, to the user's settings. */
async function allowLibrary(path: unknown, news: ServerNews): Promise<void> {
	const { tellWhatWasRead, writeLibraries } = await import('#gettingStarted');
	if (typeof path === 'string' && (await writeLibraries([path]))) {
		await tellWhatWasRead([path], news);
	}
}
