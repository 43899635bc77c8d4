/** `paper-notes check --unused`: lists the papers that no note cites. They are no problems. */

import { byline } from '../corpus/byline.ts';
import { uncitedPapers } from '../features/navigation/uncited.ts';
import { cliMessages } from '../messages/cli.ts';
import { shownPath } from './fileProblems.node.ts';
import { printable, printableStart } from './output/terminal.ts';
import type { Project, SharedOptions } from './projectSettings.node.ts';
import { EXIT, type ExitCode, withWorkspace } from './session.node.ts';
import { paintFor, type Terminal } from './terminal.node.ts';

export function listUnused(
	terminal: Terminal,
	{
		project,
		options,
		asJson,
	}: { readonly project: Project; readonly options: SharedOptions; readonly asJson: boolean },
): Promise<ExitCode> {
	return withWorkspace(terminal, { project, options, notes: 'whole' }, async ({ workspace }) => {
		const papers = uncitedPapers(workspace).map(({ id, key, uri }) => {
			const summary = workspace.corpus.summary(id);
			const about = summary ? { byline: byline(summary), title: summary.title } : { byline: '', title: '' };
			return { key, file: shownPath(uri, terminal.cwd), ...about };
		});
		if (asJson) {
			terminal.out.write(`${JSON.stringify({ papers }, undefined, 2)}\n`);
			return EXIT.clean;
		}
		const paint = paintFor(terminal);
		for (const paper of papers) {
			const about = printable(`${paper.byline}, ${paper.title}`);
			terminal.out.write(`${printableStart(paper.file)}: ${paint('bold', printable(paper.key))}  ${about}\n`);
		}
		terminal.out.write(`${cliMessages.unused(papers.length, workspace.corpus.paperCount)}\n`);
		return EXIT.clean;
	});
}
