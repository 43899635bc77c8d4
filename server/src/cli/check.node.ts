/** `paper-notes check`: prints the problems of files, as the editor shows them. */

import { fixAllOnSave } from '../features/fixes/unknownKeys.ts';
import { editsOfNote } from '../features/notePlan.ts';
import { cliMessages } from '../messages/cli.ts';
import type { PlannedEdit } from '../workspace/editPlan.ts';
import { type CitedReference, citedIn } from '../workspace/rememberKeys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
	type CheckedFile,
	checkedFile,
	filesAsked,
	inEditor,
	SEVERITIES,
	type ShownSeverity,
	shownPath,
} from './fileProblems.node.ts';
import { OUTPUTS } from './output/outputs.ts';
import { printableStart, problemLines } from './output/terminal.ts';
import { type SharedOptions, UsageError } from './projectSettings.node.ts';
import {
	type CommandSession,
	EXIT,
	type ExitCode,
	journalPath,
	projectOf,
	rootUri,
	withWorkspace,
} from './session.node.ts';
import { paintFor, type Terminal } from './terminal.node.ts';
import { listUnused } from './unused.node.ts';
import { settleJournal, writePlan } from './writePlan.node.ts';

export interface CheckOptions extends SharedOptions {
	readonly format?: string;
	readonly fix?: boolean;
	readonly minSeverity?: string;
	readonly showConfig?: boolean;
	readonly unused?: boolean;
}

export async function check(terminal: Terminal, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const least = severityIndex(options.minSeverity);
	const format = options.format ?? 'text';
	if (format !== 'text' && !Object.hasOwn(OUTPUTS, format)) {
		throw new UsageError(cliMessages.notOneOf('--format', format, ['text', ...Object.keys(OUTPUTS)]));
	}
	const project = projectOf(terminal, paths, options);
	if (options.showConfig) {
		terminal.out.write(`${JSON.stringify(project.shown, undefined, 2)}\n`);
		return EXIT.clean;
	}
	if (options.unused) {
		return listUnused(terminal, { project, options, asJson: format === 'json' });
	}
	const journal = journalPath(project, options);
	if (options.fix) {
		settleJournal(journal);
	}
	return withWorkspace(terminal, { project, options, notes: 'frontMatter' }, async (session) => {
		if (session.workspace.corpus.paperCount === 0) {
			throw new UsageError(cliMessages.noPapers);
		}
		const { uris, skipped } = filesToCheck(session, terminal, paths);
		for (const path of skipped) {
			terminal.err.write(`${printableStart(cliMessages.notRead(path))}\n`);
		}
		if (options.fix) {
			await fix(terminal, session, { uris, journal });
		}
		const cited = new CitedKeys(session.workspace);
		const files = await inEditor(session, uris, (uri) => {
			cited.add(uri);
			return checkedFile(session.workspace, uri, terminal.cwd);
		});
		cited.remember(paths.length === 0);
		const shown = least === undefined ? files : files.map((file) => withSeverity(file, least));
		await print(terminal, session, { files: shown, format, root: rootUri(project, terminal.cwd) });
		const counts = (file: CheckedFile) =>
			withSeverity(file, least ?? SEVERITIES.indexOf('information')).problems.length;
		return shown.some((file) => counts(file) > 0) ? EXIT.problems : EXIT.clean;
	});
}

/** Collects what the checked notes cite, for the next check to recognise it, should its key change. */
class CitedKeys {
	readonly #workspace: Workspace;
	readonly #cited = new Map<string, CitedReference>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Call while the note is as in an editor. */
	add(uri: string): void {
		for (const cited of citedIn(this.#workspace, uri)) {
			const [reference, papers] = cited;
			this.#cited.set([reference, ...papers.map(({ id }) => id)].join(' '), cited);
		}
	}

	/** `areAll`: whether all notes were checked, so that no other key is cited. */
	remember(areAll: boolean): void {
		for (const _ of this.#workspace.former.remember(this.#cited.values(), areAll)) {
			// Nobody waits for a turn.
		}
	}
}

function severityIndex(name: string | undefined): number | undefined {
	const index = SEVERITIES.indexOf(name as ShownSeverity);
	if (name !== undefined && index < 0) {
		throw new UsageError(cliMessages.notOneOf('--min-severity', name, SEVERITIES));
	}
	return name === undefined ? undefined : index;
}

function withSeverity(file: CheckedFile, least: number): CheckedFile {
	return { ...file, problems: file.problems.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least) };
}

interface Wanted {
	readonly uris: readonly string[];
	/** Paths of files that could not be read. */
	readonly skipped: readonly string[];
}

function filesToCheck(
	{ workspace, unread, project }: CommandSession,
	{ cwd }: Terminal,
	paths: readonly string[],
): Wanted {
	const uris = filesAsked(workspace, { cwd, paths, folders: project.folders });
	if (uris.length === 0) {
		throw new UsageError(cliMessages.noFiles);
	}
	return { uris, skipped: unread.map((uri) => shownPath(uri, cwd)) };
}

/** Corrects what is certain. The corrected notes are read again, so that what is printed is what is left. */
async function fix(
	terminal: Terminal,
	session: CommandSession,
	{ uris, journal }: { readonly uris: readonly string[]; readonly journal: string },
): Promise<void> {
	const { workspace, textOf } = session;
	const edits = (await inEditor(session, uris, (uri) => fixesOf(workspace, uri))).flat();
	const refused = edits.length > 0 ? await writePlan({ label: '', edits }, journal) : undefined;
	if (refused) {
		throw new UsageError(refused.refusal);
	}
	const changed = new Set(edits.map(({ uri }) => uri));
	for (const uri of changed) {
		workspace.apply({ kind: 'noteRead', uri, text: (await textOf(uri)) ?? '' });
	}
	if (edits.length > 0) {
		terminal.err.write(`${cliMessages.fixed(edits.length, changed.size)}\n`);
	}
}

function fixesOf(workspace: CommandSession['workspace'], uri: string): readonly PlannedEdit[] {
	const note = workspace.note(uri);
	return note ? fixAllOnSave(workspace, uri).flatMap(({ edits }) => editsOfNote(uri, note, edits)) : [];
}

async function print(
	terminal: Terminal,
	{ textOf }: CommandSession,
	{ files, format, root }: { readonly files: readonly CheckedFile[]; readonly format: string; readonly root: string },
): Promise<void> {
	const { out } = terminal;
	const faulty = files.filter(({ problems }) => problems.length > 0);
	const output = OUTPUTS[format];
	if (output) {
		out.write(output({ files: faulty, count: files.length, root }));
		return;
	}
	const paint = paintFor(terminal);
	for (const { uri, path, problems } of faulty) {
		const lines = ((await textOf(uri)) ?? '').split(/\r\n|\n|\r/);
		for (const problem of problems) {
			out.write(problemLines(path, problem, lines[problem.range.start.line], paint));
		}
	}
	const count = faulty.reduce((sum, { problems }) => sum + problems.length, 0);
	const summary = count === 0 ? cliMessages.clean(files.length) : cliMessages.found(count, faulty.length, files.length);
	out.write(`${summary}\n`);
}
