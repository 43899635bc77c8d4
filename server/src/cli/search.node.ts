/** `paper-notes search`: the search of the palette, in the terminal. */

import { byline } from '../corpus/byline.ts';
import { asksForCited, searchPapers } from '../features/searching/paperSearch.ts';
import { cliMessages } from '../messages/cli.ts';
import { printable, printableStart } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import { EXIT, type ExitCode, projectOf, withWorkspace } from './session.node.ts';
import { paintFor, type Terminal } from './terminal.node.ts';

export interface SearchOptions extends SharedOptions {
	readonly json?: boolean;
	readonly limit?: string;
}

const DEFAULT_LIMIT = 20;

export async function search(terminal: Terminal, words: readonly string[], options: SearchOptions): Promise<ExitCode> {
	const limit = Number(options.limit ?? DEFAULT_LIMIT);
	if (!Number.isInteger(limit) || limit < 1) {
		throw new UsageError(cliMessages.notANumber('--limit', options.limit ?? ''));
	}
	const query = words.join(' ');
	const project = projectOf(terminal, [], options);
	const notes = asksForCited(query) ? 'whole' : 'none';
	return withWorkspace(terminal, { project, options, notes }, async ({ workspace }) => {
		const { papers, total } = searchPapers(workspace, { query, limit, offset: 0, uri: undefined });
		if (options.json) {
			const found = papers.map(({ paper: { id: _, families: __, ...paper } }) => paper);
			terminal.out.write(`${JSON.stringify({ total, papers: found }, undefined, 2)}\n`);
			return EXIT.clean;
		}
		const paint = paintFor(terminal);
		for (const { paper } of papers) {
			const about = [paper.venue, paper.doi && `doi:${paper.doi}`, paper.arxiv && `arXiv:${paper.arxiv}`];
			terminal.out.write(`${paint('bold', printableStart(paper.key))}  ${printable(byline(paper))}\n`);
			terminal.out.write(`    ${printable(paper.title)}\n`);
			terminal.out.write(`    ${paint('dim', printable(about.filter(Boolean).join(' · ')))}\n`);
		}
		if (papers.length === 0) {
			terminal.err.write(`${cliMessages.nothingFound(query)}\n`);
		} else if (total > papers.length) {
			terminal.err.write(`${cliMessages.moreFound(total - papers.length)}\n`);
		}
		return EXIT.clean;
	});
}
