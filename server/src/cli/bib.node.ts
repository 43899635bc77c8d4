/** `paper-notes bib`: writes what notes cite as a bibliography. */

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { ExportedPaper } from '../corpus/writers/exportedPaper.ts';
import { lostOf } from '../corpus/writers/losses.ts';
import { type ExportFormat, WRITERS } from '../corpus/writers/writers.ts';
import { citedInNotes } from '../features/exporting/citedInNotes.ts';
import { cliMessages } from '../messages/cli.ts';
import { exportMessages } from '../messages/export.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { notesAsked, shownPath } from './fileProblems.node.ts';
import { printableStart } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import { EXIT, type ExitCode, projectOf, withWorkspace } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';

export interface BibOptions extends SharedOptions {
	readonly format?: string;
	readonly output?: string;
}

/** `paths` are notes and folders; without any, all notes count. */
export async function bib(terminal: Terminal, paths: readonly string[], options: BibOptions): Promise<ExitCode> {
	const format = formatOf(options.format ?? 'bibtex');
	const { cwd, out, err } = terminal;
	const project = projectOf(terminal, paths, options);
	return withWorkspace(terminal, { project, options, notes: 'whole' }, async ({ workspace }) => {
		const notes = notesAsked(workspace, { cwd, paths, folders: project.folders });
		if (notes.length === 0) {
			throw new UsageError(exportMessages.noNotes);
		}
		const { papers, leftOut } = citedInNotes(workspace, notes);
		for (const { uri, range, message } of leftOut) {
			err.write(
				`${printableStart(`${shownPath(uri, cwd)}:${range.start.line + 1}:${range.start.character + 1}: ${message}`)}\n`,
			);
		}
		const text = WRITERS[format](papers);
		if (options.output === undefined) {
			out.write(text);
		} else {
			await writeTo(workspace, resolve(cwd, options.output), text);
			err.write(`${exportMessages.written(papers.length, options.output)}\n`);
		}
		reportLosses(terminal, format, papers);
		return leftOut.length > 0 ? EXIT.problems : EXIT.clean;
	});
}

function formatOf(name: string): ExportFormat {
	const format = (Object.keys(WRITERS) as ExportFormat[]).find((known) => known === name);
	if (format === undefined) {
		throw new UsageError(cliMessages.notOneOf('--format', name, Object.keys(WRITERS)));
	}
	return format;
}

/** Refuses to write over a library. */
async function writeTo(workspace: Workspace, path: string, text: string): Promise<void> {
	const uri = URI.file(path).toString();
	if (workspace.corpus.files().some((file) => file.uri === uri)) {
		throw new UsageError(exportMessages.isCorpus(path));
	}
	await writeFile(path, text);
}

/** Says what the bibliography lacks, in one line. */
function reportLosses({ err }: Terminal, format: ExportFormat, papers: readonly ExportedPaper[]): void {
	const lost = papers.map((paper) => lostOf(format, paper)).filter((fields) => fields.length > 0);
	if (lost.length > 0) {
		err.write(`${exportMessages.notHeld(format, [...new Set(lost.flat())].sort(), lost.length)}\n`);
	}
}
