/** The command `paper-notes`: its commands, options and help. */

import { Command, CommanderError } from 'commander';
import { cliMessages } from '../messages/cli.ts';
import { bib } from './bib.node.ts';
import { check } from './check.node.ts';
import { convert } from './convert.node.ts';
import { indexCorpus } from './indexCorpus.node.ts';
import { printable } from './output/terminal.ts';
import { rename } from './rename.node.ts';
import { search } from './search.node.ts';
import { EXIT, type ExitCode } from './session.node.ts';
import type { Terminal } from './terminal.node.ts';

export interface ProgramOptions {
	readonly terminal: Terminal;
	readonly version: string;
	/** Runs the language server in this process; it ends the process itself. */
	readonly serve: () => void;
}

/** Runs the command with these arguments, without the program's name. Undefined if it goes on as a server. */
export async function run(args: readonly string[], options: ProgramOptions): Promise<ExitCode | undefined> {
	const { terminal } = options;
	let code: ExitCode | undefined;
	const program = commands(options, async (result) => {
		code = await result;
	});
	try {
		await program.parseAsync(args, { from: 'user' });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) {
			return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
		}
		const message = cliMessages.failed(error instanceof Error ? error.message : String(error));
		terminal.err.write(`${printable(message)}\n`);
		return EXIT.failure;
	}
}

function commands(
	{ terminal, version, serve }: ProgramOptions,
	end: (result: Promise<ExitCode>) => Promise<void>,
): Command {
	const program = new Command('paper-notes')
		.description(cliMessages.description)
		.version(version)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => void terminal.out.write(text),
			writeErr: (text) => void terminal.err.write(text),
		})
		.showHelpAfterError(cliMessages.tryHelp)
		.addHelpText('after', `\n${cliMessages.settingsHelp}`);
	shared(program.command('check').description(cliMessages.checkDescription))
		.argument('[paths...]', cliMessages.checkPaths)
		.option('--format <format>', cliMessages.format, 'text')
		.option('--fix', cliMessages.fix)
		.option('--min-severity <severity>', cliMessages.minSeverity)
		.option('--show-config', cliMessages.showConfig)
		.option('--unused', cliMessages.unusedOption)
		.action((paths, options) => end(check(terminal, paths, options)));
	shared(program.command('search').description(cliMessages.searchDescription))
		.argument('<query...>')
		.option('--json', cliMessages.json)
		.option('--limit <number>', cliMessages.limit, '20')
		.action((words, options) => end(search(terminal, words, options)));
	shared(program.command('index').description(cliMessages.indexDescription)).action((options) =>
		end(indexCorpus(terminal, options)),
	);
	addChanges(program, terminal, end);
	shared(program.command('bib').description(cliMessages.bibDescription))
		.argument('[notes...]', cliMessages.bibNotes)
		.option('--format <format>', cliMessages.bibFormat, 'bibtex')
		.option('--output <file>', cliMessages.output)
		.action((paths, options) => end(bib(terminal, paths, options)));
	program
		.command('lsp')
		.description(cliMessages.lspDescription)
		.option('--stdio', cliMessages.stdio)
		.action(() => serve());
	return program;
}

/** The commands that change files. */
function addChanges(program: Command, terminal: Terminal, end: (result: Promise<ExitCode>) => Promise<void>): void {
	shared(program.command('rename').description(cliMessages.renameDescription))
		.argument('<old>')
		.argument('<new>')
		.option('--dry-run', cliMessages.dryRun)
		.action((from, to, options) => end(rename(terminal, { from, to }, options)));
	shared(program.command('convert').description(cliMessages.convertDescription))
		.argument('[notes...]', cliMessages.convertNotes)
		.requiredOption('--to <syntax>', cliMessages.convertTo)
		.option('--respell', cliMessages.respell)
		.option('--dry-run', cliMessages.dryRun)
		.action((notes, options) => end(convert(terminal, notes, options)));
}

/** The options of all commands that read papers. */
function shared(command: Command): Command {
	return command
		.option('--corpus <path>', cliMessages.corpus, collect)
		.option('--syntaxes <names>', cliMessages.syntaxes, collectList)
		.option('--set <setting>', cliMessages.set, collect)
		.option('--storage <folder>', cliMessages.storage);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}

function collectList(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, ...value.split(',').map((name) => name.trim())];
}
