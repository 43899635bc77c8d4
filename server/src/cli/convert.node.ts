/** `paper-notes convert`: writes the citations of notes in Pandoc's syntax or as `@paper[...]`. */

import { citationText, convertedNote } from '../features/converting/converting.ts';
import { editsOfNote } from '../features/notePlan.ts';
import { TYPESETTERS } from '../features/typesetting/typesetting.ts';
import { leftReasons } from '../messages/citations.ts';
import { cliMessages } from '../messages/cli.ts';
import type { CitationSyntax } from '../notes/citation.ts';
import type { ConvertedCitation, LeftCitation } from '../notes/conversion.ts';
import type { Note } from '../notes/note.ts';
import { rangeInFile } from '../notes/noteFile.ts';
import { oneLine } from '../notes/words.ts';
import { shortened } from '../util/shortened.ts';
import type { PlannedEdit } from '../workspace/editPlan.ts';
import { inEditor, notesAsked, shownPath } from './fileProblems.node.ts';
import { printableStart } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import { type CommandSession, EXIT, type ExitCode, journalPath, projectOf, withWorkspace } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';
import { printTypeset } from './typeset.node.ts';
import { settleJournal, writePlan } from './writePlan.node.ts';

export interface ConvertOptions extends SharedOptions {
	readonly to?: string;
	readonly respell?: boolean;
	readonly dryRun?: boolean;
}

export async function convert(
	terminal: Terminal,
	paths: readonly string[],
	options: ConvertOptions,
): Promise<ExitCode> {
	const typesetter = TYPESETTERS.find((name) => name === options.to);
	if (typesetter) {
		return printTypeset(terminal, paths, { ...options, to: typesetter });
	}
	const to = syntaxNamed(options.to);
	const project = projectOf(terminal, paths, options);
	const journal = journalPath(project, options);
	settleJournal(journal);
	return withWorkspace(terminal, { project, options, notes: 'frontMatter' }, async (session) => {
		const notes = notesAsked(session.workspace, { cwd: terminal.cwd, paths, folders: project.folders });
		if (notes.length === 0) {
			throw new UsageError(cliMessages.noNotes);
		}
		const wanted = { to, isExact: options.respell !== true };
		const changes = (await inEditor(session, notes, (uri) => changeOf(session, uri, wanted))).flat();
		report(terminal, changes, options.dryRun === true);
		const edits = changes.flatMap((change) => change.edits);
		const refused = options.dryRun || edits.length === 0 ? undefined : await writePlan({ label: '', edits }, journal);
		if (refused) {
			throw new UsageError(refused.refusal);
		}
		const leftCount = changes.reduce((sum, { left }) => sum + left.length, 0);
		const say = options.dryRun ? cliMessages.wouldConvert : cliMessages.converted;
		const count = changes.reduce((sum, { converted }) => sum + converted.length, 0);
		terminal.out.write(`${say(count, new Set(edits.map(({ uri }) => uri)).size, leftCount)}\n`);
		return leftCount > 0 ? EXIT.problems : EXIT.clean;
	});
}

function report({ out, cwd }: Terminal, changes: readonly NoteConversion[], isDry: boolean): void {
	for (const line of changes.flatMap((change) => linesFor(shownPath(change.uri, cwd), change, isDry))) {
		out.write(`${printableStart(line)}\n`);
	}
}

function syntaxNamed(name: string | undefined): CitationSyntax {
	if (name !== 'paper' && name !== 'pandoc') {
		throw new UsageError(cliMessages.notOneOf('--to', name ?? '', ['pandoc', 'paper', ...TYPESETTERS]));
	}
	return name;
}

interface NoteConversion {
	readonly uri: string;
	readonly note: Note;
	readonly converted: readonly ConvertedCitation[];
	readonly edits: readonly PlannedEdit[];
	readonly left: readonly LeftCitation[];
}

function changeOf(
	{ workspace }: CommandSession,
	uri: string,
	wanted: { readonly to: CitationSyntax; readonly isExact: boolean },
): readonly NoteConversion[] {
	const note = workspace.note(uri);
	const conversion = note && convertedNote(workspace, note, { uri, ...wanted });
	return conversion ? [{ uri, note, ...conversion, edits: editsOfNote(uri, note, conversion.converted) }] : [];
}

/** A line for each citation that is left and, if nothing is written, for each that would be converted. */
function linesFor(path: string, { note, converted, left }: NoteConversion, isDry: boolean): string[] {
	const changes = (isDry ? converted : []).map(({ span, newText }) => ({
		start: rangeInFile(note, span).start,
		text: cliMessages.conversion(citationText(note, span), shown(newText)),
	}));
	const rest = left.map(({ span, reason }) => ({
		start: rangeInFile(note, span).start,
		text: cliMessages.leftCitation(citationText(note, span), leftReasons[reason]),
	}));
	return [...changes, ...rest]
		.sort((one, other) => one.start.line - other.start.line || one.start.character - other.start.character)
		.map(({ start, text }) => `${path}:${start.line + 1}:${start.character + 1}: ${text}`);
}

function shown(citation: string): string {
	return shortened(oneLine(citation));
}
