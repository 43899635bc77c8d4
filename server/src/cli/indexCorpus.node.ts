/** `paper-notes index`: reads all papers, so that the next command finds them read. */

import { URI } from 'vscode-uri';
import { databasePath } from '../indexing/databasePath.node.ts';
import { cliMessages } from '../messages/cli.ts';
import { duration } from '../messages/report.ts';
import type { SharedOptions } from './projectSettings.node.ts';
import { EXIT, type ExitCode, projectOf, withWorkspace } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';

export async function indexCorpus(terminal: Terminal, options: SharedOptions): Promise<ExitCode> {
	const began = performance.now();
	const project = projectOf(terminal, [], options);
	return withWorkspace(terminal, { project, options, notes: 'frontMatter' }, async ({ workspace: { corpus } }) => {
		const took = duration(performance.now() - began);
		terminal.out.write(`${cliMessages.indexed(corpus.paperCount, corpus.files().length, took)}\n`);
		const folders = project.folders.map((folder) => URI.file(folder).toString());
		const path = databasePath({ storagePath: options.storage, folders });
		if (path !== undefined) {
			terminal.out.write(`${cliMessages.indexOf(path)}\n`);
		}
		return EXIT.clean;
	});
}
