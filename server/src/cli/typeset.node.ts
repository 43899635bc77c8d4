/** `paper-notes convert --to latex` and `--to typst`: prints a note with its citations written for a typesetter. */

import { type Typesetter, typesetText } from '../features/typesetting/typesetting.ts';
import { cliMessages } from '../messages/cli.ts';
import { rangeInFile } from '../notes/noteFile.ts';
import { inEditor, notesAsked, shownPath } from './fileProblems.node.ts';
import { printable } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import { EXIT, type ExitCode, projectOf, withWorkspace } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';

/** All but the citations stays Markdown. What is left goes to the standard error stream, with its place and the reason. */
export async function printTypeset(
	terminal: Terminal,
	paths: readonly string[],
	options: SharedOptions & { readonly to: Typesetter },
): Promise<ExitCode> {
	const project = projectOf(terminal, paths, options);
	return withWorkspace(terminal, { project, options, notes: 'frontMatter' }, async (session) => {
		const { workspace } = session;
		const notes = notesAsked(workspace, { cwd: terminal.cwd, paths, folders: project.folders });
		if (notes.length !== 1) {
			throw new UsageError(notes.length === 0 ? cliMessages.noNotes : cliMessages.oneNote);
		}
		const [left = []] = await inEditor(session, notes, (uri) => {
			const note = workspace.note(uri);
			const typeset = note && typesetText(workspace, uri, { span: undefined, to: options.to });
			terminal.out.write(typeset?.text ?? '');
			return (typeset?.left ?? []).map(({ span, text, reason }) => {
				const { line, character } = note ? rangeInFile(note, span).start : { line: 0, character: 0 };
				const place = `${shownPath(uri, terminal.cwd)}:${line + 1}:${character + 1}`;
				return `${place}: ${cliMessages.leftCitation(text, reason)}`;
			});
		});
		for (const line of left) {
			terminal.err.write(`${printable(line)}\n`);
		}
		return left.length > 0 ? EXIT.problems : EXIT.clean;
	});
}
